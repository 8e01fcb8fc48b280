import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { FiledResult, ScanView } from '../../../scans/scanViews.ts';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { ByHand } from './ByHand.tsx';
import { Doubtful } from './Doubtful.tsx';
import { doubtful } from './group.ts';
import { Picture } from './Pictures.tsx';
import { scanQuery, useAside, useFiling, useReadAgain, type Wanted } from './queries.ts';
import { Sure } from './Sure.tsx';
import { useScanWords } from './words.ts';
import './scans.css';

const route = getRouteApi('/app/scans/$id');
type Done = { results: FiledResult[]; papers: readonly Wanted[] };

/** What came of it, matter by matter; a signed agreement is not taken as signed: somebody says so at the signing table. */
function Outcome({ done, onClose }: { done: Done; onClose: () => void }) {
  const t = useScanWords();
  const filed = new Set(done.results.filter((each) => each.filed).map(({ code }) => code));
  const refused = done.results.filter((each) => !each.filed);
  const papers = done.papers.filter(({ code }) => filed.has(code));
  const signed = papers.find(({ form }) => form === 'agreement');
  return (
    <>
      {papers.length > 0 ? (
        <Strip
          onClose={onClose}
          actions={[...filed].slice(0, 3).map((code) => (
            <Link key={code} to="/disputes/$code/scans" params={{ code }}>
              {t.toFiled}
            </Link>
          ))}
        >
          {t.filed(papers.length)}
          {signed ? (
            <>
              {' '}
              <Link to="/disputes/$code/signing" params={{ code: signed.code }}>
                {t.toSigning}
              </Link>
            </>
          ) : null}
        </Strip>
      ) : null}
      {refused.map(({ code, sentence }) => (
        <Strip key={code} tone="late">
          {t.notFiled(sentence)}
        </Strip>
      ))}
    </>
  );
}

function Asides({ scan, onTakeUp }: { scan: ScanView; onTakeUp: (page: number) => void }) {
  const t = useScanWords();
  const pages = scan.pages.filter(({ state }) => state === 'aside');
  if (pages.length === 0) return null;
  return (
    <section aria-label={t.asides(pages.length)}>
      <h2>{t.asides(pages.length)}</h2>
      <div className="scan-pictures">
        {pages.map((page) => (
          <Picture key={page.page} scan={scan.id} page={page}>
            {t.pageOf(page.page)} · {page.reason}{' '}
            <button type="button" className="link-button" onClick={() => onTakeUp(page.page)}>
              {t.takeUp}
            </button>
          </Picture>
        ))}
      </div>
    </section>
  );
}

function Pages({ scan, of = '' }: { scan: ScanView; of: string | undefined }) {
  const t = useScanWords();
  const [chosen, setChosen] = useState<number[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const filing = useFiling(scan.id, (results, papers) => {
    setDone({ results, papers });
    setChosen([]);
  });
  const aside = useAside(scan.id, () => setChosen([]));
  const open = doubtful(scan.pages);
  const pages = chosen.filter((page) => open.some((each) => each.page === page));
  const proposed = open.find(({ page }) => page === pages[0])?.place ?? null;
  return (
    <>
      {done ? <Outcome done={done} onClose={() => setDone(null)} /> : null}
      {filing.error ? (
        <ErrorSummary errors={[]} message={filing.error.message} requestId={filing.error.requestId} />
      ) : null}
      {scan.pages.some(({ state }) => state === 'waiting') ? (
        <Sure scan={scan} pending={filing.isPending} onFile={(papers) => filing.mutate(papers)} />
      ) : (
        <Strip standing>{t.done}</Strip>
      )}
      <Doubtful scan={scan} chosen={pages} onChoose={setChosen} />
      {pages.length > 0 ? (
        <ByHand
          key={pages[0]}
          pages={pages.toSorted((a, b) => a - b)}
          proposed={proposed}
          of={of}
          filing={filing.isPending}
          asiding={aside}
          onFile={(papers) => filing.mutate(papers)}
          onAside={(reason) => aside.mutate({ pages: [...pages], reason })}
        />
      ) : open.length > 0 ? (
        <p className="second">{t.chooseFirst}</p>
      ) : null}
      <Asides scan={scan} onTakeUp={(page) => aside.mutate({ pages: [page], reason: null })} />
    </>
  );
}

function Unread({ scan }: { scan: ScanView }) {
  const t = useScanWords();
  const again = useReadAgain(scan.id);
  const failed = scan.state === 'failed';
  return (
    <Strip
      tone={failed ? 'late' : 'info'}
      actions={
        failed ? (
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t.again}
          </Button>
        ) : null
      }
    >
      {failed ? scan.problem : t.readingLong}
    </Strip>
  );
}

/** One scan: where each page would go, before anything is filed. */
export function ScanPage() {
  const t = useScanWords();
  const { id } = route.useParams();
  const { of } = route.useSearch();
  const query = useQuery(scanQuery(id));
  usePageTitle(t.title);
  return (
    <div className="page scans-page">
      <header className="page-head">
        <h1>{query.data?.name ?? t.title}</h1>
        <Link to="/scans" search={of ? { of } : {}} className="page-head-end">
          {t.back}
        </Link>
      </header>
      <PageState query={query} loading={<Loading rows={6} />}>
        {(scan) => (scan.state === 'read' ? <Pages scan={scan} of={of} /> : <Unread scan={scan} />)}
      </PageState>
    </div>
  );
}
