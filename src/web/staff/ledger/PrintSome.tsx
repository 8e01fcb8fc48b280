import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { OutputMade } from '../../../ledger/outputs.ts';
import { mayEnter } from '../../../people/doors.ts';
import { ActDialog } from '../../../ui/ActDialog.tsx';
import { type ApiError, api } from '../api.ts';
import type { JobView } from '../useJob.ts';
import { usePost } from '../useMe.ts';
import { useBatchWords } from './batchWords.ts';
import { OutputJob } from './OutputJob.tsx';
import { useOutputWords } from './outputWords.ts';

type Kind = 'slips' | 'sheets';

/** Papers of the ticked matters as one file: slips by the counter, progress sheets by whoever sees the facts. */
export function PrintSome({ codes }: { codes: readonly string[]; onSay: (sentence: string) => void }) {
  const t = useOutputWords();
  const b = useBatchWords();
  const { role } = usePost();
  const [kind, setKind] = useState<Kind | null>(null);
  const [large, setLarge] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const making = useMutation({
    mutationFn: (which: Kind) =>
      api.post<JobView<OutputMade>>('/api/ledger/paper-prints', { kind: which, codes, largePrint: large }),
    onSuccess: ({ id }) => {
      setJob(id);
      setKind(null);
    },
  });
  return (
    <>
      <Button onClick={() => setKind('sheets')}>{b.printSheets(codes.length)}</Button>
      {mayEnter('hall', role) && <Button onClick={() => setKind('slips')}>{b.printSlips(codes.length)}</Button>}
      {job && <OutputJob jobId={job} label={t.doPapers} onClose={() => setJob(null)} />}
      {kind && (
        <ActDialog
          title={kind === 'slips' ? t.slipTitle(codes.length) : t.sheetTitle(codes.length)}
          act={t.doPapers}
          leave={t.leave}
          isPending={making.isPending}
          error={making.error as ApiError | null}
          onAct={() => making.mutate(kind)}
          onClose={() => setKind(null)}
        >
          <p>{kind === 'slips' ? t.slipWarn : t.sheetWarn}</p>
          <Checkbox checked={large} onChange={(event) => setLarge(event.target.checked)}>
            {t.large}
          </Checkbox>
        </ActDialog>
      )}
    </>
  );
}
