import { CloseOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { boardTabs } from '../../../dashboards/boardInput.ts';
import type { Board } from '../../../dashboards/boardView.ts';
import { asOfText, tableTime } from '../../../ui/dates.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { Elsewhere } from '../definitions/Elsewhere.tsx';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { LiveChanges } from '../shell/Changes.tsx';
import { CountyPick } from '../shell/CountyPick.tsx';
import { useMe } from '../useMe.ts';
import { BoardTable } from './BoardTable.tsx';
import { activeFilters, type BoardSearch, withoutFilter } from './boardSearch.ts';
import { Definitions } from './Definitions.tsx';
import { Pictures } from './Pictures.tsx';
import { Summary } from './Summary.tsx';
import { WeeklySheet } from './WeeklySheet.tsx';
import { useBoardWords } from './words.ts';
import '../figures.css';
import './board.css';

const CITY = '140100';

type Props = { board: Board; search: BoardSearch };

function Tabs({ search }: { search: BoardSearch }) {
  const t = useBoardWords();
  const here = search.by ?? 'unit';
  const { sort: _, ...rest } = search;
  return (
    <nav className="board-tabs no-print" aria-label={t.by}>
      {boardTabs.map((by) => (
        <Link
          key={by}
          to="/supervision"
          search={{ ...rest, by }}
          className="board-tab"
          aria-current={by === here ? 'page' : undefined}
        >
          {t[by]}
        </Link>
      ))}
    </nav>
  );
}

function Chips({ board, search }: Props) {
  const t = useBoardWords();
  const navigate = useNavigate();
  const active = activeFilters(search);
  const go = (next: BoardSearch) => void navigate({ to: '/supervision', search: next });
  return active.map((key) => (
    <Button
      key={key}
      size="small"
      icon={<CloseOutlined aria-hidden="true" />}
      iconPlacement="end"
      aria-label={t.remove(`${t[key]} ${board.named[key] ?? ''}`)}
      onClick={() => go(withoutFilter(search, key))}
    >
      {t[key]}：{board.named[key]}
    </Button>
  ));
}

function Bar({ board, search }: Props) {
  const t = useBoardWords();
  return (
    <div className="row row-apart board-bar no-print">
      <div className="row">
        <Tabs search={search} />
        <Chips board={board} search={search} />
      </div>
      <div className="row">
        <Link to="/supervision" search={{ ...search, print: '1' }}>
          {t.print}
        </Link>
        <WeeklySheet weeks={board.weeks} county={search.county} />
      </div>
    </div>
  );
}

/** On paper: without what is pressed, with the definitions, and by whom and when it was printed. */
function PrintEnd({ board, search }: Props) {
  const t = useBoardWords();
  const { user } = useMe();
  const { print: _, ...rest } = search;
  return (
    <>
      <Definitions board={board} />
      <p>{t.printed(user.name, tableTime(board.asOf))}</p>
      <p className="row no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t.printNow}
        </Button>
        <Link to="/supervision" search={rest}>
          {t.printLeave}
        </Link>
      </p>
    </>
  );
}

function Body({ board, search }: Props) {
  const t = useBoardWords();
  const words = Object.values(board.named).join('、');
  const printing = search.print === '1';
  return (
    <>
      {!printing && <Bar board={board} search={search} />}
      {board.rows.length === 0 ? (
        <Empty actions={words && <Link to="/supervision">{t.clear}</Link>}>
          {words ? t.emptyFiltered(words) : t.empty}
        </Empty>
      ) : (
        <>
          <Summary board={board} search={search} />
          {!printing && <Elsewhere />}
          {!printing && <Pictures board={board} search={search} />}
          <div className="with-how">
            <BoardTable board={board} search={search} />
            <p className="second board-note">
              {t.note} <HowCounted of="board.counted" />
            </p>
          </div>
        </>
      )}
      {printing && <PrintEnd board={board} search={search} />}
    </>
  );
}

/** What is late, what can still be saved, and whose: every number opens to its list. */
export function BoardPage() {
  const t = useBoardWords();
  const search = useSearch({ from: '/app/supervision' });
  const navigate = useNavigate();
  const { print: _, ...asked } = search;
  const query = useQuery({
    queryKey: ['supervision', 'board', asked],
    queryFn: () => api.get<Board>('/api/supervision/board', asked),
    placeholderData: keepPreviousData,
  });
  usePageTitle(t.title);
  const pick = (county: string) => {
    const { region: __, county: ___, ...rest } = search;
    void navigate({ to: '/supervision', search: county === CITY ? rest : { ...rest, county } });
  };
  const board = query.data;
  return (
    <div className="page board-page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {board && <span>{board.place}</span>}
        {search.print !== '1' && <LiveChanges queryKey={['supervision', 'board']} />}
        {board && search.print === '1' && <span>{Object.values(board.named).join(' · ')}</span>}
        {board && <span className="page-head-end">{t.asOf(asOfText(board.asOf))}</span>}
      </div>
      {search.print !== '1' && (
        <div className="board-county no-print">
          <CountyPick value={search.county ?? CITY} onChange={pick} />
        </div>
      )}
      <PageState query={query} loading={<Loading rows={10} />}>
        {(data) => <Body board={data} search={search} />}
      </PageState>
    </div>
  );
}
