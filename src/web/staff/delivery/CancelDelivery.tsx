import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../../ui/Field.tsx';
import { type ApiError, api } from '../api.ts';
import { useDeliveryWords } from './words.ts';

/** Not delivering at all needs a reason; it is asked only when somebody wants it. */
export function CancelDelivery({ id, onCancelled }: { id: string; onCancelled: () => void }) {
  const t = useDeliveryWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const cancelling = useMutation<void, ApiError>({
    mutationFn: () => api.post(`/api/deliveries/${id}/cancellations`, { reason }),
    onSuccess: onCancelled,
  });
  if (!asking)
    return (
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {t.cancel}
      </button>
    );
  return (
    <div className="delivery-cancel">
      <Field name="reason" label={t.cancelReason} error={cancelling.error?.fields.reason ?? cancelling.error?.message}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button onClick={() => cancelling.mutate()} loading={cancelling.isPending}>
          {t.doCancel}
        </Button>
        <Button onClick={() => setAsking(false)}>{t.keep}</Button>
      </div>
    </div>
  );
}
