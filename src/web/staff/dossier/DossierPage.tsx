import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DossierView } from '../../../dossier/dossier.ts';
import type { PaperKey } from '../../../papers/catalogue.ts';
import { tableDay, tableTime } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { type ApiError, api } from '../api.ts';
import { Making, madeAddress } from './Making.tsx';
import { Places } from './Places.tsx';
import { useDossierWords } from './words.ts';

const route = getRouteApi('/app/disputes/$code/dossier');

const dossierQuery = (code: string) =>
  queryOptions({
    queryKey: ['dispute', code, 'dossier'],
    queryFn: () => api.get<DossierView>(`/api/disputes/${code}/dossier`),
  });

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

type Asked = { path: string; body: object };

function Dossier({ view }: { view: DossierView }) {
  const t = useDossierWords();
  const { code, codeShort, title, missing } = view;
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
      <p>{missing.length === 0 ? t.complete : t.missing(missing.join('、'))}</p>
      <p className="row">
        <Button type="primary" disabled={start.isPending} onClick={() => start.mutate({ path: 'bindings', body: {} })}>
          {t.bind}
        </Button>
        {start.error ? <span role="alert">{start.error.message}</span> : null}
      </p>
      {jobId ? <Making code={code} jobId={jobId} onClose={() => setJobId(null)} /> : null}
      <Places view={view} busy={start.isPending} onPrint={print} />
      <Made view={view} />
    </>
  );
}

/** 卷宗: what a dispute's file holds and lacks, and binding it. */
export function DossierPage() {
  const t = useDossierWords();
  usePageTitle(t.title);
  const { code } = route.useParams();
  return (
    <div className="page stack">
      <p>
        <Link to="/disputes/$code" params={{ code }}>
          {t.back}
        </Link>
      </p>
      <h1>{t.title}</h1>
      <PageState query={useQuery(dossierQuery(code))}>{(view) => <Dossier view={view} />}</PageState>
    </div>
  );
}
