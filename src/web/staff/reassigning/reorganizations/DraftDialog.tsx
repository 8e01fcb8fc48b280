import { useMutation, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { readDay } from '../../../../platform/readDay.ts';
import type { Kind } from '../../../../reassigning/planReorganization.ts';
import type { PlanView } from '../../../../reassigning/reorganizationView.ts';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../../ui/FocusOnOpen.tsx';
import { Pick } from '../../../../ui/Pick.tsx';
import { useSettled } from '../../../../ui/useSettled.ts';
import { type ApiError, api } from '../../api.ts';
import { regionsQuery, unitsQuery } from '../../queries.ts';
import { useMe, usePost } from '../../useMe.ts';
import { Outlook } from './Outlook.tsx';
import { useReorganizationWords } from './words.ts';

type Props = { onClose: () => void; onDone: () => void };
const kinds: readonly Kind[] = ['unit', 'center', 'township', 'community', 'grid'];
const empty = {
  kind: 'unit' as Kind,
  subject: '',
  successor: '',
  effectiveOn: '',
  posts: 'move',
  reason: '',
  basis: '',
};
type Values = typeof empty;

/** What of this kind stands in the county: what ends, and what may take its place. */
function useOptions(kind: Kind) {
  const { countyCode } = usePost();
  const units = useQuery(unitsQuery(countyCode)).data ?? [];
  const regions = useQuery(regionsQuery(countyCode)).data ?? [];
  if (kind === 'unit' || kind === 'center')
    return units
      .filter((unit) => (unit.kind === 'center') === (kind === 'center'))
      .map(({ id, name, initials }) => ({ value: id, label: name, initials }));
  return regions
    .filter(({ level }) => level === kind)
    .map(({ code, name, initials }) => ({ value: code, label: `${name} ${code}`, initials, number: code }));
}

type FieldsProps = { values: Values; set: (part: Partial<Values>) => void; error: ApiError | null };

function Which({ values, set, error }: FieldsProps) {
  const t = useReorganizationWords();
  const options = useOptions(values.kind);
  const pick = (name: 'subject' | 'successor') => (
    <Field name={name} label={t[name]} error={error?.fields[name]}>
      {(control) => (
        <Pick
          control={control}
          options={name === 'successor' ? options.filter(({ value }) => value !== values.subject) : options}
          value={values[name]}
          onChange={(value) => set({ [name]: value })}
          placeholder={t.pick}
          nothingFound={t.nothing}
        />
      )}
    </Field>
  );
  return (
    <>
      <FocusOnOpen id={fieldId('kind')} />
      <Field name="kind" label={t.kind}>
        {(control) => (
          <Select
            {...control}
            value={values.kind}
            options={kinds.map((value) => ({ value, label: t[`kind_${value}`] }))}
            onChange={(kind: Kind) => set({ kind, subject: '', successor: '' })}
          />
        )}
      </Field>
      {pick('subject')}
      {pick('successor')}
    </>
  );
}

function How({ values, set, error }: FieldsProps) {
  const t = useReorganizationWords();
  const { today } = useMe();
  return (
    <>
      <Choice
        name="posts"
        label={t.posts}
        options={[
          { value: 'move', label: t.move },
          { value: 'end', label: t.end },
        ]}
        value={values.posts}
        onChange={(posts) => set({ posts })}
        error={error?.fields.posts}
      />
      <DayInput
        name="effectiveOn"
        label={t.effectiveOn}
        value={values.effectiveOn}
        onChange={(effectiveOn) => set({ effectiveOn })}
        today={today}
        nearest="future"
        placeholder={t.dayHint}
        error={error?.fields.effectiveOn}
      />
      <Field name="reason" label={t.reason} error={error?.fields.reason} limit={300} typed={values.reason}>
        {(control) => (
          <Input {...control} value={values.reason} onChange={(event) => set({ reason: event.target.value })} />
        )}
      </Field>
      <Field
        name="basis"
        label={t.basis}
        hint={t.basisHint}
        error={error?.fields.basis}
        limit={200}
        typed={values.basis}
      >
        {(control) => (
          <Input {...control} value={values.basis} onChange={(event) => set({ basis: event.target.value })} />
        )}
      </Field>
    </>
  );
}

/** What ends and what takes its place; everything that hangs on it is counted before anything is written. */
export function DraftDialog({ onClose, onDone }: Props) {
  const t = useReorganizationWords();
  const { today } = useMe();
  const [values, setValues] = useState<Values>({ ...empty, effectiveOn: today });
  const options = useOptions(values.kind);
  const input = { ...values, effectiveOn: readDay(values.effectiveOn, today, 'future') ?? today, codes: {} };
  const chosen = values.subject !== '' && values.successor !== '';
  const asked = useSettled(JSON.stringify({ ...input, reason: '起草时再写', basis: '起草时再写' }), 300);
  const preview = useQuery<PlanView, ApiError>({
    queryKey: ['reorganizations', 'preview', asked],
    queryFn: () => api.post('/api/reorganizations/previews', JSON.parse(asked)),
    enabled: chosen,
    retry: false,
  });
  const draft = useMutation<unknown, ApiError>({
    mutationFn: () => api.post('/api/reorganizations', input),
    onSuccess: onDone,
  });
  const error = draft.error ?? (chosen ? preview.error : null);
  const name = options.find(({ value }) => value === values.subject)?.label ?? '';
  const ready = chosen && preview.data !== undefined;
  const set = (part: Partial<Values>) => {
    draft.reset();
    setValues({ ...values, ...part });
  };
  return (
    <ActDialog
      title={t.actEmpty}
      act={ready ? t.act(name) : null}
      leave={t.leave}
      width={760}
      isPending={draft.isPending}
      error={draft.error}
      onAct={() => ready && draft.mutate()}
      onClose={onClose}
    >
      <Which values={values} set={set} error={error} />
      <How values={values} set={set} error={error} />
      {!chosen && <p className="second">{t.chooseFirst}</p>}
      {chosen && preview.isPending && <p className="second">{t.counting}</p>}
      {chosen && preview.data && <Outlook view={preview.data} />}
    </ActDialog>
  );
}
