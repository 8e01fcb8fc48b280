import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Kind } from '../../../../reassigning/planReorganization.ts';
import type { ReorganizationView } from '../../../../reassigning/reorganizationView.ts';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../../ui/PageState.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { useJob } from '../../useJob.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DraftDialog } from './DraftDialog.tsx';
import { Orphans } from './Orphans.tsx';
import { useReorganizationWords } from './words.ts';

const changed = () => queryClient.invalidateQueries({ queryKey: ['reorganizations'] });

function Running({ jobId }: { jobId: string }) {
  const t = useReorganizationWords();
  const job = useJob<{ matters: number }>(jobId).data;
  if (!job) return null;
  if (job.state === 'running') return <Progress label={t.running} done={job.done} total={job.total} />;
  if (job.result) return <Strip>{t.done(job.result.matters)}</Strip>;
  return <Strip tone="late">{job.problem}</Strip>;
}

type RowProps = { row: ReorganizationView; onConfirm: () => void; onWithdraw: () => void };

function Row({ row, onConfirm, onWithdraw }: RowProps) {
  const t = useReorganizationWords();
  return (
    <tr>
      <td>
        {row.subjectName} <span className="second">{t[`kind_${row.kind as Kind}`]}</span>
      </td>
      <td>{row.successorName}</td>
      <td className="nowrap">{row.effectiveOn}</td>
      <td>
        {row.reason} <span className="second">{row.basis}</span>
      </td>
      <td className="nowrap">{[row.drafter, row.confirmer].filter(Boolean).join(' / ')}</td>
      <td>
        {t[`state_${row.state}`]}
        {row.state === 'drafted' && (
          <span className="row">
            {row.mine ? (
              <span className="second">{t.waits}</span>
            ) : (
              <Button size="small" onClick={onConfirm}>
                {t.confirm}
              </Button>
            )}
            <Button size="small" onClick={onWithdraw}>
              {t.withdraw}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Closing and merging parts of the network, and what is left that nobody answers for. */
export function ReorganizationsPage() {
  const t = useReorganizationWords();
  const [drafting, setDrafting] = useState(false);
  const [confirming, setConfirming] = useState<ReorganizationView | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  usePageTitle(t.title);
  const query = useQuery({
    queryKey: ['reorganizations', 'list'],
    queryFn: () => api.get<ReorganizationView[]>('/api/reorganizations'),
  });
  const withdraw = useMutation<unknown, ApiError, string>({
    mutationFn: (id) => api.post(`/api/reorganizations/${id}/withdrawals`, {}),
    onSuccess: () => {
      setSaid(t.withdrawn);
      void changed();
    },
  });
  const after = (sentence: string | null, job: string | null) => {
    setDrafting(false);
    setConfirming(null);
    setSaid(sentence);
    setJobId(job);
    void changed();
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="second">{t.intro}</span>
        <Button type="primary" className="page-head-end" onClick={() => setDrafting(true)}>
          {t.draft}
        </Button>
      </div>
      {said && <Strip onClose={() => setSaid(null)}>{said}</Strip>}
      {withdraw.error && <Strip tone="late">{withdraw.error.message}</Strip>}
      {jobId && <Running jobId={jobId} />}
      <PageState query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{t.none}</Empty>
          ) : (
            <TableScroll label={t.title}>
              <table className="table">
                <HeadRow heads={[t.what, t.into, t.effectiveOn, t.reason, t.who, t.state]} />
                <tbody>
                  {rows.map((row) => (
                    <Row
                      key={row.id}
                      row={row}
                      onConfirm={() => setConfirming(row)}
                      onWithdraw={() => withdraw.mutate(row.id)}
                    />
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </PageState>
      <Orphans />
      {drafting && <DraftDialog onClose={() => setDrafting(false)} onDone={() => after(t.drafted, null)} />}
      {confirming && (
        <ConfirmDialog
          row={confirming}
          onClose={() => setConfirming(null)}
          onDone={(job) => after(job ? null : t.later, job)}
        />
      )}
    </div>
  );
}
