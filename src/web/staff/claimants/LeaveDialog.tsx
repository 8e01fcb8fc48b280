import { Input, Radio } from 'antd';
import { useState } from 'react';
import type { ClaimantRow } from '../../../claimants/claimantViews.ts';
import { type LeaveGround, leaveGrounds } from '../../../claimants/data/claimItems.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useRosterStep } from './queries.ts';
import { useRosterWords } from './words.ts';

type Props = { code: string; row: ClaimantRow; onDone: (sentence: string) => void; onClose: () => void };

/** Somebody leaves the list, or comes back; what follows stands above the button. */
export function LeaveDialog({ code, row, onDone, onClose }: Props) {
  const t = useRosterWords();
  const leaving = row.left === null;
  const [ground, setGround] = useState<LeaveGround | null>(null);
  const [reason, setReason] = useState('');
  const act = useRosterStep(code, leaving ? 'claimant-leavings' : 'claimant-returns', onDone);
  const { partyId } = row;
  const errors = act.error?.fields ?? {};
  return (
    <ActDialog
      title={leaving ? t.leaveTitle(row.name) : `${t.rejoin}：${row.name}`}
      act={leaving ? t.leaveAct : t.rejoinAct}
      leave={t.leave}
      isPending={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ partyId, ...(leaving && { ground }), reason: reason.trim() })}
      onClose={onClose}
    >
      {leaving ? (
        <>
          <p>{t.leaveFollows}</p>
          <Field name="ground" label={t.leaveWhy} error={errors.ground}>
            {({ status: _status, ...control }) => (
              <Radio.Group
                {...control}
                value={ground}
                options={(Object.keys(leaveGrounds) as LeaveGround[]).map((value) => ({
                  value,
                  label: t.ground(value),
                }))}
                onChange={({ target }) => setGround(target.value as LeaveGround)}
              />
            )}
          </Field>
        </>
      ) : null}
      <Field name="reason" label={t.why} error={errors.reason} limit={500} typed={reason}>
        {(control) => <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
    </ActDialog>
  );
}
