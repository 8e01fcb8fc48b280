import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { HandoverLine, HandoverRun } from '../../../../reassigning/handoverView.ts';
import { dayText, tableTime } from '../../../../ui/dates.ts';
import { HeadRow } from '../../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../../ui/PageState.tsx';
import { Strip } from '../../../../ui/Strip.tsx';
import { TableScroll } from '../../../../ui/TableScroll.tsx';
import { type ApiError, api } from '../../api.ts';
import { handoversQuery } from '../../work/handovers.ts';
import { handoversChanged, type Outcome } from './queries.ts';
import { useHandoverWords } from './words.ts';

function Lines({ run }: { run: HandoverRun }) {
  const t = useHandoverWords();
  const states = { waiting: t.waiting, acknowledged: t.gotIt, undone: t.undone, ended: t.ended };
  return (
    <TableScroll label={t.run(tableTime(run.at), run.from, run.to.join('、'))}>
      <table className="table">
        <HeadRow heads={[t.code, t.what, t.part, t.status, t.handed, t.state]} />
        <tbody>
          {run.lines.map((line: HandoverLine) => (
            <tr key={line.code}>
              <td className="nowrap">
                <Link to="/disputes/$code" params={{ code: line.code }} search={{}}>
                  {line.codeShort}
                </Link>
              </td>
              <td>{line.title || <span className="third">{t.titleGone}</span>}</td>
              <td className="nowrap">{line.partsLabel}</td>
              <td className="nowrap">{line.statusLabel}</td>
              <td>{line.note ?? <span className="third">—</span>}</td>
              <td className="nowrap">{states[line.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Run({ run, act }: { run: HandoverRun; act: React.ReactNode }) {
  const t = useHandoverWords();
  return (
    <section aria-label={t.run(tableTime(run.at), run.from, run.to.join('、'))} className="handover-run">
      <div className="row">
        <h2>{t.run(tableTime(run.at), run.from, run.to.join('、'))}</h2>
        <span className="second">{t.runUntil(dayText(run.until))}</span>
        {act}
      </div>
      <Lines run={run} />
    </section>
  );
}

/** What was handed to me; 「收到」 says that I have seen it. */
export function Received() {
  const t = useHandoverWords();
  const query = useQuery(handoversQuery('received'));
  const [got, setGot] = useState<number | null>(null);
  const acknowledge = useMutation<{ acknowledged: number }, ApiError, string[]>({
    mutationFn: (ids) => api.post('/api/handovers/acknowledgements', { ids }),
    onSuccess: async ({ acknowledged }) => {
      setGot(acknowledged);
      await handoversChanged();
    },
  });
  return (
    <PageState query={query}>
      {({ runs }) => (
        <>
          {got !== null && <Strip onClose={() => setGot(null)}>{t.acknowledged(got)}</Strip>}
          {acknowledge.error && <Strip tone="late">{acknowledge.error.message}</Strip>}
          {runs.length === 0 && <Empty>{t.noReceived}</Empty>}
          {runs.map((run) => {
            const ids = run.lines.filter(({ state }) => state === 'waiting').flatMap((line) => line.ids);
            const count = run.lines.filter(({ state }) => state === 'waiting').length;
            const act = count > 0 && (
              <Button onClick={() => acknowledge.mutate(ids)} loading={acknowledge.isPending}>
                {t.acknowledge(count)}
              </Button>
            );
            return <Run key={run.runId} run={run} act={act} />;
          })}
        </>
      )}
    </PageState>
  );
}

/** What I gave away, and what of it can still come back today. */
export function Given() {
  const t = useHandoverWords();
  const query = useQuery(handoversQuery('given'));
  const undo = useMutation<Outcome, ApiError, string>({
    mutationFn: (run) => api.post(`/api/handovers/${run}/withdrawals`, {}),
    onSuccess: handoversChanged,
  });
  return (
    <PageState query={query}>
      {({ runs }) => (
        <>
          {undo.data && (
            <Strip tone={undo.data.refused > 0 ? 'soon' : 'done'} onClose={undo.reset}>
              {t.takenBack(undo.data.done, undo.data.refused)}
              {undo.data.rows.map((row) => (row.done ? '' : ` ${row.codeShort} ${row.sentence}`)).join('')}
            </Strip>
          )}
          {undo.error && <Strip tone="late">{undo.error.message}</Strip>}
          {runs.length === 0 && <Empty>{t.noGiven}</Empty>}
          {runs.map((run) => {
            const act = run.undoable > 0 && (
              <Button onClick={() => undo.mutate(run.runId)} loading={undo.isPending}>
                {t.undo(run.undoable)}
              </Button>
            );
            return <Run key={run.runId} run={run} act={act} />;
          })}
        </>
      )}
    </PageState>
  );
}
