import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ClockRule, spokenLength } from '../../../deadlines/rule.ts';
import type { CountyRules } from '../../../disputes/rules.ts';
import { spokenMoney } from '../../../ui/money.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { api } from '../api.ts';
import { CountyPick } from '../shell/CountyPick.tsx';
import { usePost } from '../useMe.ts';
import { useSettingsWords } from './words.ts';

type Settings = {
  countyCode: string;
  /** The county itself, or the city where the county has none. */
  heldBy: string;
  version: number;
  effectiveFrom: string;
  basis: string;
  rules: CountyRules;
};

function Clocks({ clocks }: { clocks: Readonly<Record<string, ClockRule>> }) {
  const t = useSettingsWords();
  const grades: Record<string, string> = {
    'handle.simple': t.simple,
    'handle.ordinary': t.ordinary,
    'handle.complex': t.complex,
  };
  return (
    <section className="section" aria-labelledby="clocks">
      <div className="section-head">
        <h2 id="clocks">{t.clocks}</h2>
        <span className="second">{t.clocksNote}</span>
      </div>
      <TableScroll label={t.clocks}>
        <table className="table">
          <thead>
            <tr>
              {[t.clock, t.length, t.firstDay, t.roll, t.warn, t.status, t.basis].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(clocks).map(([name, rule]) => (
              <tr key={name}>
                <td>
                  {rule.label}
                  {grades[name]}
                </td>
                <td className="nowrap">{spokenLength(rule.length, rule.unit)}</td>
                <td>{rule.countFirstDay ? t.yes : t.no}</td>
                <td>{rule.rollHoliday ? t.yes : t.no}</td>
                <td className="nowrap">{spokenLength(rule.warnBefore.length, rule.warnBefore.unit)}</td>
                <td className="nowrap">{t[rule.status]}</td>
                <td className="second">{rule.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly (readonly [label: string, value: string])[] }) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      <dl className="fact-list">
        {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>])}
      </dl>
    </section>
  );
}

function Rules({ rules }: { rules: CountyRules }) {
  const t = useSettingsWords();
  const { triage, dispatch, handling, intake, clocks } = rules;
  return (
    <>
      <Clocks clocks={clocks} />
      <Facts
        title={t.triage}
        facts={[
          [t.complexPeople, t.people(triage.complexPeople)],
          [t.complexAmount, spokenMoney(triage.complexAmountCents)],
          [t.simpleAmount, spokenMoney(triage.simpleAmountCents)],
        ]}
      />
      <Facts title={t.dispatch} facts={[[t.undo, t.minutes(dispatch.undoMinutes)]]} />
      <Facts
        title={t.handling}
        facts={[
          [t.material, t.workingDays(handling.maxMaterialDays)],
          [t.rating, t.days(handling.ratingDays)],
        ]}
      />
      <section className="section" aria-labelledby="grounds">
        <div className="section-head">
          <h2 id="grounds">{t.decline}</h2>
        </div>
        <TableScroll label={t.decline}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.ground}</th>
                <th scope="col">{t.basis}</th>
                <th scope="col">{t.goTo}</th>
              </tr>
            </thead>
            <tbody>
              {intake.declineGrounds.map((ground) => (
                <tr key={ground.code}>
                  <td>{ground.label}</td>
                  <td>{ground.basis}</td>
                  <td>{ground.goTo}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </section>
    </>
  );
}

/** The rules that hold today, with where each number comes from. */
export function SettingsPage() {
  const t = useSettingsWords();
  const post = usePost();
  const [county, setCounty] = useState(post.countyCode);
  usePageTitle(t.title);
  const query = useQuery({
    queryKey: ['settings', county],
    queryFn: () => api.get<Settings>('/api/settings', { county }),
  });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {query.data && <span>{t.version(query.data.version, query.data.effectiveFrom)}</span>}
        {query.data && (
          <span className="second">
            {query.data.heldBy === county ? t.heldByCounty : t.heldByCity} {t.basis}：{query.data.basis}
          </span>
        )}
      </div>
      <div className="row filters-row">
        <CountyPick value={county} onChange={setCounty} />
      </div>
      <Strip tone="info">{t.note}</Strip>
      <PageState query={query}>{({ rules }) => <Rules rules={rules} />}</PageState>
    </div>
  );
}
