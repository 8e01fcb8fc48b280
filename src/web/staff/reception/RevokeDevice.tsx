import { useMutation } from '@tanstack/react-query';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type ApiError, api } from '../api.ts';
import { devicesChanged, type HallDevice } from './queries.ts';
import { useHallWords } from './words.ts';

type Props = { device: HallDevice; onClose: () => void; onDone: () => void };

/** Asked before it is done: the device stops at once. */
export function RevokeDevice({ device, onClose, onDone }: Props) {
  const t = useHallWords();
  const revoking = useMutation<void, ApiError>({
    mutationFn: () => api.post(`/api/hall/devices/${device.id}/revocations`, {}),
    onSuccess: onDone,
    onSettled: devicesChanged,
  });
  return (
    <ActDialog
      title={t.revokeAsk(device.name)}
      act={t.revokeIt}
      leave={t.revokeNot}
      isPending={revoking.isPending}
      error={revoking.error}
      onAct={() => revoking.mutate()}
      onClose={onClose}
    >
      <p>
        {device.kindLabel} {device.counter === null ? '' : t.counter(device.counter)}
      </p>
      <p>{t.revokeMeans}</p>
    </ActDialog>
  );
}
