import { Input, Select } from 'antd';
import { blanksIn } from '../../../reports/blanks.ts';
import { textFields, textFieldWords } from '../../../reports/mapping.ts';
import { Field } from '../../../ui/Field.tsx';
import { BlankFields } from './BlankFields.tsx';
import { FigureFields, type FigureProps } from './FigureFields.tsx';
import { type FormWords, useFormWords } from './forms/words.ts';
import type { RuleDraft } from './ruleForm.ts';

type Props = FigureProps & {
  errors: Readonly<Record<string, string>>;
  /** What stands in the cell: with blanks to fill, or without. */
  text: string;
};

type LineProps = Props & { name: 'value' | 'expression' | 'who' | 'why'; hint?: string };

function Line({ draft, onChange, errors, name, hint }: LineProps) {
  const t = useFormWords();
  return (
    <Field name={name} label={t[name]} hint={hint} error={errors[name]}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          value={draft[name]}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

const fieldOptions = textFields.map((value) => ({ value, label: textFieldWords[value] }));

function Texts({ draft, onChange }: Props) {
  const t = useFormWords();
  const set = (index: number, part: Partial<RuleDraft['parts'][number]>) =>
    onChange({ ...draft, parts: draft.parts.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return draft.parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in the order of the words and never move
    <div key={index}>
      <Field name={`parts.${index}.after`} label={t.after}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={part.after}
            onChange={(event) => set(index, { after: event.target.value })}
          />
        )}
      </Field>
      <Field name={`parts.${index}.field`} label={t.field}>
        {(control) => (
          <Select {...control} options={fieldOptions} value={part.field} onChange={(field) => set(index, { field })} />
        )}
      </Field>
    </div>
  ));
}

export const kindOptions = (t: FormWords, text: string) =>
  [
    ...(blanksIn(text).length > 0 ? [{ value: 'blanks', label: t.blanks } as const] : []),
    { value: 'figure', label: t.figure },
    { value: 'formula', label: t.formula },
    { value: 'text', label: t.text },
    { value: 'constant', label: t.constant },
    { value: 'ask', label: t.ask },
    { value: 'empty', label: t.emptyKind },
  ] as const;

/** The questions of the kind that was chosen. */
export function RuleFields(props: Props) {
  const t = useFormWords();
  const { kind } = props.draft;
  if (kind === 'figure') return <FigureFields {...props} />;
  if (kind === 'blanks') return <BlankFields {...props} />;
  if (kind === 'formula') return <Line {...props} name="expression" hint={t.expressionHint} />;
  if (kind === 'text') return <Texts {...props} />;
  if (kind === 'constant') return <Line {...props} name="value" />;
  if (kind === 'ask')
    return (
      <>
        <Line {...props} name="who" />
        <Line {...props} name="why" />
      </>
    );
  return null;
}
