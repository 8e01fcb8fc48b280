import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisputeView, ResidentView } from '../../../disputes/views.ts';
import { isDay } from '../../../platform/now.ts';
import { Clock } from '../../../ui/Clock.tsx';
import { dayText, tableTime } from '../../../ui/dates.ts';
import { StateIcon } from '../../../ui/StateIcon.tsx';
import { api } from '../api.ts';
import { useWords, type Words } from './catalog.ts';

/** Who works on it, and who received it. */
export function Working({ view }: { view: DisputeView }) {
  const t = useWords();
  return (
    <section aria-labelledby="working-head">
      <h2 id="working-head">{t.whoWorks}</h2>
      <dl className="matter-facts fact-narrow">
        <dt>{t.center}</dt>
        <dd>{view.center.name}</dd>
        <dt>{t.lead}</dt>
        <dd>{view.leadUnit ? `${view.leadUnit.name} ${view.leadUnit.phone ?? ''}` : t.nobodyYet}</dd>
        <dt>{t.handler}</dt>
        <dd>{view.handler?.name ?? t.nobodyYet}</dd>
        {view.mediators.length > 0 ? <dt>{t.mediators}</dt> : null}
        {view.mediators.length > 0 ? (
          <dd>
            {view.mediators.map(({ id, name, unit, state }) => (
              <div key={id}>
                {name}（{unit}） <span className="second">{t[`mediator_${state}`]}</span>
              </div>
            ))}
          </dd>
        ) : null}
        {view.supportingUnits.length > 0 ? <dt>{t.supporting}</dt> : null}
        {view.supportingUnits.length > 0 ? (
          <dd>
            {view.supportingUnits.map(({ unit, task, done }) => (
              <div key={unit.id}>
                {unit.short} {task === t.supporting ? '' : task}{' '}
                {done ? <span className="second">{t.taskDone}</span> : null}
              </div>
            ))}
          </dd>
        ) : null}
      </dl>
    </section>
  );
}

/** Every clock that runs, with its arithmetic; those that stopped under a count. */
export function Clocks({ view }: { view: DisputeView }) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const running = view.clocks.filter((clock) => clock.stoppedAt === null);
  const stopped = view.clocks.filter((clock) => clock.stoppedAt !== null);
  return (
    <section aria-labelledby="clocks-head">
      <h2 id="clocks-head">{t.clocks}</h2>
      {running.length === 0 ? <p className="second">{t.noClocks}</p> : null}
      {running.map((clock) => (
        <Clock key={clock.id} clock={clock} />
      ))}
      {stopped.length > 0 ? (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {t.stoppedClocks(stopped.length)}
        </button>
      ) : null}
      {all ? stopped.map((clock) => <Clock key={clock.id} clock={clock} />) : null}
    </section>
  );
}

function ResidentPage({ page }: { page: ResidentView }) {
  const t = useWords();
  return (
    <div className="resident-preview">
      <p className="resident-where">{page.where}</p>
      <p>
        {[page.unit, page.handler].filter(Boolean).join(' ')}　
        {t.since(isDay(page.whereSince) ? dayText(page.whereSince) : tableTime(page.whereSince))}
      </p>
      {page.nextBy ? <p className="resident-by">{page.nextBy}</p> : null}
      {page.remaining ? <p>{page.remaining}</p> : null}
      {page.late ? <p>{page.late}</p> : null}
      <p>{page.next}</p>
      <p>
        {page.askAt} {page.phone}
      </p>
      {page.moved ? <p>{page.moved}</p> : null}
      {page.together ? <p>{page.together}</p> : null}
      {page.waitingFor ? <p>{page.waitingFor.sentence}</p> : null}
      {page.rights.map((right) => (
        <p key={right}>{right}</p>
      ))}
      {page.agreements.map(({ head, terms, items }) => (
        <div key={head + terms}>
          <p>
            {head}：{terms}
          </p>
          <ul className="bare-list">
            {items.map(({ what, by, done }) => (
              <li key={by + what}>{[by, what, done].filter(Boolean).join(' ')}</li>
            ))}
          </ul>
        </div>
      ))}
      {page.visits.map(({ at, text }) => (
        <p key={at}>
          <span className="second">{tableTime(at)}</span> {text}
        </p>
      ))}
      <ol className="bare-list">
        {page.timeline.map((entry) => (
          <li key={entry.at + entry.text}>
            <span className="second">{isDay(entry.at) ? dayText(entry.at) : tableTime(entry.at)}</span> {entry.text}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Look = { at: string; who: string; act: string; purpose: string | null };
const acts = ['revealed', 'fileRead', 'slipPrinted'] as const;

function lookWords(look: Look, t: Words): string {
  const act = acts.find((each) => each === look.act);
  return [act ? t[`look_${act}`] : '', look.purpose].filter(Boolean).join('：');
}

function Looks({ code }: { code: string }) {
  const t = useWords();
  const { data, error } = useQuery({
    queryKey: ['looks', code],
    queryFn: () => api.get<Look[]>(`/api/disputes/${code}/looks`),
  });
  if (error) return <p className="second">{error.message}</p>;
  return (
    <ol className="bare-list">
      {data?.length === 0 ? <li>{t.noLooks}</li> : null}
      {data?.map((look) => (
        <li key={`${look.at}${look.who}${look.act}`}>
          <time dateTime={look.at} className="second">
            {tableTime(look.at)}
          </time>{' '}
          {look.who} {lookWords(look, t)}
        </li>
      ))}
    </ol>
  );
}

/** What the resident reads of it, for whoever sees what it is about, and who of us looked. */
export function Outside({ view }: { view: DisputeView }) {
  const t = useWords();
  const [preview, setPreview] = useState(false);
  const [looks, setLooks] = useState(false);
  const page = view.residentSees;
  return (
    <section aria-labelledby="outside-head">
      <h2 id="outside-head">{page ? t.residentSees : t.whoLooked}</h2>
      {page ? (
        <p>
          <StateIcon shape="info" /> {page.where} {page.nextBy ?? ''}
        </p>
      ) : null}
      <div className="row">
        {page ? (
          <button type="button" className="link-button" aria-expanded={preview} onClick={() => setPreview(!preview)}>
            {preview ? t.hidePreview : t.preview}
          </button>
        ) : null}
        <button type="button" className="link-button" aria-expanded={looks} onClick={() => setLooks(!looks)}>
          {looks ? t.hideLooks : t.looks(view.looks)}
        </button>
      </div>
      {preview && page ? <ResidentPage page={page} /> : null}
      {looks ? <Looks code={view.code} /> : null}
    </section>
  );
}
