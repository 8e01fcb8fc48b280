import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AskReason } from '../../../ui/AskReason.tsx';
import { type ApiError, api } from '../api.ts';
import { useDeliveryWords } from './words.ts';

/** Not delivering at all needs a reason; it is asked only when somebody wants it. */
export function CancelDelivery({ id, onCancelled }: { id: string; onCancelled: () => void }) {
  const t = useDeliveryWords();
  const [asking, setAsking] = useState(false);
  const cancelling = useMutation<void, ApiError, string>({
    mutationFn: (reason) => api.post(`/api/deliveries/${id}/cancellations`, { reason }),
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
      <AskReason
        name="reason"
        label={t.cancelReason}
        act={t.doCancel}
        leave={t.keep}
        pending={cancelling.isPending}
        error={cancelling.error}
        onSend={cancelling.mutate}
        onLeave={() => setAsking(false)}
      />
    </div>
  );
}
