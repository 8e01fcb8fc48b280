import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { BoardMatter } from '../../../dashboards/boardView.ts';
import { mayEnter } from '../../../people/doors.ts';
import { addDays, dayOf, isDay, now } from '../../../platform/now.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import type { ApiError } from '../api.ts';
import { matterChanged, queryClient } from '../queries.ts';
import { usePost } from '../useMe.ts';
import { act, type BulkForm, type BulkKind, foresee } from './bulk.ts';
import { useBulkWords } from './bulkWords.ts';
import { useBoardWords } from './words.ts';

type OutlookProps = { kind: BulkKind; matters: readonly BoardMatter[]; form: BulkForm };

/** What pressing will do for each of them; one that is refused says why and is left out. */
function Outlooks({ kind, matters, form }: OutlookProps) {
  const t = useBulkWords();
  const codes = matters.map(({ code }) => code).join();
  const { data, error } = useQuery({
    queryKey: ['supervision', 'outlook', kind, codes, form.replyBy],
    queryFn: () => foresee(kind, matters, form),
    retry: false,
    staleTime: 0,
  });
  return (
    <section className="consequences" aria-label={t.title} aria-busy={data === undefined}>
      <h3>{t.title}</h3>
      <ul className="bulk-outlook">
        {matters.map(({ code, codeShort, title }) => {
          const found = data?.find((each) => each.code === code);
          return (
            <li key={code}>
              {codeShort} {title}
              {found && found.who.length > 0 && <span className="second"> {t.tells(found.who.join('、'))}</span>}
              {found?.lines.map((line) => (
                <span key={line} className="second">
                  {' '}
                  {line}
                </span>
              ))}
              {found?.why && (
                <span className="soon-text">
                  {' '}
                  <StateIcon shape="dueSoon" /> {found.why}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {error && <p className="late-text">{error.message}</p>}
      <p className="second">{kind === 'notify' ? t.undoNotify : t.undoRemind}</p>
    </section>
  );
}

function Fields({ kind, form, set }: { kind: BulkKind; form: BulkForm; set: (part: Partial<BulkForm>) => void }) {
  const t = useBulkWords();
  const words = (name: 'reason' | 'ask' | 'text') => (
    <Field name={name} label={t[name]} limit={name === 'text' ? 300 : 1000} typed={form[name]}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={2}
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

function isReady(kind: BulkKind, { text, reason, ask, replyBy }: BulkForm): boolean {
  if (kind === 'remind') return text.trim().length >= 2;
  return reason.trim().length >= 4 && ask.trim().length >= 4 && isDay(replyBy);
}

type DialogProps = {
  kind: BulkKind;
  matters: readonly BoardMatter[];
  onClose: () => void;
  onDone: (sentence: string) => void;
};

function BulkDialog({ kind, matters, onClose, onDone }: DialogProps) {
  const t = useBulkWords();
  const [form, setForm] = useState<BulkForm>({
    reason: t.usualReason,
    ask: t.usualAsk,
    text: t.usualText,
    replyBy: addDays(dayOf(now()), 3),
  });
  const sending = useMutation({
    mutationFn: () => act(kind, matters, form),
    onSuccess: async (found) => {
      await Promise.all(matters.map(({ code }) => matterChanged(code)));
      await queryClient.invalidateQueries({ queryKey: ['supervision'] });
      const name = (code: string) => matters.find((matter) => matter.code === code)?.codeShort ?? code;
      const not = found.flatMap(({ code, why }) => (why === null ? [] : [`${name(code)}：${why}`]));
      const done = found.length - not.length;
      onDone([kind === 'notify' ? t.notified(done) : t.reminded(done), ...not].join(' '));
    },
  });
  const ready = isReady(kind, form);
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
      {mayEnter('issuingNotices', role) && (
        <Button onClick={() => onDoing('notify')}>{t.notify(matters.length)}</Button>
      )}
      {mayEnter('reminding', role) && <Button onClick={() => onDoing('remind')}>{t.remind(matters.length)}</Button>}
      {doing && <BulkDialog kind={doing} matters={matters} onClose={() => onDoing(null)} onDone={onDone} />}
    </section>
  );
}
