import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DraftView } from '../../../settings/draftView.ts';
import type { Shape } from '../../../settings/shape.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { Differences } from './Differences.tsx';
import { HandIn } from './HandIn.tsx';
import { Publish } from './Publish.tsx';
import { draftQuery, shapeQuery, useCountyName } from './queries.ts';
import { Rehearsal } from './Rehearsal.tsx';
import { useSettingsWords } from './words.ts';
import './settings.css';

const route = getRouteApi('/app/settings/drafts/$id/review');

function Facts({ draft }: { draft: DraftView }) {
  const t = useSettingsWords();
  const facts = [
    [t.draftState, t[draft.state]],
    [t.author, draft.author],
    [t.effective, draft.effectiveFrom ?? t.notSet],
    [t.basis, draft.basis || t.notSet],
    ...(draft.note ? [[t.noteLabel, draft.note]] : []),
  ] as const;
  return (
    <dl className="fact-list">
      {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}
    </dl>
  );
}

function Problems({ draft }: { draft: DraftView }) {
  const t = useSettingsWords();
  const problems = Object.entries(draft.problems);
  return (
    <>
      {problems.length > 0 && (
        <Strip tone="late">
          {t.problemCount(problems.length)}
          {problems.map(([field, sentence]) => (
            <div key={field}>{sentence}</div>
          ))}
        </Strip>
      )}
      {Object.entries(draft.warnings).map(([field, sentence]) => (
        <Strip key={field} tone="soon">
          {sentence}
        </Strip>
      ))}
    </>
  );
}

type ReviewProps = { draft: DraftView; shape: Shape };

function Review({ draft, shape }: ReviewProps) {
  const t = useSettingsWords();
  const [done, setDone] = useState<string | null>(null);
  return (
    <>
      {done && <Strip>{done}</Strip>}
      <Facts draft={draft} />
      <Problems draft={draft} />
      <section className="section" aria-labelledby="difference">
        <div className="section-head">
          <h2 id="difference">{t.difference}</h2>
          <Button className="no-print" onClick={() => window.print()}>
            {t.print}
          </Button>
        </div>
        <Differences shape={shape} before={draft.base.value} after={draft.value} />
      </section>
      <Rehearsal draft={draft} />
      {draft.mayEdit && <HandIn draft={draft} />}
      {draft.state === 'submitted' && !draft.mayPublish && (
        <Strip tone="info">{draft.whyNotPublish ?? t.waiting}</Strip>
      )}
      {draft.mayPublish && <Publish draft={draft} onDone={setDone} />}
    </>
  );
}

/** Before and after, what it would have done, and the act: handing in, or publishing by another person. */
export function ReviewPage() {
  const t = useSettingsWords();
  const { id } = route.useParams();
  const query = useQuery(draftQuery(id));
  const shape = useQuery(shapeQuery);
  const county = useCountyName(query.data?.countyCode ?? '');
  usePageTitle(t.reviewTitle);
  return (
    <div className="page">
      <PageState query={query}>
        {(draft) => (
          <>
            <div className="page-head">
              <h1>
                {t.reviewTitle} · {t.draftTitle(county, draft.base.version)}
              </h1>
              {draft.mayEdit ? (
                <Link className="no-print" to="/settings/drafts/$id" params={{ id }}>
                  {t.back}
                </Link>
              ) : (
                <Link className="no-print" to="/settings">
                  {t.title}
                </Link>
              )}
            </div>
            <PageState query={shape}>{(form) => <Review draft={draft} shape={form} />}</PageState>
          </>
        )}
      </PageState>
    </div>
  );
}
