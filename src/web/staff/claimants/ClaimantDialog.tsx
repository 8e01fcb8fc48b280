import { Input } from 'antd';
import { useState } from 'react';
import { type ClaimantInput, emptyClaimant } from '../../../claimants/claimant.ts';
import type { PreviewRow } from '../../../claimants/claimSheet.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { ClaimFields } from './ClaimFields.tsx';
import { claimInput, itemsOf, typedClaim } from './claimForm.ts';
import { useRosterStep } from './queries.ts';
import { useRosterWords } from './words.ts';

type Identity = Pick<ClaimantInput, 'name' | 'idNumber' | 'idException' | 'phone' | 'address'>;
type FormProps = {
  title: string;
  act: string;
  begun: ClaimantInput;
  errors: Readonly<Record<string, string>>;
  isPending: boolean;
  error: Parameters<typeof ActDialog>[0]['error'];
  onAct: (claimant: ClaimantInput) => void;
  onClose: () => void;
};

function ClaimantForm({ title, act, begun, errors, isPending, error, onAct, onClose }: FormProps) {
  const t = useRosterWords();
  const { name, idNumber, idException, phone, address } = begun;
  const [who, setWho] = useState<Identity>({ name, idNumber, idException, phone, address });
  const [claim, setClaim] = useState(() => typedClaim(begun));
  const line = (field: keyof Identity, label: string, limit: number) => (
    <Field name={field} label={label} error={errors[field]} limit={limit} typed={who[field]}>
      {(control) => (
        <Input {...control} value={who[field]} onChange={({ target }) => setWho({ ...who, [field]: target.value })} />
      )}
    </Field>
  );
  const send = () => {
    if (itemsOf(claim.items).problem !== null) return;
    // Without a number there is a reason why, as at the counter.
    const none = who.idNumber.trim() === '' && who.idException.trim() !== '';
    const idKind = none ? 'none' : begun.idKind === 'none' ? 'idCard' : begun.idKind;
    onAct({ ...who, idKind, ...claimInput(claim), account: claim.account });
  };
  return (
    <ActDialog {...{ title, act, isPending, error }} leave={t.leave} onAct={send} onClose={onClose}>
      {line('name', t.name, 80)}
      {line('idNumber', t.idNumber, 50)}
      {line('idException', t.noPapers, 200)}
      {line('phone', t.phone, 40)}
      {line('address', t.address, 200)}
      <ClaimFields
        claim={claim}
        errors={errors}
        last4={null}
        onChange={(change) => setClaim((before) => ({ ...before, ...change }))}
      />
    </ActDialog>
  );
}

const ofFirst = (fields: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, sentence]) => [field.replace('claimants.0.', ''), sentence]));

type Props = { view: DisputeView; onDone: (sentence: string) => void; onClose: () => void };

/** One more on the list, typed by hand: who joins later, who is on no workbook. */
export function ClaimantDialog({ view, onDone, onClose }: Props) {
  const t = useRosterWords();
  const act = useRosterStep(view.code, 'claimants', onDone);
  const fields = ofFirst(act.error?.fields);
  return (
    <ClaimantForm
      title={t.newTitle}
      act={t.addAct}
      begun={emptyClaimant}
      errors={fields}
      isPending={act.isPending}
      error={act.error && { kind: act.error.kind, message: act.error.message, fields }}
      onAct={(claimant) => act.mutate({ claimants: [claimant] })}
      onClose={onClose}
    />
  );
}

type MendProps = {
  row: PreviewRow;
  isPending: boolean;
  onMend: (claimant: ClaimantInput) => void;
  onClose: () => void;
};

/** A row of the workbook, put right before it goes in. */
export function MendDialog({ row, isPending, onMend, onClose }: MendProps) {
  const t = useRosterWords();
  return (
    <ClaimantForm
      title={t.mendTitle(row.rowNumber)}
      act={t.mendAct}
      begun={row.claimant}
      errors={row.problems}
      isPending={isPending}
      error={null}
      onAct={onMend}
      onClose={onClose}
    />
  );
}
