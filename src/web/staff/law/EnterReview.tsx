import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { SentenceLine } from '../../../law/sentenceLine.ts';
import { addMonths, dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { useLawWords } from './words.ts';

type Props = { chosen: readonly SentenceLine[]; onClose: () => void; onDone: () => void };

/** Who reviewed these sentences, on which day and until when. */
export function EnterReview({ chosen, onClose, onDone }: Props) {
  const t = useLawWords();
  const today = dayOf(now());
  const [form, setForm] = useState({ reviewer: '', on: today, until: addMonths(today, 12), note: '' });
  const set = (patch: Partial<typeof form>) => setForm((before) => ({ ...before, ...patch }));
  const enter = useMutation<unknown, ApiError>({
    mutationFn: () =>
      api.post('/api/legal-reviews', {
        sentences: chosen.map(({ id, digest }) => ({ id, digest })),
        reviewer: form.reviewer.trim(),
        reviewedOn: readDay(form.on, today, 'past') ?? form.on,
        validUntil: readDay(form.until, today, 'future') ?? form.until,
        note: form.note,
      }),
    onSuccess: onDone,
  });
  const errors = enter.error?.fields ?? {};
  return (
    <ActDialog
      title={t.enterTitle(chosen.length)}
      act={t.enterAct(chosen.length)}
      leave={t.leave}
      isPending={enter.isPending}
      error={enter.error}
      onAct={() => enter.mutate()}
      onClose={onClose}
    >
      <Field name="reviewer" label={t.reviewer} error={errors.reviewer}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={form.reviewer}
            onChange={({ target }) => set({ reviewer: target.value })}
          />
        )}
      </Field>
      <DayInput
        name="reviewedOn"
        label={t.reviewedOn}
        value={form.on}
        onChange={(on) => set({ on })}
        today={today}
        nearest="past"
        placeholder="11-28"
        error={errors.reviewedOn}
      />
      <DayInput
        name="validUntil"
        label={t.validUntil}
        value={form.until}
        onChange={(until) => set({ until })}
        today={today}
        nearest="future"
        placeholder="2027-11-28"
        error={errors.validUntil}
      />
      <Field name="note" label={t.note} error={errors.note}>
        {(control) => (
          <Input.TextArea
            {...control}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={form.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </Field>
      <p className="second">{t.enterNote}</p>
    </ActDialog>
  );
}
