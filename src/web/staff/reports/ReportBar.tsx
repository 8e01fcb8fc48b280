import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { addDays, dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { formerPeriod, type PeriodKind, periodOn } from '../../../reports/period.ts';
import type { ReportView } from '../../../reports/reportView.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { regionsQuery, unitsQuery } from '../queries.ts';
import { CountyPick } from '../shell/CountyPick.tsx';
import { usePost } from '../useMe.ts';
import type { ReportSearch } from './search.ts';
import { type ReportWords, useReportWords } from './words.ts';

const CITY = '140100';

type Kind = { key: string; label: (t: ReportWords) => string; search: Pick<ReportSearch, 'kind' | 'period'> };
const kinds: readonly Kind[] = [
  { key: 'day', label: (t) => t.day, search: { period: 'day' } },
  { key: 'week', label: (t) => t.week, search: { period: 'week' } },
  { key: 'month', label: (t) => t.month, search: { period: 'month' } },
  { key: 'mediation', label: (t) => t.mediation, search: { kind: 'mediation', period: 'month' } },
];

export const kindKey = ({ kind, period }: Pick<ReportView, 'kind' | 'period'>): string =>
  kind === 'mediation' ? 'mediation' : period;

function Kinds({ view, search }: { view: ReportView; search: ReportSearch }) {
  const t = useReportWords();
  const { kind: _, period: __, ...rest } = search;
  return (
    <nav className="board-tabs" aria-label={t.which}>
      {kinds.map(({ key, label, search: own }) => (
        <Link
          key={key}
          to="/reports"
          search={{ ...rest, ...own }}
          className="board-tab"
          aria-current={key === kindKey(view) ? 'page' : undefined}
        >
          {label(t)}
        </Link>
      ))}
    </nav>
  );
}

function Steps({ view, search }: { view: ReportView; search: ReportSearch }) {
  const t = useReportWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const today = dayOf(now());
  const { from, to } = view.spans.this;
  const length: PeriodKind = view.period;
  const before = formerPeriod(length, { from, to }).from;
  const after = periodOn(length, addDays(to, 1)).from;
  const jump = () => {
    const day = readDay(typed, today, 'past');
    if (day) void navigate({ to: '/reports', search: { ...search, day } });
  };
  return (
    <form
      className="row report-steps"
      onSubmit={(event) => {
        event.preventDefault();
        jump();
      }}
    >
      <Link to="/reports" search={{ ...search, day: before }}>
        {t.former}
      </Link>
      <strong>{view.spans.this.title}</strong>
      {after <= today && (
        <Link to="/reports" search={{ ...search, day: after }}>
          {t.next}
        </Link>
      )}
      <DayInput
        name="day"
        label={t.jump}
        value={typed}
        onChange={setTyped}
        today={today}
        nearest="past"
        placeholder={t.jumpHint}
      />
    </form>
  );
}

type PickProps = {
  name: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onPick: (value: string | undefined) => void;
};

function PickOne({ name, label, value, options, onPick }: PickProps) {
  const t = useReportWords();
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select
          {...control}
          className="report-pick"
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? ''}
          options={[{ value: '', label: t.everywhere }, ...options]}
          onChange={(chosen: string) => onPick(chosen === '' ? undefined : chosen)}
        />
      )}
    </Field>
  );
}

function Whose({ search }: { search: ReportSearch }) {
  const t = useReportWords();
  const navigate = useNavigate();
  const post = usePost();
  const county = search.county ?? post.countyCode;
  const regions = useQuery(regionsQuery(county)).data ?? [];
  const units = useQuery(unitsQuery(county)).data ?? [];
  if (post.role === 'unitHead') return null;
  const go = (next: ReportSearch) => void navigate({ to: '/reports', search: next });
  const pickCounty = (picked: string) => {
    const { county: _, region: __, unit: ___, ...rest } = search;
    go(picked === CITY ? rest : { ...rest, county: picked });
  };
  const places = regions
    .filter(({ level }) => level === 'township')
    .map(({ code, short }) => ({ value: code, label: short }));
  const pick = (key: 'region' | 'unit') => (value: string | undefined) => {
    const { [key]: _, ...rest } = search;
    go(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <div className="row report-whose">
      <CountyPick value={search.county ?? CITY} onChange={pickCounty} />
      {places.length > 0 && (
        <PickOne name="region" label={t.region} value={search.region} options={places} onPick={pick('region')} />
      )}
      {units.length > 0 && (
        <PickOne
          name="unit"
          label={t.unit}
          value={search.unit}
          options={units.map(({ id, short }) => ({ value: id, label: short }))}
          onPick={pick('unit')}
        />
      )}
    </div>
  );
}

/** Which report, of which period, of whom. */
export function ReportBar(props: { view: ReportView; search: ReportSearch }) {
  return (
    <div className="no-print">
      <Kinds {...props} />
      <div className="row row-apart report-bar">
        <Steps {...props} />
        <Whose search={props.search} />
      </div>
    </div>
  );
}
