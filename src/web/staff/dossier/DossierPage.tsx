import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DossierView } from '../../../dossier/dossier.ts';
import type { PaperKey } from '../../../papers/catalogue.ts';
import { tableDay, tableTime } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { dossierQuery } from '../dispute/steps/dossierQuery.ts';
import { Cover, CoverForm } from './Cover.tsx';
import { Making, madeAddress } from './Making.tsx';
import { Places } from './Places.tsx';
import { useDossierWords } from './words.ts';
import './dossier.css';

const route = getRouteApi('/app/disputes/$code/dossier');

function Made({ view: { code, made } }: { view: DossierView }) {
  const t = useDossierWords();
  return (
    <section className="section-flat" aria-labelledby="made-head">
      <h2 id="made-head">{t.made}</h2>
      {made.length === 0 ? <p className="second">{t.nobodyBound}</p> : null}
      <ul className="bare-list">
        {made.map(({ id, title, by, at, keepUntil, removed }) => (
          <li key={id}>
            {removed ? (
              <>
                {title} <span className="second">{t.gone}</span>
              </>
            ) : (
              <a href={madeAddress(code, id, 0)} download>
                {title}
              </a>
            )}{' '}
            <span className="second">{t.madeBy(by, tableTime(at), tableDay(keepUntil))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the file lacks, what has not come back, and what came since it was put in order. */
function Lacks({ view, onArrange }: { view: DossierView; onArrange: () => void }) {
  const t = useDossierWords();
  const { code, missing, unsigned, evidence } = view;
  const fresh = evidence.filter((each) => each.fresh).length;
  return (
    <>
      {missing.length + unsigned.length === 0 ? <p>{t.complete}</p> : null}
      {missing.length > 0 ? <p>{t.missing(missing.join('、'))}</p> : null}
      {unsigned.length > 0 ? (
        <p>
          {t.unsigned(unsigned.map(({ name, count }) => t.papers(name, count)).join('、'))}{' '}
          <Link to="/scans" search={{ of: code }}>
            {t.toScans}
          </Link>
        </p>
      ) : null}
      {fresh > 0 ? (
        <Strip tone="soon" standing actions={<Button onClick={onArrange}>{t.arrange}</Button>}>
          {t.cameLater(fresh)}
        </Strip>
      ) : null}
    </>
  );
}

/** The cover as it stands, or its form in its place. */
function CoverPart({ view, open, onOpen }: { view: DossierView; open: boolean; onOpen: (open: boolean) => void }) {
  const t = useDossierWords();
  const [saved, setSaved] = useState(false);
  const done = () => {
    setSaved(true);
    onOpen(false);
  };
  if (open) return <CoverForm view={view} onClose={() => onOpen(false)} onDone={done} />;
  return (
    <>
      {saved ? <Strip onClose={() => setSaved(false)}>{t.saved}</Strip> : null}
      <Cover view={view} onOpen={() => onOpen(true)} />
    </>
  );
}

type Asked = { path: string; body: object };

function Dossier({ view }: { view: DossierView }) {
  const t = useDossierWords();
  const { code, codeShort, title } = view;
  const [open, setOpen] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useMutation<{ id: string }, ApiError, Asked>({
    mutationFn: ({ path, body }) => api.post<{ id: string }>(`/api/disputes/${code}/dossier/${path}`, body),
    onSuccess: ({ id }) => setJobId(id),
  });
  const print = (form: PaperKey, as: 'pdf' | 'zip') =>
    start.mutate({ path: 'paper-prints', body: { forms: [form], as } });
  return (
    <>
      <p>
        {codeShort} {title}
      </p>
      <Lacks view={view} onArrange={() => setOpen(true)} />
      <p className="row">
        <Button type="primary" disabled={start.isPending} onClick={() => start.mutate({ path: 'bindings', body: {} })}>
          {t.bind}
        </Button>
        {start.error ? <span role="alert">{start.error.message}</span> : null}
      </p>
      {jobId ? <Making code={code} jobId={jobId} onClose={() => setJobId(null)} /> : null}
      <CoverPart view={view} open={open} onOpen={setOpen} />
      <Places view={view} busy={start.isPending} onPrint={print} />
      <Made view={view} />
    </>
  );
}

/** 卷宗: what a dispute's file holds and lacks, and binding it. */
export function DossierPage() {
  const t = useDossierWords();
  usePageTitle(t.page);
  const { code } = route.useParams();
  return (
    <div className="page stack">
      <p>
        <Link to="/disputes/$code" params={{ code }}>
          {t.back}
        </Link>
      </p>
      <h1>{t.page}</h1>
      <PageState query={useQuery(dossierQuery(code))}>{(view) => <Dossier view={view} />}</PageState>
    </div>
  );
}
