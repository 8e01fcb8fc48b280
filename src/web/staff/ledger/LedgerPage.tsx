import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { LedgerPage as Page } from '../../../disputes/views.ts';
import { asOfText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { filterSentence, type LedgerSearch, withPage } from './filters.ts';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { useFilterOptions, useWording } from './useWording.ts';
import { useLedgerWords } from './words.ts';
import './ledger.css';

function Pages({ page, search }: { page: Page; search: LedgerSearch }) {
  const t = useLedgerWords();
  if (!page.previous && !page.next) return null;
  return (
    <nav className="row pages no-print" aria-label={t.pages}>
      {page.previous && (
        <Link to="/ledger" search={withPage(search, 'before', page.previous)}>
          {t.previous}
        </Link>
      )}
      {page.next && (
        <Link to="/ledger" search={withPage(search, 'after', page.next)}>
          {t.next}
        </Link>
      )}
    </nav>
  );
}

/** Every matter the post sees; the filters live in the address and read as a sentence. */
export function LedgerPage() {
  const t = useLedgerWords();
  const search = useSearch({ from: '/app/ledger' });
  const navigate = useNavigate();
  const options = useFilterOptions();
  const wording = useWording(options);
  const query = useQuery({
    queryKey: ['ledger', search],
    queryFn: () => api.get<Page>('/api/ledger', { ...search, limit: 50 }),
    // The rows stay until the next ones are there: nothing blinks.
    placeholderData: keepPreviousData,
  });
  usePageTitle(t.title);
  const onChange = (next: LedgerSearch) => void navigate({ to: '/ledger', search: next });
  const sentence = filterSentence(search, wording);
  const shown = search.status ? sentence : [t.openOnes, sentence].filter(Boolean).join('，');
  const page = query.data;
  return (
    <div className="page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {page && <span>{page.scope}</span>}
        <span>{t.shown(shown)}</span>
        {page && (
          <span className="page-head-end">
            {page.total === null ? t.many : t.count(formatCount(page.total))} · {t.asOf(asOfText(page.asOf))}
          </span>
        )}
      </div>
      <LedgerFilters search={search} options={options} wording={wording} onChange={onChange} />
      <PageState query={query} loading={<Loading rows={12} />}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty actions={sentence ? <Link to="/ledger">{t.clear}</Link> : null}>
              {sentence ? t.emptyFiltered(sentence) : t.empty}
            </Empty>
          ) : (
            <>
              <LedgerTable rows={data.rows} search={search} />
              <Pages page={data} search={search} />
            </>
          )
        }
      </PageState>
    </div>
  );
}
