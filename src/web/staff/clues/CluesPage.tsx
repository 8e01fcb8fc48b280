import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useRef } from 'react';
import { type ClueList, type ClueState, type ClueView, clueKindLabels, clueStateLabels } from '../../../clues/clue.ts';
import { asOfText, tableTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { StateIcon, type StateShape } from '../../../ui/StateIcon.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { Pager } from '../shell/Pager.tsx';
import { usePost } from '../useMe.ts';
import { useListKeys } from '../work/useListKeys.ts';
import './clues.css';
import { useClueWords } from './words.ts';

export type CluesSearch = { all?: '1'; after?: string };
export const reportingRoles: readonly string[] = ['gridWorker', 'informationOfficer', 'communityOfficer'];

const shapes: Record<ClueState, StateShape> = {
  reported: 'dueSoon',
  taken: 'normal',
  registered: 'done',
  answered: 'done',
  withdrawn: 'info',
};

function Line({ clue }: { clue: ClueView }) {
  const t = useClueWords();
  const language = useLanguage();
  return (
    <li data-row={clue.id}>
      <Link to="/clues/$id" params={{ id: clue.id }} className="clue" data-open="">
        <span className="clue-text">
          {clue.urgent ? <b className="clue-urgent">{t.urgent}</b> : null} {clue.text}
        </span>
        <span className="second">
          {clueKindLabels[clue.kind][language]} · {[clue.region, clue.place].filter(Boolean).join(' ')}
        </span>
        <span className="second">
          <StateIcon shape={shapes[clue.state]} /> {clueStateLabels[clue.state][language]} ·{' '}
          {clue.mine ? tableTime(clue.reportedAt) : t.by(clue.reporter, tableTime(clue.reportedAt))}
        </span>
      </Link>
    </li>
  );
}

/** For who reports: own reports and what became of them. For the desk: what came in. */
export function CluesPage() {
  const t = useClueWords();
  const { role } = usePost();
  const search = useSearch({ from: '/app/clues' });
  const navigate = useNavigate();
  const box = useRef<HTMLUListElement>(null);
  useListKeys(box, []);
  const reports = reportingRoles.includes(role);
  const open = !reports && search.all !== '1';
  const query = useQuery({
    queryKey: ['clues', 'list', open, search.after ?? ''],
    queryFn: () => api.get<ClueList>('/api/clues', { open, after: search.after }),
    placeholderData: keepPreviousData,
  });
  const title = reports ? t.mine : t.desk;
  usePageTitle(title);
  return (
    <div className="page clues-page">
      <div className="page-head">
        <h1>{title}</h1>
        {query.data ? <span>{t.open(query.data.open)}</span> : null}
        {query.data ? <span className="second">{t.asOf(asOfText(query.data.asOf))}</span> : null}
        {reports ? null : (
          <Checkbox
            className="page-head-end"
            checked={!open}
            onChange={({ target }) => void navigate({ to: '/clues', search: target.checked ? { all: '1' } : {} })}
          >
            {t.all}
          </Checkbox>
        )}
      </div>
      <PageState query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty>{reports ? t.emptyMine : open ? t.emptyDesk : t.emptyAll}</Empty>
          ) : (
            <>
              <ul className="clues" ref={box}>
                {rows.map((clue) => (
                  <Line key={clue.id} clue={clue} />
                ))}
              </ul>
              <Pager
                after={search.after}
                next={next}
                onChange={(after) =>
                  void navigate({
                    to: '/clues',
                    search: { ...(search.all && { all: '1' as const }), ...(after && { after }) },
                  })
                }
              />
            </>
          )
        }
      </PageState>
      {reports ? (
        <div className="thumb">
          <Link to="/clues/new" className="thumb-button">
            {t.report}
          </Link>
        </div>
      ) : null}
    </div>
  );
}
