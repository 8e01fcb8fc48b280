import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BoardMatter, BoardMatters } from '../../../dashboards/boardView.ts';
import { termOfState } from '../../../dashboards/boardWords.ts';
import { dueDay } from '../../../platform/now.ts';
import { asOfText, dayText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { BulkAct } from './BulkAct.tsx';
import type { MattersSearch } from './boardSearch.ts';
import type { BulkKind } from './bulk.ts';
import { MattersTable } from './MattersTable.tsx';
import { type BoardWords, useBoardWords } from './words.ts';
import '../figures.css';
import './board.css';

const groundWords = ['material', 'appraisal', 'court', 'otherUnit', 'partyAbsent', 'forceMajeure'] as const;

/** 「逾期」「暂停 等法院」「督办单 第2次」: the figure that was pressed, in its own words. */
function stateWords(t: BoardWords, search: MattersSearch, asOf: string | undefined): string {
  const { state = 'late', ground, level, waiting, day, to, week } = search;
  const known = groundWords.find((each) => each === ground);
  const when = [
    day && t.dayOf(to && to !== day ? t.span(dayText(day), dayText(to)) : dayText(day)),
    week && asOf && t.weekEnd(dayText(dueDay(new Date(asOf)))),
  ].join('');
  return [when + t[state], known && t[known], level && t.nth(Number(level)), waiting && t.waiting]
    .filter(Boolean)
    .join(' ');
}

function Ready({ data, search, state }: { data: BoardMatters; search: MattersSearch; state: string }) {
  const t = useBoardWords();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<BulkKind | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (data.rows.length === 0) return <Empty>{data.hidden > 0 ? t.onlyHidden(data.hidden) : t.emptyList(state)}</Empty>;
  const chosen: BoardMatter[] = data.rows.filter(({ code }) => ticked.has(code));
  const onDone = (sentence: string) => {
    setDoing(null);
    setTicked(new Set());
    setDone(sentence);
  };
  return (
    <>
      {done && <Strip onClose={() => setDone(null)}>{done}</Strip>}
      <MattersTable rows={data.rows} label={state} ticked={ticked} onTick={setTicked} />
      {data.next && (
        <p className="pages no-print">
          <Link to="/supervision/matters" search={{ ...search, after: data.next }}>
            {t.next}
          </Link>
        </p>
      )}
      <BulkAct matters={chosen} doing={doing} onDoing={setDoing} onDone={onDone} />
    </>
  );
}

/** The list behind a figure of the board: who, whose, how late and why. */
export function MattersPage() {
  const t = useBoardWords();
  const search = useSearch({ from: '/app/supervision/matters' });
  const { by, sort, ...asked } = search;
  const query = useQuery({
    queryKey: ['supervision', 'matters', asked],
    queryFn: () => api.get<BoardMatters>('/api/supervision/matters', asked),
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  const state = stateWords(t, search, data?.asOf);
  usePageTitle(`${state} – ${t.title}`);
  const names = data ? Object.values(data.named).join(' · ') : '';
  return (
    <div className="page" aria-busy={query.isFetching}>
      <p className="no-print">
        <Link to="/supervision" search={{ ...(by && { by }), ...(sort && { sort }) }}>
          {t.back}
        </Link>
      </p>
      <div className="page-head">
        <h1>
          {state}
          {names && `：${names}`}
        </h1>
        {data && <span>{data.place}</span>}
        {data && (
          <span className="page-head-end">
            {t.count(formatCount(data.total))}
            {data.hidden > 0 && `，${t.hidden(data.hidden)}`} · {t.asOf(asOfText(data.asOf))}
          </span>
        )}
      </div>
      <p className="second no-print">
        <HowCounted of={`board.${termOfState[search.state ?? 'late']}`} /> · {t.keys}
      </p>
      <PageState query={query} loading={<Loading rows={10} />}>
        {(found) => <Ready data={found} search={search} state={state} />}
      </PageState>
    </div>
  );
}
