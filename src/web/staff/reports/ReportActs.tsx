import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { openPdf } from '../openPdf.ts';
import { saveBlob } from '../saveBlob.ts';
import { useReportWords } from './words.ts';

type Ask = Readonly<Record<string, string | undefined>>;

/** On paper and as a workbook: of now, or of what was handed in. */
export function PaperActs({ ask, fileName }: { ask: Ask; fileName: string }) {
  const t = useReportWords();
  const [address, setAddress] = useState<string | null>(null);
  const print = useMutation<void, ApiError>({
    mutationFn: async () => {
      const shown = openPdf(await api.blob('GET', '/api/reports/report.pdf', { query: ask }));
      setAddress(shown.opened ? null : shown.address);
    },
  });
  const sheet = useMutation<void, ApiError>({
    mutationFn: async () =>
      saveBlob(await api.blob('GET', '/api/reports/report.xlsx', { query: ask }), `${fileName}.xlsx`),
  });
  const problem = print.error ?? sheet.error;
  return (
    <>
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {t.pdf}
      </Button>
      <Button loading={sheet.isPending} onClick={() => sheet.mutate()}>
        {t.excel}
      </Button>
      {address && (
        <a href={address} target="_blank" rel="noreferrer">
          {t.kept} {t.openPaper}
        </a>
      )}
      {problem && (
        <span role="alert" className="late-text">
          {problem.message}
        </span>
      )}
    </>
  );
}

/** Hands the report in as it stands: what that means is said before. */
export function HandIn({ ask, what }: { ask: Ask; what: string }) {
  const t = useReportWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const hand = useMutation<{ id: string }, ApiError>({
    mutationFn: () => api.post('/api/reports/snapshots', ask),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: ['reports', 'snapshots'] });
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.handIn}
      </Button>
      {hand.isSuccess && <Strip>{t.handed}</Strip>}
      {open && (
        <ActDialog
          title={t.handInTitle(what)}
          act={t.handIn}
          leave={t.leave}
          isPending={hand.isPending}
          error={hand.error}
          onAct={() => hand.mutate()}
          onClose={() => setOpen(false)}
        >
          <p>{t.handInWhat}</p>
        </ActDialog>
      )}
    </>
  );
}
