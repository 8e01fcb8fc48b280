import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { withFirst, writeLayout } from '../../../ledger/columns.ts';
import { kept, type LedgerSearch, withPage } from '../../../ledger/search.ts';
import { filterSentence } from '../../../ledger/sentence.ts';
import type { LedgerViewRow, LedgerPage as Page } from '../../../ledger/views.ts';
import { asOfText } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { Empty, Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Elsewhere } from '../definitions/Elsewhere.tsx';
import { HowCounted } from '../definitions/HowCounted.tsx';
import { LiveChanges } from '../shell/Changes.tsx';
import { BatchBar } from './BatchBar.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { Filtered } from './LedgerFilters.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { OutputBar } from './OutputBar.tsx';
import { ledgerQuery } from './queries.ts';
import { useLayout } from './useLayout.ts';
import { useTicks } from './useTicks.ts';
import { useFilterOptions, useWording } from './useWording.ts';
import { ViewBar } from './ViewBar.tsx';
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
  const [said, setSaid] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const { saved, view, layout, setLayout } = useLayout(search);
  const columns = writeLayout(layout);
  const { after, before } = search;
  const place = { ...(after && { after }), ...(before && { before }) };
  const query = useQuery(ledgerQuery({ ...kept(search), ...place }, columns));
  const ticks = useTicks(search);
  usePageTitle(t.title);
  const onSearch = (next: LedgerSearch) => void navigate({ to: '/ledger', search: next });
  const onOpen = (next: LedgerViewRow | null) =>
    onSearch(next === null ? kept(search) : { ...next.search, view: next.id });
  const sentence = filterSentence(search, wording);
  const shown = search.status ? sentence : [t.openOnes, sentence].filter(Boolean).join('，');
  const page = query.data;
  return (
    <div className="page" aria-busy={query.isFetching}>
      <div className="page-head">
        <h1>{t.title}</h1>
        {page && <span>{page.scope}</span>}
        <span>{t.shown(shown)}</span>
        <LiveChanges queryKey={['ledger']} />
        {page && (
          <span className="page-head-end">
            {page.total === null ? t.many : t.count(formatCount(page.total))} · {t.asOf(asOfText(page.asOf))}
            <span className="no-print">
              {' '}
              · <HowCounted of={page.total === null ? 'ledgerTotal' : 'ledgerStatuses'} />
            </span>
          </span>
        )}
      </div>
      <Elsewhere />
      <div className="row ledger-tools">
        {saved && (
          <ViewBar search={search} columns={columns} saved={saved} view={view} onOpen={onOpen} onSay={setSaid} />
        )}
        <Button className="no-print" onClick={() => setChoosing(true)}>
          {t.columns}
        </Button>
        <OutputBar search={kept(search)} layout={layout} total={page?.total ?? null} sentence={shown} />
      </div>
      <Filtered search={search} options={options} wording={wording} onChange={onSearch}>
        {said && <Strip onClose={() => setSaid(null)}>{said}</Strip>}
        {search.view && saved && !view && <Strip tone="info">{t.viewGone}</Strip>}
        {page && page.dropped.length > 0 && <Strip tone="soon">{page.dropped.join('')}</Strip>}
        <BatchBar ticks={ticks} rows={page?.rows ?? []} onSay={setSaid} />
        <PageState query={query} loading={<Loading rows={12} />}>
          {(data) =>
            data.rows.length === 0 ? (
              <Empty actions={sentence ? <Link to="/ledger">{t.clear}</Link> : null}>
                {sentence ? t.emptyFiltered(sentence) : t.empty}
              </Empty>
            ) : (
              <>
                <LedgerTable
                  rows={data.rows}
                  search={search}
                  options={options}
                  layout={layout}
                  onSearch={onSearch}
                  onLayout={setLayout}
                  ticked={ticks.may ? ticks.codes : null}
                  onTick={ticks.toggle}
                />
                <Pages page={data} search={search} />
              </>
            )
          }
        </PageState>
      </Filtered>
      {choosing && saved && (
        <ColumnsDialog
          layout={layout}
          usual={saved.usual}
          onSave={(next) => {
            setLayout(withFirst(next));
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
