import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RulingPage } from '../../../routing/rulings.ts';
import { asOfText } from '../../../ui/dates.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { accuracyQuery } from '../dispute/steps/courtQueries.ts';
import { LiveChanges } from '../shell/Changes.tsx';
import { Pager } from '../shell/Pager.tsx';
import { AccuracyFigures } from './AccuracyFigures.tsx';
import { RulingsFilters } from './RulingsFilters.tsx';
import { RulingsTable } from './RulingsTable.tsx';
import { type RulingsSearch, withRulings } from './search.ts';
import { useRulingsWords } from './words.ts';
import './rulings.css';

function List({ search }: { search: RulingsSearch }) {
  const t = useRulingsWords();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['rulings', 'list', search],
    queryFn: () => api.get<RulingPage>('/api/rulings', { ...search, limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const filtered = Object.keys(search).length > 0;
  return (
    <PageState query={query} loading={<Loading rows={6} height={66} />}>
      {(page) =>
        page.rows.length === 0 ? (
          <Empty actions={filtered ? <Link to="/rulings">{t.clear}</Link> : null}>
            {filtered ? t.emptyFiltered : t.empty}
          </Empty>
        ) : (
          <>
            <RulingsTable rows={page.rows} />
            <Pager
              after={search.after}
              next={page.next}
              onChange={(after) =>
                void navigate({ to: '/rulings', search: { ...withRulings(search, {}), ...(after ? { after } : {}) } })
              }
            />
          </>
        )
      }
    </PageState>
  );
}

/** 裁定: what was sent back and how it was ruled, and how often dispatches were right. */
export function RulingsPage() {
  const t = useRulingsWords();
  const search = useSearch({ from: '/app/rulings' });
  const navigate = useNavigate();
  usePageTitle(t.title);
  const accuracy = useQuery(accuracyQuery({ from: search.from, to: search.to }));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <span>{t.lead}</span>
        <LiveChanges queryKey={['rulings']} />
        {accuracy.data ? (
          <span className="page-head-end">
            {t.period(accuracy.data.from, accuracy.data.to)} · {t.asOf(asOfText(accuracy.data.asOf))}
          </span>
        ) : null}
      </div>
      <RulingsFilters search={search} onChange={(next) => void navigate({ to: '/rulings', search: next })} />
      <List search={search} />
      {accuracy.data ? (
        <section className="rulings-accuracy" aria-labelledby="accuracy-head">
          <h2 id="accuracy-head">{t.accuracy}</h2>
          <AccuracyFigures table={accuracy.data} />
          <p className="second">
            {t.accuracyNote}
            {t.fewNote(accuracy.data.smallNumber)}
            {t.hidden}
          </p>
        </section>
      ) : null}
    </div>
  );
}
