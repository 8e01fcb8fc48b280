import { useMutation } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import type { AnyForm, Book } from '../../../network/book.ts';
import type { Difference } from '../../../network/keep.ts';
import type { AnySubject } from '../../../network/subjects.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type Control, Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useClear } from '../../../ui/useClear.tsx';
import { ApiError, api } from '../api.ts';
import {
  changed,
  choicesOf,
  formOf,
  idsIn,
  type Row,
  type SheetField,
  spokenText,
  type Typed,
  textOf,
  titleOf,
} from './rows.ts';
import { useNetworkWords } from './words.ts';

type Props = {
  subject: AnySubject;
  /** null: a new one. */
  row: Row | null;
  book: Book;
  onClose: () => void;
  onDone: (sentence: string) => void;
};

type CellProps = { field: SheetField; control: Control; text: string; book: Book; onChange: (text: string) => void };

function Cell({ field, control, text, book, onChange }: CellProps) {
  const t = useNetworkWords();
  const clear = useClear();
  const choices = choicesOf(field.key, book);
  if (choices) {
    const many = field.key === 'supportingUnitIds';
    const { status, ...rest } = control;
    return (
      <Select<string | string[] | null>
        {...rest}
        {...(status && { status })}
        {...(many && { mode: 'multiple' as const })}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required && clear}
        value={many ? idsIn(text) : text || null}
        options={choices}
        onChange={(value) => onChange([value ?? ''].flat().join('、'))}
      />
    );
  }
  if (field.kind === 'yesNo')
    return (
      <Select
        {...control}
        value={text || null}
        options={[
          { value: '是', label: t.yes },
          { value: '否', label: t.no },
        ]}
        onChange={(value: string) => onChange(value)}
      />
    );
  return <Input {...control} value={text} autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
}

function Differences({ differences, book }: { differences: ReturnType<typeof changed>; book: Book }) {
  const t = useNetworkWords();
  if (differences.length === 0) return <p className="third">{t.unchanged}</p>;
  return (
    <dl className="fact-list">
      {differences.map(({ key, title, from, to }) => [
        <dt key={key}>{titleOf({ key, title })}</dt>,
        <dd key={`${key}=`}>
          {spokenText(key, from, book) || t.empty} → <b>{spokenText(key, to, book) || t.empty}</b>
        </dd>,
      ])}
    </dl>
  );
}

const failed = (problems: Record<string, string>): ApiError =>
  new ApiError({ error: { kind: 'invalid', fields: problems } }, { kind: 'invalid', message: '' });

/** One row as a form: the columns of its workbook, what was and what will be, then the button. */
export function EditRow({ subject, row, book, onClose, onDone }: Props) {
  const t = useNetworkWords();
  const before = (row ?? subject.fresh) as AnyForm;
  // What a unit is keyed by is made by the house.
  const fields = subject.fields.filter(({ key, into }) => into !== undefined && key !== 'id');
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(
      fields.map((field) => [field.key, row || field.key in subject.fresh ? textOf(field, before, book) : '']),
    ),
  );
  const differences = changed(subject, before, typed, book);
  const save = useMutation<{ differences: Difference[] }, ApiError>({
    mutationFn: async () => {
      const given = row ? typed : Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));
      const { form, problems } = formOf(subject, before, given);
      if (Object.keys(problems).length > 0) throw failed(problems);
      if (!row) return api.post(`/api/${subject.noun}`, form);
      return api.put(`/api/${subject.noun}/${encodeURIComponent(row.key)}`, form);
    },
    onSuccess: ({ differences: recorded }) => {
      const words = recorded.map(({ label, from, to }) => `${label} ${from || t.empty} → ${to || t.empty}`).join('；');
      onDone(row ? (words ? t.saved(words) : t.same) : t.added);
    },
  });
  return (
    <ActDialog
      title={row ? t.editTitle(subject.title) : t.addTitle(subject.title)}
      act={row ? t.save : t.create}
      leave={t.leave}
      width={720}
      isPending={save.isPending}
      error={save.error}
      onAct={() => save.mutate()}
      onClose={onClose}
    >
      {fields[0] && <FocusOnOpen id={fieldId(fields[0].key)} />}
      <div className="form-grid">
        {fields.map((field) => (
          <Field
            key={field.key}
            name={field.key}
            label={titleOf(field)}
            span={(field.width ?? 0) > 30 ? 12 : 6}
            error={save.error?.fields[field.key]}
          >
            {(control) => (
              <Cell
                field={field}
                control={control}
                text={typed[field.key] ?? ''}
                book={book}
                onChange={(text) => setTyped({ ...typed, [field.key]: text })}
              />
            )}
          </Field>
        ))}
      </div>
      <section aria-label={t.differences}>
        <h3>{t.differences}</h3>
        <Differences differences={differences} book={book} />
      </section>
      <p>{t.told}</p>
    </ActDialog>
  );
}
