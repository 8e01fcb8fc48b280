import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Pair, PairSide } from '../../../linking/pairView.ts';
import { asOfText, tableDay } from '../../../ui/dates.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { Pager } from '../shell/Pager.tsx';
import { pairsQuery } from './queries.ts';
import { SideBySide, type SideRow } from './SideBySide.tsx';
import { type LinkingWords, useLinkingWords } from './words.ts';
import './linking.css';

type Decision = { code: string; otherCode: string; different: boolean };

function rowsOf(earlier: PairSide, later: PairSide, t: LinkingWords): SideRow[] {
  const row = (label: string, of: (side: PairSide) => string): SideRow => ({
    label,
    left: of(earlier),
    right: of(later),
  });
  return [
    row(t.parties, ({ partiesLine }) => partiesLine),
    row(t.category, ({ category }) => category),
    row(t.place, ({ place }) => place),
    row(t.day, ({ occurredOn }) => occurredOn ?? ''),
    row(t.facts, ({ facts }) => facts),
    row(t.state, ({ unit, statusLabel }) => `${unit}，${statusLabel}`),
  ];
}

type OnePairProps = { pair: Pair; pending: boolean; onDifferent: () => void };

function OnePair({ pair, pending, onDifferent }: OnePairProps) {
  const t = useLinkingWords();
  const { earlier, later, reasons } = pair;
  const head = (word: string, { codeShort, openedAt }: PairSide) => `${word} ${codeShort}（${tableDay(openedAt)}）`;
  return (
    <li className="pair" data-pair={later.code}>
      <h2>
        <Link to="/disputes/$code" params={{ code: earlier.code }}>
          {earlier.title}
        </Link>
        {' ｜ '}
        <Link to="/disputes/$code" params={{ code: later.code }}>
          {later.title}
        </Link>
      </h2>
      <p>
        {t.because}：{reasons.join('、')}
      </p>
      <SideBySide heads={[head(t.before, earlier), head(t.later, later)]} rows={rowsOf(earlier, later, t)} />
      <div className="row">
        {earlier.joins && later.joins ? (
          <Link
            to="/disputes/$code"
            params={{ code: later.code }}
            search={{ act: 'merge', lead: earlier.code }}
            className="button-link"
          >
            {t.merge}
          </Link>
        ) : (
          <span className="second">{t.cannot}</span>
        )}
        <Button onClick={onDifferent} loading={pending}>
          {t.different}
        </Button>
      </div>
    </li>
  );
}

function Pairs({ after }: { after: string | undefined }) {
  const t = useLinkingWords();
  const navigate = useNavigate();
  const query = useQuery(pairsQuery(after));
  const [last, setLast] = useState<Pair | null>(null);
  const deciding = useMutation<void, ApiError, Decision>({
    mutationFn: (decision) => api.post('/api/linking/pair-decisions', decision),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['pairs'] }),
  });
  const decide = (pair: Pair, different: boolean) => {
    deciding.mutate({ code: pair.later.code, otherCode: pair.earlier.code, different });
    setLast(different ? pair : null);
  };
  return (
    <>
      {deciding.error ? <Strip tone="late">{deciding.error.message}</Strip> : null}
      {last && !deciding.error ? (
        <Strip
          onClose={() => setLast(null)}
          actions={
            <Button size="small" onClick={() => decide(last, false)}>
              {t.undo}
            </Button>
          }
        >
          {t.dismissed(last.earlier.codeShort, last.later.codeShort)}
        </Strip>
      ) : null}
      <PageState query={query}>
        {(page) => (
          <>
            <p className="second">{t.asOf(asOfText(page.asOf))}</p>
            {page.pairs.length === 0 ? <Empty>{t.empty}</Empty> : null}
            <ul className="pairs-list">
              {page.pairs.map((pair) => (
                <OnePair
                  key={`${pair.later.code}${pair.earlier.code}`}
                  pair={pair}
                  pending={deciding.isPending && deciding.variables?.code === pair.later.code}
                  onDifferent={() => decide(pair, true)}
                />
              ))}
            </ul>
            <Pager
              after={after}
              next={page.next}
              onChange={(next) => void navigate({ to: '/duplicates', search: next ? { after: next } : {} })}
            />
          </>
        )}
      </PageState>
    </>
  );
}

/** 可能重复: what the house found alike, for a person to decide. */
export function PairsPage() {
  const t = useLinkingWords();
  usePageTitle(t.page);
  const { after } = useSearch({ from: '/app/duplicates' });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.page}</h1>
      </div>
      <p className="pairs-lead">{t.lead}</p>
      <Pairs after={after} />
    </div>
  );
}
