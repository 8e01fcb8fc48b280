import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SentenceLine } from '../../../law/sentenceLine.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { EnterReview } from './EnterReview.tsx';
import { useLawWords } from './words.ts';

export type Done = 'entered' | 'published' | 'withdrawn';
type Props = { chosen: readonly SentenceLine[]; onDone: (done: Done) => void };

function Withdraw({ ids, onClose, onDone }: { ids: readonly string[]; onClose: () => void; onDone: () => void }) {
  const t = useLawWords();
  const [reason, setReason] = useState('');
  const withdraw = useMutation<unknown, ApiError>({
    mutationFn: () => api.post('/api/legal-reviews/withdrawals', { ids, reason }),
    onSuccess: onDone,
  });
  return (
    <ActDialog
      title={t.withdrawTitle(ids.length)}
      act={t.withdrawAct(ids.length)}
      leave={t.withdrawLeave}
      danger
      isPending={withdraw.isPending}
      error={withdraw.error}
      onAct={() => withdraw.mutate()}
      onClose={onClose}
    >
      <Field name="reason" label={t.why} error={withdraw.error?.fields.reason}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <p className="second">{t.withdrawNote}</p>
    </ActDialog>
  );
}

const reviewsOf = (lines: readonly SentenceLine[]) => lines.flatMap(({ review }) => (review?.ours ? [review] : []));

/** What can be done with the chosen sentences: entered by one person, published by another, taken back with a reason. */
export function Acts({ chosen, onDone }: Props) {
  const t = useLawWords();
  const [open, setOpen] = useState<'enter' | 'withdraw' | null>(null);
  const pending = reviewsOf(chosen.filter(({ standing }) => standing === 'pending'));
  const others = pending.filter(({ mine }) => !mine);
  const ours = reviewsOf(chosen);
  const publish = useMutation<unknown, ApiError>({
    mutationFn: () => api.post('/api/legal-reviews/publications', { ids: others.map(({ id }) => id) }),
    onSuccess: () => onDone('published'),
  });
  const done = (what: Done) => {
    setOpen(null);
    onDone(what);
  };
  return (
    <div className="row law-acts no-print">
      <span>{t.chosen(chosen.length)}</span>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setOpen('enter')}>
        {t.enter}
      </Button>
      <Button disabled={others.length === 0} loading={publish.isPending} onClick={() => publish.mutate()}>
        {t.publish(others.length)}
      </Button>
      <Button disabled={ours.length === 0} onClick={() => setOpen('withdraw')}>
        {t.withdraw}
      </Button>
      {pending.length > others.length && <span className="second">{t.notYours}</span>}
      {publish.error && <Strip tone="late">{publish.error.message}</Strip>}
      {open === 'enter' && <EnterReview chosen={chosen} onClose={() => setOpen(null)} onDone={() => done('entered')} />}
      {open === 'withdraw' && (
        <Withdraw ids={ours.map(({ id }) => id)} onClose={() => setOpen(null)} onDone={() => done('withdrawn')} />
      )}
    </div>
  );
}
