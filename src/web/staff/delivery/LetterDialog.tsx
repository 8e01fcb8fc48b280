import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { LetterResultInput } from '../../../delivery/callResult.ts';
import type { DeliveryView } from '../../../delivery/deliveryViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { useDeliveryWords } from './words.ts';

type Result = LetterResultInput['result'];
type Props = { delivery: DeliveryView; onClose: (done: boolean) => void };

/** Where a letter is: posted, signed for, or back. */
export function LetterDialog({ delivery, onClose }: Props) {
  const t = useDeliveryWords();
  const results: readonly Result[] =
    delivery.state === 'printed' ? ['posted', 'signed', 'returned'] : ['signed', 'returned'];
  const [result, setResult] = useState<Result | ''>('');
  const [number, setNumber] = useState('');
  const [missing, setMissing] = useState(false);
  const recording = useMutation<void, ApiError>({
    mutationFn: () => api.post(`/api/deliveries/${delivery.id}/letter-results`, { result, number }),
    onSuccess: () => onClose(true),
  });
  return (
    <ActDialog
      title={t.letterTitle(delivery.partyName)}
      act={t.recordLetter}
      leave={t.later}
      isPending={recording.isPending}
      error={recording.error}
      onAct={() => (result === '' ? setMissing(true) : recording.mutate())}
      onClose={() => onClose(false)}
    >
      <Choice
        name="result"
        label={t.where}
        value={result}
        options={results.map((value) => ({ value, label: t[value] }))}
        onChange={(value) => {
          setMissing(false);
          setResult(value);
        }}
        error={missing ? t.where : undefined}
      />
      {result === 'posted' && (
        <Field name="number" label={t.number} hint={t.numberHint} limit={40} typed={number}>
          {(control) => <Input {...control} value={number} onChange={({ target }) => setNumber(target.value)} />}
        </Field>
      )}
    </ActDialog>
  );
}
