import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { openPdf } from '../openPdf.ts';
import { queryClient } from '../queries.ts';
import { useDeliveryWords } from './words.ts';

type Print = { address: string; count: number };

/** The ticked letters as one print; printing says so in each row, posting is another matter. */
export function PrintLetters({ ids, onPrinted }: { ids: readonly string[]; onPrinted: () => void }) {
  const t = useDeliveryWords();
  const [print, setPrint] = useState<Print | null>(null);
  const printing = useMutation<Blob, ApiError>({
    mutationFn: () => api.blob('POST', '/api/letter-prints', { body: { ids } }),
    onSuccess: (pdf) => {
      setPrint({ address: openPdf(pdf).address, count: ids.length });
      onPrinted();
      void queryClient.invalidateQueries({ queryKey: ['deliveries'] });
    },
  });
  return (
    <>
      {print && (
        <Strip
          onClose={() => setPrint(null)}
          actions={
            <a href={print.address} target="_blank" rel="noreferrer">
              {t.openPrint}
            </a>
          }
        >
          {t.printed(print.count)}
        </Strip>
      )}
      {printing.error && <Strip tone="late">{printing.error.message}</Strip>}
      {ids.length > 0 && (
        <div className="row">
          <Button type="primary" onClick={() => printing.mutate()} loading={printing.isPending}>
            {t.print(ids.length)}
          </Button>
        </div>
      )}
    </>
  );
}
