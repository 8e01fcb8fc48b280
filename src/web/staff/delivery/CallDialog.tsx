import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CallResultInput } from '../../../delivery/callResult.ts';
import type { DeliveryView } from '../../../delivery/deliveryViews.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { CancelDelivery } from './CancelDelivery.tsx';
import { useDeliveryWords } from './words.ts';

type Result = CallResultInput['result'];
const results: readonly Result[] = ['told', 'noAnswer', 'wrongNumber', 'notWanted'];

type Props = { delivery: DeliveryView; onClose: (done: boolean) => void };

/** The number, the words, and what came of it. */
export function CallDialog({ delivery, onClose }: Props) {
  const t = useDeliveryWords();
  const [result, setResult] = useState<Result | ''>('');
  const [missing, setMissing] = useState(false);
  const path = `/api/deliveries/${delivery.id}`;
  const seeing = useMutation<{ phone: string }, ApiError>({ mutationFn: () => api.post(`${path}/phone-reveals`, {}) });
  const recording = useMutation<void, ApiError>({
    mutationFn: () => api.post(`${path}/call-results`, { result }),
    onSuccess: () => onClose(true),
  });
  return (
    <ActDialog
      title={t.callTitle(delivery.partyName)}
      act={t.record}
      leave={t.later}
      isPending={recording.isPending}
      error={recording.error ?? seeing.error}
      onAct={() => (result === '' ? setMissing(true) : recording.mutate())}
      onClose={() => onClose(false)}
    >
      {delivery.why === 'restricted' && <Strip tone="soon">{t.restricted}</Strip>}
      <div className="delivery-number">
        <output>{seeing.data?.phone ?? delivery.phone}</output>
        {!seeing.data && (
          <Button onClick={() => seeing.mutate()} loading={seeing.isPending}>
            {t.see}
          </Button>
        )}
        <p className="second">{t.seeNote}</p>
      </div>
      <div>
        <b>{t.say}</b>
        <p className="delivery-say">{delivery.body}</p>
      </div>
      <Choice
        name="result"
        label={t.how}
        value={result}
        options={results.map((value) => ({ value, label: t[value] }))}
        onChange={(value) => {
          setMissing(false);
          setResult(value);
        }}
        error={missing ? t.how : undefined}
        hint={result === '' ? undefined : t[`${result}Note`]}
      />
      <CancelDelivery id={delivery.id} onCancelled={() => onClose(true)} />
    </ActDialog>
  );
}
