import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Hit, SearchPage as Page } from '../../../finding/searchView.ts';
import { ClockChip } from '../../../ui/Clock.tsx';
import { asOfText } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { Empty, PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { statusWord } from '../procedureWords.ts';
import { LiveChanges } from '../shell/Changes.tsx';
import { Pager } from '../shell/Pager.tsx';
import { reasonText, useReasonWords } from '../shell/reasonText.ts';
import { useListKeys } from '../work/useListKeys.ts';
import { SearchFilters } from './SearchFilters.tsx';
import { type SearchAddress, withSearch } from './searchAddress.ts';
import { useSearchWords } from './words.ts';
import './search.css';

function Row({ hit }: { hit: Hit }) {
  const t = useSearchWords();
  const why = useReasonWords();
  const language = useLanguage();
  return (
    <li className="search-row" data-row={hit.code}>
      <Link to="/disputes/$code" params={{ code: hit.code }} search={{}} className="search-what" data-open="">
        {hit.title} {hit.partiesLine}
      </Link>
      <span className="second">{reasonText(hit.reason, why, hit)}</span>
      <span className="search-code">{hit.codeShort}</span>
      <span>
        {statusWord(hit.status, hit.statusLabel, language)}
        {hit.leadUnit ? ` · ${hit.leadUnit}` : ''}
      </span>
      <span className="search-clock">
        {hit.clock ? <ClockChip face={hit.clock} /> : <span className="third">{t.noClock}</span>}
      </span>
    </li>
  );
}

function Rows({ page, search }: { page: Page; search: SearchAddress }) {
  const t = useSearchWords();
  const box = useRef<HTMLUListElement>(null);
  useListKeys(box, []);
  const filtered = search.status || search.category || search.region;
  if (page.rows.length === 0 && page.next === null)
    return (
      <Empty
        actions={
          filtered ? (
            <Link to="/search" search={search.text ? { text: search.text } : {}}>
              {t.clear}
            </Link>
          ) : null
        }
      >
        {filtered ? t.noneFiltered(search.text ?? '') : t.none(search.text ?? '')}
      </Empty>
    );
  return (
    <>
      <ul className="search-list" ref={box} aria-label={t.list}>
        {page.rows.map((hit) => (
          <Row key={hit.code} hit={hit} />
        ))}
      </ul>
      <p className="second keys-line">{t.keys}</p>
      {page.next !== null && page.rows.length < 50 ? <p className="second">{t.more}</p> : null}
    </>
  );
}

/** All matters found, page by page, when the five of the palette are not enough. */
export function SearchPage() {
  const t = useSearchWords();
  const search = useSearch({ from: '/app/search' });
  const navigate = useNavigate();
  const go = (next: SearchAddress) => void navigate({ to: '/search', search: next });
  const query = useQuery({
    queryKey: ['searchPage', search],
    queryFn: () => api.get<Page>('/api/search/matters', search),
    enabled: search.text !== undefined,
    placeholderData: keepPreviousData,
    // Each look by last four leaves a trace: never one that nobody asked for.
    staleTime: Infinity,
  });
  usePageTitle(search.text ? `${search.text} – ${t.title}` : t.title);
  const page = query.data;
  const numbers = page?.numbers;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {page && <span>{t.scope(page.scope)}</span>}
        {search.text ? <LiveChanges queryKey={['searchPage']} /> : null}
        {page && <span className="page-head-end">{t.asOf(asOfText(page.asOf))}</span>}
      </div>
      <SearchFilters search={search} onChange={(changed) => go(withSearch(search, changed))} />
      {numbers === 'searched' || numbers === 'tooMany' ? <p className="second">{t[numbers]}</p> : null}
      {search.text === undefined ? (
        <Empty>{t.start}</Empty>
      ) : (
        <PageState query={query}>{(found) => <Rows page={found} search={search} />}</PageState>
      )}
      <Pager
        after={search.after}
        next={page?.next ?? null}
        onChange={(after) => go({ ...withSearch(search, {}), ...(after ? { after } : {}) })}
      />
    </div>
  );
}
