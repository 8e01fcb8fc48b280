import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { FormView } from '../../../reports/formView.ts';
import { Field } from '../../../ui/Field.tsx';
import { useClear } from '../../../ui/useClear.tsx';
import { type ApiError, api } from '../api.ts';
import { type FormWords, useFormWords } from './forms/words.ts';
import { formKey } from './useMapping.ts';

const days = (t: FormWords) =>
  Array.from({ length: 28 }, (_, index) => ({ value: index + 1, label: t.dayOf(index + 1) }));

type Facts = Pick<FormView, 'name' | 'issuer' | 'draftDay' | 'cutoffDay' | 'handInDay'> & {
  fillerPostId: string | null;
};

/** When the draft comes, until which day is counted, and who fills the form in. */
export function FormDates({ form }: { form: FormView }) {
  const t = useFormWords();
  const clear = useClear();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { name, issuer, draftDay, cutoffDay, handInDay } = form;
  const [facts, setFacts] = useState<Facts>({
    name,
    issuer,
    draftDay,
    cutoffDay,
    handInDay,
    fillerPostId: form.filler?.postId ?? null,
  });
  const set = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const keep = useMutation<{ revision: number }, ApiError>({
    mutationFn: () =>
      api.put(`/api/report-forms/${form.id}`, { ...facts, revision: form.revision, active: form.active }),
    onSuccess: () => client.invalidateQueries({ queryKey: formKey(form.id) }),
  });
  const errors = keep.error?.fields ?? {};
  const choose = (field: 'draftDay' | 'cutoffDay' | 'handInDay', none: string | null) => (
    <Field name={field} label={t[field]} error={errors[field]}>
      {(control) => (
        <Select
          {...control}
          options={none === null ? days(t) : [{ value: 0, label: none }, ...days(t)]}
          value={facts[field] ?? 0}
          onChange={(day: number) => set({ [field]: field === 'handInDay' && day === 0 ? null : day })}
        />
      )}
    </Field>
  );
  return (
    <section className="report-section">
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.dates}：{t.dayOf(draftDay)} · {form.filler?.name ?? t.nobody}
      </button>
      {open && (
        <>
          <div className="form-dates">
            {(['name', 'issuer'] as const).map((field) => (
              <Field key={field} name={field} label={t[field]} error={errors[field]}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    value={facts[field]}
                    onChange={(event) => set({ [field]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            {choose('draftDay', null)}
            {choose('cutoffDay', t.monthEnd)}
            {choose('handInDay', t.noDay)}
            <Field name="fillerPostId" label={t.filler} error={errors.fillerPostId}>
              {(control) => (
                <Select
                  {...control}
                  allowClear={clear}
                  options={form.fillers.map(({ postId, name: who, role }) => ({
                    value: postId,
                    label: `${who}（${role}）`,
                  }))}
                  value={facts.fillerPostId}
                  onChange={(fillerPostId?: string | null) => set({ fillerPostId: fillerPostId ?? null })}
                />
              )}
            </Field>
          </div>
          {keep.error && Object.keys(errors).length === 0 && (
            <p role="alert" className="late-text">
              {keep.error.message}
            </p>
          )}
          <p>
            <Button loading={keep.isPending} onClick={() => keep.mutate()}>
              {t.keepDates}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
