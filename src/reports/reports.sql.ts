import type { ReportRules } from '../disputes/reportRules.ts';
import type { Network } from '../network/lookup.ts';
import { CITY_CODE, regionPath } from '../network/network.ts';
import type { Directory } from '../people/directory.ts';
import type { Actor, Scope } from '../platform/actor.ts';
import { counting, type Db } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { dayOf, toIso } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { figureValue, type Group, measuresOf } from './counted.ts';
import type { Figure, FigureFilter } from './figure.ts';
import type { Counting, Spans } from './figures.across.sql.ts';
import { countKept, readBeside } from './kept.sql.ts';
import { isRate, measureFacts, ofVisits } from './measures.ts';
import {
  formerPeriod,
  formerSpan,
  type Period,
  type PeriodKind,
  periodTitle,
  readPeriod,
  type Span,
  spanOf,
} from './period.ts';
import type { ReportAsk } from './reportAsk.ts';
import { figuresOf, type PlanTable, reportPlan } from './reportPlan.ts';
import type { CellView, ReportView, SpanView, TableView } from './reportView.ts';
import { type ReportScope, reportScope } from './scope.ts';
import { countVisits } from './visits.across.sql.ts';

export type ReportDeps = Deps & {
  reference(): {
    network: Network;
    directory: Directory;
    counties: readonly string[];
    rulesFor(countyCode: string): { rules: { reports: ReportRules } };
  };
};

/** Groups of what was counted, and of how many disputes the newest change is still to be added. */
export type Counted = { groups: Group[]; waiting: number };

/** The counters of a scope: its centers; a unit has none. */
export function centersOf({ counties, within }: ReportScope, network: Network): string[] {
  if (within.kind === 'unit') return [];
  const centers = network.units.filter(({ kind, countyCode }) => kind === 'center' && counties.includes(countyCode));
  const own = centers.filter(({ id, regionCode }) => {
    if (within.kind === 'center') return id === within.key;
    return within.kind === 'region' ? regionCode.startsWith(within.key) : true;
  });
  return own.map(({ id }) => id);
}

type Means = Pick<ReportDeps, 'db' | 'reference' | 'now'>;

/** Everything that these figures need, by spans, whoever looks: what somebody does not see is counted and not listed. */
export async function countAll(
  { db, reference, now }: Means,
  scope: ReportScope,
  figures: readonly Figure[],
  spans: Spans,
): Promise<Counted> {
  const visited = [...new Set(figures.flatMap(measuresOf))].filter(ofVisits);
  const countings: Counting[] = visited.flatMap((measure) => Object.keys(spans).map((span) => ({ measure, span })));
  const visitLook = { counties: scope.counties, centers: centersOf(scope, reference().network) };
  const [disputes, visits] = await Promise.all([
    countKept(db, scope, figures, spans, now()),
    counting(db, { counties: scope.counties, viewers: ['system'] }, (queries) =>
      countVisits(queries, visitLook, countings, spans),
    ),
  ]);
  return { groups: [...disputes.groups, ...visits], waiting: disputes.waiting };
}

/** Where the figures come from, as a filter that stands beside each figure's own. */
function baseFilter(
  { region, unit }: ReportAsk,
  kind: ReportView['kind'],
  { reference }: Means,
  county: string,
): FigureFilter {
  const { network, rulesFor } = reference();
  const bodies = network.units.filter(
    (each) => each.countyCode === county && (each.kind === 'mediationCommittee' || each.kind === 'industryMediation'),
  );
  const only =
    kind === 'mediation' && rulesFor(county).rules.reports.mediation.bodiesOnly
      ? bodies.map(({ id }) => id)
      : undefined;
  const units = unit === undefined ? only : [unit];
  return {
    ...(region !== undefined && region !== CITY_CODE && { regions: [region] }),
    ...(units && units.length > 0 && { units }),
  };
}

export function placeName(network: Network, code: string): string {
  const short = (each: string) => network.region(each)?.short;
  return code === CITY_CODE ? (short(code) ?? code) : regionPath(code, short, code.length > 6 ? 'township' : 'county');
}

/** 「太原市」「迎泽区」「迎泽区 · 迎泽街道 · 迎泽区住建局」: what the figures are about. */
export function placeOf(
  network: Network,
  { counties, within }: ReportScope,
  { county, region, unit }: ReportAsk,
): string {
  const [only] = counties;
  const whole =
    'key' in within && within.kind !== 'region' ? (network.unit(within.key)?.short ?? within.key) : undefined;
  const area =
    within.kind === 'region' ? within.key : (county ?? (counties.length === 1 ? only : CITY_CODE) ?? CITY_CODE);
  const words = [whole ?? placeName(network, area)];
  if (region !== undefined && region !== area) words.push(placeName(network, region));
  if (unit !== undefined) words.push(network.unit(unit)?.short ?? unit);
  return words.join(' · ');
}

const spanView = (kind: PeriodKind, { from, to }: Period, { asOf }: Span): SpanView => ({
  from,
  to,
  asOf: asOf.toISOString(),
  title: periodTitle(kind, { from, to }),
});

const unitOf = ({ what }: Figure): string => (isRate(what) ? '%' : measureFacts(what).unit);

export function cellView(figure: Figure, span: 'this' | 'former', groups: readonly Group[]): CellView {
  const value = figureValue(figure, span, groups);
  return { what: figure.what, filter: figure.filter, span, unit: unitOf(figure), ...value };
}

function tableView(table: PlanTable, groups: readonly Group[]): TableView {
  const rows = table.rows.map(({ name, text, figures }) => ({
    name,
    text,
    cells: figures.flatMap((figure) =>
      table.compared
        ? [cellView(figure, 'this', groups), cellView(figure, 'former', groups)]
        : [cellView(figure, 'this', groups)],
    ),
  }));
  return { title: table.title, note: table.note, compared: table.compared, columns: [...table.columns], rows };
}

export type Looking = { asOf: Date; live: boolean };

/** A ready-made report, as it stands at a moment. */
export async function readReport(
  deps: ReportDeps,
  actor: Actor,
  ask: ReportAsk,
  { asOf, live }: Looking,
): Promise<ReportView> {
  const scope = reportScope(actor, ask.county);
  if (scope.counties.length === 0) refuseField('county', '现在的岗位看不到那个区县。');
  const { network, rulesFor } = deps.reference();
  const { kind = 'periodic', period: length = 'month' } = ask;
  const period = readPeriod(length, ask.day, dayOf(asOf));
  const spans = { this: spanOf(period, asOf, live), former: formerSpan(length, period, asOf) };
  const county = ask.county ?? actor.countyCode;
  const plan = reportPlan(kind, baseFilter(ask, kind, deps, county), {
    categories: network.categories,
    rules: rulesFor(county).rules.reports.mediation,
  });
  const [{ groups, waiting }, beside] = await Promise.all([
    countAll(deps, scope, figuresOf(plan), spans),
    readBeside(deps.db, actor, scope),
  ]);
  return {
    kind,
    period: length,
    ask: { ...ask, kind, period: length, day: period.from },
    place: placeOf(network, scope, ask),
    asOf: toIso(asOf),
    underWay: spans.this.asOf < spans.this.end,
    spans: {
      this: spanView(length, period, spans.this),
      former: spanView(length, formerPeriod(length, period), spans.former),
    },
    tables: plan.map((table) => tableView(table, groups)),
    ...beside,
    waiting,
  };
}
