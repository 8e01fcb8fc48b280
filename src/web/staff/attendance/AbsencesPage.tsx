import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { AbsencePage, AbsenceView } from '../../../attendance/absenceViews.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { spanText, useAbsenceWords } from './absenceWords.ts';
import { CoverDialog } from './CoverDialog.tsx';
import { absencesQuery, useAct } from './queries.ts';
import './attendance.css';

const shapes: Readonly<Record<AbsenceView['state'], StateShape>> = {
  open: 'dueSoon',
  asked: 'dueSoon',
  granted: 'done',
  refused: 'overdue',
  ended: 'paused',
  withdrawn: 'paused',
};
type Asked = { row: AbsenceView; what: 'name' | 'decline' };

function Row({ row, ask, onSaid }: { row: AbsenceView; ask: (asked: Asked) => void; onSaid: (said: string) => void }) {
  const t = useAbsenceWords();
  const said = ({ sentence }: { sentence?: string }) => onSaid(sentence ?? '');
  const end = useAct<object>(`/api/absences/${row.id}/endings`, ['absences', 'work'], said);
  const decide = useAct<object>(`/api/absences/${row.id}/decisions`, ['absences', 'work'], said);
  const problem = end.error ?? decide.error;
  return (
    <tr>
      <td>
        <b>{row.name}</b>
        <div className="second">
          {row.unit} {row.postLabel}
        </div>
      </td>
      <td className="nowrap">{spanText(row)}</td>
      <td>{row.reason}</td>
      <td>{row.coverName ?? <span className="third">{t.noCover}</span>}</td>
      <td>
        <StateIcon shape={shapes[row.state]} /> {row.state === 'granted' && row.running ? t.running : t[row.state]}
        {row.decision && <div className="second">{row.decision}</div>}
      </td>
      <td>
        <span className="row">
          {row.acts.decide && (
            <>
              <Button
                size="small"
                loading={decide.isPending}
                onClick={() => decide.mutate({ approve: true, words: '' })}
              >
                {t.agree}
              </Button>
              <Button size="small" onClick={() => ask({ row, what: 'decline' })}>
                {t.decline}
              </Button>
            </>
          )}
          {row.acts.name && (
            <Button size="small" onClick={() => ask({ row, what: 'name' })}>
              {t.name}
            </Button>
          )}
          {row.acts.end && (
            <button type="button" className="link-button" onClick={() => end.mutate({})}>
              {t.end}
            </button>
          )}
        </span>
        {problem && <div className="late-text">{problem.message}</div>}
      </td>
    </tr>
  );
}

function List({
  page,
  ask,
  onSaid,
}: {
  page: AbsencePage;
  ask: (asked: Asked) => void;
  onSaid: (said: string) => void;
}) {
  const t = useAbsenceWords();
  if (page.rows.length === 0) return <Empty>{t.none}</Empty>;
  return (
    <TableScroll label={t.title}>
      <table className="table">
        <HeadRow heads={[t.person, t.days, t.why, t.cover, t.state, t.acts]} />
        <tbody>
          {page.rows.map((row) => (
            <Row key={row.id} row={row} ask={ask} onSaid={onSaid} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** 请假和代班: who is away, who covers, and what the leader still has to decide. */
export function AbsencesPage() {
  const t = useAbsenceWords();
  const { name: named } = useSearch({ from: '/app/absences' });
  const query = useQuery(absencesQuery);
  const [writing, setWriting] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [opened, setOpened] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  usePageTitle(t.title);
  // The notice in my work leads straight to naming somebody.
  const wanted = query.data?.rows.find((row) => row.id === named && row.acts.name);
  if (wanted && !opened) {
    setOpened(true);
    setAsked({ row: wanted, what: 'name' });
  }
  const close = () => setAsked(null);
  const done = ({ sentence }: { sentence?: string }) => {
    setSaid(sentence ?? '');
    setWriting(false);
    close();
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="second">{t.lead}</span>
        <span className="page-head-end">
          <Button onClick={() => setWriting(true)}>{t.ask}</Button>
        </span>
      </div>
      {said !== null && <Strip onClose={() => setSaid(null)}>{said}</Strip>}
      <PageState query={query}>
        {(page) => (
          <>
            <List page={page} ask={setAsked} onSaid={setSaid} />
            {writing && <AbsenceDialog page={page} onClose={() => setWriting(false)} onDone={done} />}
            {asked && <CoverDialog page={page} row={asked.row} what={asked.what} onClose={close} onDone={done} />}
          </>
        )}
      </PageState>
    </div>
  );
}
