import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { ReorganizationView } from '../../../../reassigning/reorganizationView.ts';
import { ActDialog } from '../../../../ui/ActDialog.tsx';
import { Field, fieldId } from '../../../../ui/Field.tsx';
import { FocusOnOpen } from '../../../../ui/FocusOnOpen.tsx';
import { type ApiError, api } from '../../api.ts';
import { Counts } from './Counts.tsx';
import { useReorganizationWords } from './words.ts';

type Props = { row: ReorganizationView; onClose: () => void; onDone: (jobId: string | null) => void };

/** What cannot be taken back is confirmed by another person, who writes what ends. */
export function ConfirmDialog({ row, onClose, onDone }: Props) {
  const t = useReorganizationWords();
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const confirm = useMutation<{ jobId: string | null }, ApiError>({
    mutationFn: () => api.post(`/api/reorganizations/${row.id}/confirmations`, { name, reason }),
    onSuccess: ({ jobId }) => onDone(jobId),
  });
  const ready = name.trim() === row.subjectName && reason.trim().length >= 2;
  return (
    <ActDialog
      title={t.confirmTitle(row.subjectName, row.successorName)}
      act={ready ? t.confirmAct(row.subjectName) : null}
      leave={t.confirmLeave}
      width={720}
      danger
      isPending={confirm.isPending}
      error={confirm.error}
      onAct={() => ready && confirm.mutate()}
      onClose={onClose}
    >
      <FocusOnOpen id={fieldId('name')} />
      <Counts counts={row.counts} />
      <p>{t.unchanged}</p>
      <p className="soon-text">{t.undoable}</p>
      <Field name="name" label={t.typeName(row.subjectName)} error={confirm.error?.fields.name}>
        {(control) => (
          <Input {...control} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field name="reason" label={t.confirmReason} error={confirm.error?.fields.reason} limit={300} typed={reason}>
        {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </ActDialog>
  );
}
