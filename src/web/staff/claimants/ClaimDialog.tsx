import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ClaimantRow } from '../../../claimants/claimantViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { ClaimFields } from './ClaimFields.tsx';
import { claimInput, itemsOf, typedClaim } from './claimForm.ts';
import { useRosterStep } from './queries.ts';
import { useRosterWords } from './words.ts';

/** The whole account, once a purpose is written down; the look is logged with it. */
function WholeAccount({ code, partyId }: { code: string; partyId: string }) {
  const t = useRosterWords();
  const [purpose, setPurpose] = useState('');
  const looking = useMutation<{ value: string }, ApiError>({
    mutationFn: () => api.post(`/api/disputes/${code}/account-reveals`, { partyId, purpose: purpose.trim() }),
  });
  if (looking.data) return <output>{looking.data.value}</output>;
  return (
    <Field name="purpose" label={t.purpose} error={looking.error?.message}>
      {(control) => (
        <div className="row">
          <Input
            {...control}
            value={purpose}
            style={{ width: 260 }}
            onChange={({ target }) => setPurpose(target.value)}
          />
          <Button loading={looking.isPending} onClick={() => looking.mutate()}>
            {t.seeAccount}
          </Button>
        </div>
      )}
    </Field>
  );
}

type Props = { code: string; row: ClaimantRow; onDone: (sentence: string) => void; onClose: () => void };

/** What one on the list asks for, changed with a reason. */
export function ClaimDialog({ code, row, onDone, onClose }: Props) {
  const t = useRosterWords();
  const [claim, setClaim] = useState(() => typedClaim(row));
  const [reason, setReason] = useState('');
  const act = useRosterStep(code, 'claim-changes', onDone);
  const send = () => {
    if (itemsOf(claim.items).problem !== null) return;
    const account = claim.account.trim() === '' ? {} : { account: claim.account };
    act.mutate({ partyId: row.partyId, ...claimInput(claim), ...account, reason: reason.trim() });
  };
  return (
    <ActDialog
      title={t.claimTitle(row.name)}
      act={t.save}
      leave={t.leave}
      isPending={act.isPending}
      error={act.error}
      onAct={send}
      onClose={onClose}
    >
      <ClaimFields
        claim={claim}
        errors={act.error?.fields ?? {}}
        last4={row.accountLast4}
        onChange={(change) => setClaim((before) => ({ ...before, ...change }))}
      />
      {row.accountLast4 ? <WholeAccount code={code} partyId={row.partyId} /> : null}
      <Field name="reason" label={t.reason} error={act.error?.fields.reason} limit={500} typed={reason}>
        {(control) => <Input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
    </ActDialog>
  );
}
