import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StepDone } from '../../../procedures/views.ts';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { resultWords } from '../../../sittings/words.ts';
import { clockTime } from '../../../ui/dates.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { NextOwed } from '../work/NextOwed.tsx';
import { Acts, dialogs } from './Acts.tsx';
import { Asked, Table } from './Asked.tsx';
import { type DialogStep, StepDialog } from './Dialogs.tsx';
import { Minutes } from './Minutes.tsx';
import { Notes } from './Notes.tsx';
import { People } from './People.tsx';
import { Proposals } from './Proposals.tsx';
import { sittingQuery } from './queries.ts';
import './sittings.css';
import { useSittingWords } from './words.ts';

const route = getRouteApi('/app/sittings/$code');

/** When, where, by whom, about what. */
function Head({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const rows: [string, string][] = [
    [t.where, view.rooms.length > 0 ? `${view.center} ${view.rooms.join('、')}` : view.place],
    [t.hosts, view.hosts.join('、')],
    [t.leadingUnit, view.leadingUnit ?? ''],
    [t.agendaHead, view.sight === 'full' ? view.agenda : ''],
    [t.bringHead, view.bring],
  ];
  return (
    <dl className="sitting-facts">
      {rows.map(([name, words]) =>
        words === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
      {view.disputes.map(({ code, codeShort, category, title, open }) => (
        <div key={code}>
          <dt>{t.aboutHead}</dt>
          <dd>
            {open ? (
              <Link to="/disputes/$code" params={{ code }} search={{}}>
                {codeShort} {title}
              </Link>
            ) : (
              category
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What to do next in the disputes, by how it ended. */
function After({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const language = useLanguage();
  const ended = view.disputes.filter(({ result }) => result !== null);
  if (view.status !== 'ended' || ended.length === 0) return null;
  return (
    <section className="section" aria-labelledby="sitting-ended">
      <h2 id="sitting-ended">{t.ended}</h2>
      {ended.map(({ code, codeShort, result }) => (
        <p key={code}>
          {codeShort} {t.endedWith(result ? resultWords[result][language] : '')}{' '}
          {result === 'agreed' || result === 'partly' ? t.after_agreed : ''}
          {result === 'none' || result === 'stopped' ? t.after_none : ''}{' '}
          <Link to="/disputes/$code" params={{ code }} search={{}}>
            {t.toDispute(codeShort)}
          </Link>
        </p>
      ))}
    </section>
  );
}

function Marks({ view }: { view: SittingView }) {
  const t = useSittingWords();
  const cooling = view.coolingUntil ? t.cooling(clockTime(view.coolingUntil)) : '';
  return (
    <span>
      <StateIcon shape={view.endedAt ? 'done' : 'info'} /> {[view.statusLabel, cooling].filter(Boolean).join(' · ')}
    </span>
  );
}

function Sitting({ view, act }: { view: SittingView; act: string | undefined }) {
  const t = useSittingWords();
  const asked = dialogs.find(([step]) => step === act && view.steps.now.includes(step))?.[0] ?? null;
  const [open, setOpen] = useState<DialogStep | null>(asked);
  const [done, setDone] = useState<StepDone | null>(null);
  usePageTitle(t.page(view.title, view.when));
  const full = view.sight === 'full';
  return (
    <>
      <div className="page-head">
        <h1>
          {view.title} {view.when}
        </h1>
        <Marks view={view} />
      </div>
      {done ? (
        <Strip key={done.version} onClose={() => setDone(null)} actions={<NextOwed after={view.code} />}>
          {done.sentence}
        </Strip>
      ) : null}
      {view.needsRoom ? (
        <Strip tone="late" standing>
          {t.needsRoom}
        </Strip>
      ) : null}
      <Asked view={view} />
      {full ? <Acts view={view} onOpen={setOpen} onDone={setDone} /> : null}
      <Head view={view} />
      {view.sight === 'own' ? <p className="second">{t.ownOnly}</p> : null}
      <After view={view} />
      <div className={full ? 'sitting-columns' : 'sitting-own'}>
        <div>
          <Table view={view} />
          {full ? <Minutes view={view} /> : null}
        </div>
        <div>
          {view.sight === 'own' ? null : <People view={view} />}
          {full ? <Proposals view={view} /> : null}
          <Notes view={view} />
        </div>
      </div>
      {open ? <StepDialog step={open} view={view} onClose={() => setOpen(null)} onDone={setDone} /> : null}
    </>
  );
}

/** The page of the room: who is here, what is said and offered, and how it ended. */
export function SittingPage() {
  const { code } = route.useParams();
  const { act } = route.useSearch();
  const query = useQuery(sittingQuery(code));
  return (
    <div className="page sitting-page">
      <PageState query={query}>{(view) => <Sitting key={view.code} view={view} act={act} />}</PageState>
    </div>
  );
}
