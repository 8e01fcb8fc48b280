import { Input, Select } from 'antd';
import { useState } from 'react';
import type { AbsencePage } from '../../../attendance/absenceViews.ts';
import { readDay } from '../../../platform/readDay.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field, fieldId } from '../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../ui/FocusOnOpen.tsx';
import { useClear } from '../../../ui/useClear.tsx';
import { usePost } from '../useMe.ts';
import { useAbsenceWords } from './absenceWords.ts';
import { CoverOutlook } from './CoverOutlook.tsx';
import { type Done, useAct } from './queries.ts';

export function Colleague({
  page,
  value,
  onChange,
  error,
  label,
}: {
  page: AbsencePage;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  label: string;
}) {
  const t = useAbsenceWords();
  const clear = useClear();
  return (
    <Field name="coverByPostId" label={label} error={error}>
      {(control) => (
        <Select<string>
          {...control}
          allowClear={clear}
          showSearch={{ optionFilterProp: 'label' }}
          options={page.colleagues.map((each) => ({ value: each.postId, label: `${each.name} ${each.label}` }))}
          value={value || null}
          placeholder={t.choose}
          notFoundContent={t.nothing}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      )}
    </Field>
  );
}

/** Away from a post, and who is asked to cover it. */
export function AbsenceDialog({
  page,
  onClose,
  onDone,
}: {
  page: AbsencePage;
  onClose: () => void;
  onDone: (done: Done) => void;
}) {
  const t = useAbsenceWords();
  const post = usePost();
  const own = page.posts.find(({ postId }) => postId === post.id) ?? page.posts[0];
  const [values, setValues] = useState({ postId: own?.postId ?? post.id, from: '', to: '', reason: '', cover: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const act = useAct<object>('/api/absences', ['absences', 'work'], onDone);
  const errors = act.error?.fields ?? {};
  const day = (typed: string) => readDay(typed, page.today, 'future') ?? typed;
  const asked = {
    ...{ postId: values.postId, from: day(values.from), to: day(values.to || values.from) },
    ...(values.cover && { coverByPostId: values.cover }),
  };
  const days = { today: page.today, nearest: 'future' as const, placeholder: t.dayHint };
  return (
    <ActDialog
      title={t.askTitle}
      act={t.askAct}
      leave={t.askLeave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ ...asked, reason: values.reason.trim() })}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId(page.posts.length > 1 ? 'postId' : 'from')} />
      {page.posts.length > 1 && (
        <Field name="postId" label={t.post} error={errors.postId}>
          {(control) => (
            <Select<string>
              {...control}
              options={page.posts.map((each) => ({ value: each.postId, label: `${each.name} ${each.label}` }))}
              value={values.postId}
              onChange={(postId) => set({ postId })}
            />
          )}
        </Field>
      )}
      <DayInput
        {...days}
        name="from"
        label={t.from}
        value={values.from}
        onChange={(from) => set({ from })}
        error={errors.from}
      />
      <DayInput {...days} name="to" label={t.to} value={values.to} onChange={(to) => set({ to })} error={errors.to} />
      <Field name="reason" label={t.why} hint={t.whyHint} error={errors.reason} limit={60} typed={values.reason}>
        {(control) => (
          <Input {...control} value={values.reason} onChange={(event) => set({ reason: event.target.value })} />
        )}
      </Field>
      <Colleague
        page={page}
        label={t.coverField}
        value={values.cover}
        onChange={(cover) => set({ cover })}
        error={errors.coverByPostId}
      />
      <CoverOutlook asked={asked} />
    </ActDialog>
  );
}
