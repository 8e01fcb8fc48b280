import { useMutation, useQueries } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { BoardMatter } from '../../../deadlines/boardView.ts';
import { addDays, dayOf, isDay, now } from '../../../platform/now.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import type { Outlook } from '../../../ui/Consequences.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { type ApiError, api, newCommandId } from '../api.ts';
import { matterChanged, queryClient } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { useBoardWords } from './boardWords.ts';
import { useBulkWords } from './bulkWords.ts';

export type BulkKind = 'notify' | 'remind';
type Form = { reason: string; ask: string; text: string; replyBy: string };

const issuers: readonly string[] = ['supervisor', 'centerLeader', 'politicalLegalMember'];
const reminders: readonly string[] = ['supervisor', 'centerLeader', 'dispatcher'];

/** Each matter's own command: the unit and the clock it was listed for. */
function bodyOf(kind: BulkKind, matter: BoardMatter, { reason, ask, text, replyBy }: Form) {
  if (kind === 'remind') return { text };
  return {
    unitIds: [matter.unitId],
    clockId: matter.clock?.stoppedAt === null ? matter.clock.id : null,
    reason,
    ask,
    replyBy,
    urgency: 'none',
    cosignerIds: [],
  };
}

function foresee(kind: BulkKind, matter: BoardMatter, form: Form): Promise<Outlook> {
  const body = bodyOf(kind, matter, form);
  const path = `/api/disputes/${matter.code}`;
  if (kind === 'remind') return api.post<Outlook>(`${path}/previews`, { step: 'remind', input: body });
  return api.post<Outlook>(`${path}/supervision-notice-previews`, body);
}

function act(kind: BulkKind, matter: BoardMatter, form: Form): Promise<unknown> {
  const noun = kind === 'remind' ? 'reminders' : 'supervision-notices';
  return api.post(`/api/disputes/${matter.code}/${noun}`, { ...bodyOf(kind, matter, form), commandId: newCommandId() });
}

/** What pressing will do for each of them; one that is refused says why and is left out. */
function Outlooks({ kind, matters, form }: { kind: BulkKind; matters: readonly BoardMatter[]; form: Form }) {
  const t = useBulkWords();
  const found = useQueries({
    queries: matters.map((matter) => ({
      queryKey: ['supervision', 'outlook', kind, matter.code, form.replyBy],
      queryFn: () => foresee(kind, matter, form),
      retry: false,
      staleTime: 0,
    })),
  });
  return (
    <section className="consequences" aria-label={t.title}>
      <h3>{t.title}</h3>
      <ul className="bulk-outlook">
        {matters.map((matter, index) => {
          const { data, error } = found[index] ?? {};
          return (
            <li key={matter.code}>
              {matter.codeShort} {matter.title}
              <span className="second">
                {data && ` ${t.tells(data.tells.map(({ who }) => who).join('、'))}`}
                {data?.starts.map(({ sentence }) => ` ${sentence}`)}
              </span>
              {error && (
                <span className="soon-text">
                  {' '}
                  <StateIcon shape="dueSoon" /> {(error as ApiError).message}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="second">{kind === 'notify' ? t.undoNotify : t.undoRemind}</p>
    </section>
  );
}

type DialogProps = {
  kind: BulkKind;
  matters: readonly BoardMatter[];
  onClose: () => void;
  onDone: (sentence: string) => void;
};

function Fields({ kind, form, set }: { kind: BulkKind; form: Form; set: (part: Partial<Form>) => void }) {
  const t = useBulkWords();
  const words = (name: 'reason' | 'ask' | 'text') => (
    <Field name={name} label={t[name]}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={2}
          maxLength={name === 'text' ? 300 : 1000}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  if (kind === 'remind') return words('text');
  return (
    <>
      {words('reason')}
      {words('ask')}
      <DayInput
        name="replyBy"
        label={t.replyBy}
        value={form.replyBy}
        onChange={(replyBy) => set({ replyBy })}
        today={dayOf(now())}
        nearest="future"
        placeholder="2026-10-16"
      />
    </>
  );
}

function BulkDialog({ kind, matters, onClose, onDone }: DialogProps) {
  const t = useBulkWords();
  const [form, setForm] = useState<Form>({
    reason: t.usualReason,
    ask: t.usualAsk,
    text: t.usualText,
    replyBy: addDays(dayOf(now()), 3),
  });
  const sending = useMutation({
    // One after the other: what was sent stays sent when a later one is refused.
    mutationFn: async () => {
      const refused: string[] = [];
      for (const matter of matters)
        await act(kind, matter, form).catch((error: ApiError) => refused.push(`${matter.codeShort}：${error.message}`));
      return refused;
    },
    onSuccess: async (refused) => {
      await Promise.all(matters.map(({ code }) => matterChanged(code)));
      await queryClient.invalidateQueries({ queryKey: ['supervision'] });
      const done = matters.length - refused.length;
      onDone([kind === 'notify' ? t.notified(done) : t.reminded(done), ...refused].join(' '));
    },
  });
  const ready =
    kind === 'remind'
      ? form.text.trim().length >= 2
      : form.reason.trim().length >= 4 && form.ask.trim().length >= 4 && isDay(form.replyBy);
  const label = kind === 'notify' ? t.notify(matters.length) : t.remind(matters.length);
  return (
    <ActDialog
      title={label}
      act={ready ? label : null}
      leave={kind === 'notify' ? t.leaveNotify : t.leaveRemind}
      width={720}
      isPending={sending.isPending}
      error={sending.error as ApiError | null}
      onAct={() => ready && sending.mutate()}
      onClose={onClose}
    >
      <Fields kind={kind} form={form} set={(part) => setForm({ ...form, ...part })} />
      <Outlooks kind={kind} matters={matters} form={form} />
    </ActDialog>
  );
}

type Props = {
  matters: readonly BoardMatter[];
  doing: BulkKind | null;
  onDoing: (kind: BulkKind | null) => void;
  onDone: (sentence: string) => void;
};

/** What can be done with the ticked rows, by posts that may: a notice each, or a reminder each. */
export function BulkAct({ matters, doing, onDoing, onDone }: Props) {
  const t = useBoardWords();
  const { role } = usePost();
  if (matters.length === 0) return null;
  return (
    <section className="row matters-bar no-print" aria-label={t.ticked(matters.length)}>
      <span>{t.ticked(matters.length)}</span>
      {issuers.includes(role) && <Button onClick={() => onDoing('notify')}>{t.notify(matters.length)}</Button>}
      {reminders.includes(role) && <Button onClick={() => onDoing('remind')}>{t.remind(matters.length)}</Button>}
      {doing && <BulkDialog kind={doing} matters={matters} onClose={() => onDoing(null)} onDone={onDone} />}
    </section>
  );
}
