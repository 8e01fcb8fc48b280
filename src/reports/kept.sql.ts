import { sql } from 'kysely';
import type { Actor, Scope } from '../platform/actor.ts';
import { counting, type Db, type Queries } from '../platform/db.ts';
import { countAmong, countSums, type SumAsk, type SumRow, type SumsBy } from '../rollups/countSums.across.sql.ts';
import { foldFirst } from '../rollups/foldChanges.sql.ts';
import { type Folded, foldedFigures } from '../rollups/folded.ts';
import { ENDED, type Fragment } from '../rollups/occurrences.sql.ts';
import { countWaiting } from '../rollups/waiting.sql.ts';
import { asksDeep, figureValue, type Group, KEPT_DIGITS, measuresOf } from './counted.ts';
import type { Figure } from './figure.ts';
import { type Apart, apartOf, type DisputeMeasure, type Spans, scopeOf } from './figures.across.sql.ts';
import { type Measure, ofVisits } from './measures.ts';
import type { ReportScope } from './scope.ts';

/** What a measure is made of among the sums: what was not late was on time. */
const partsOf = (measure: Measure): readonly Folded[] =>
  measure === 'onTime' ? ['due', 'late'] : foldedFigures.filter((figure) => figure === measure);

const columnOf = { categories: 'category', sources: 'source', units: 'unit', difficulties: 'difficulty' } as const;

/** The question that the kept sums are asked. */
export function sumAsk(
  scope: ReportScope,
  measures: readonly Measure[],
  spans: Spans,
  { names, regionDigits }: Apart,
): SumAsk {
  const columns: SumsBy['columns'] = Object.entries(columnOf).flatMap(([name, column]) =>
    names.has(name as keyof typeof columnOf) ? [column] : [],
  );
  return {
    ...{ scope, spans, figures: [...new Set(measures.flatMap(partsOf))] },
    by: { columns, regionDigits: names.has('regions') ? regionDigits : 0 },
  };
}

function valueIn(row: SumRow, measure: DisputeMeasure): number {
  if (measure === 'onTime') return (row.due ?? 0) - (row.late ?? 0);
  return row[measure] ?? 0;
}

/** A row of sums as the groups of each measure; what comes to nothing is no group, as if nobody had recorded it. */
export function groupsOf(rows: readonly SumRow[], measures: readonly Measure[]): Group[] {
  const own = measures.filter((measure): measure is DisputeMeasure => !ofVisits(measure));
  return rows.flatMap(({ span, category, source, region, unit, difficulty, ...row }) =>
    own.flatMap((measure) => {
      const value = valueIn(row as SumRow, measure);
      if (value === 0) return [];
      return [{ measure, span, category, source, region, unit, difficulty, services: null, value }];
    }),
  );
}

const disputesWhere = (condition: Fragment): Fragment =>
  sql`select d.county_code, d.matter_id from visible_report_dispute d where ${condition}`;

const restrictedFrom = (viewers: readonly string[]): Fragment =>
  sql`d.restricted and not (d.seen_by && ${[...viewers]}::text[])`;

const houseIn = ({ counties }: ReportScope): Scope => ({ counties, viewers: ['system'] });

/** The disputes of places below what is kept: few, and looked at themselves. */
function inDeepPlaces(scope: ReportScope, figures: readonly Figure[]): Fragment {
  const asked = figures.flatMap(({ filter: { regions = [] } }) => regions);
  const places = asked.map((place) => sql`left(d.region_code, ${place.length}::int) = ${place}`);
  return disputesWhere(sql`${scopeOf(scope)} and (${sql.join(places, sql` or `)})`);
}

type Part = { figures: readonly Figure[]; deep?: boolean; own?: Fragment };

/** What the sums answer, and what only the disputes of a small place do: a form may ask for both at once. */
function partsOfAsk(scope: ReportScope, figures: readonly Figure[]): Part[] {
  const { within } = scope;
  if (within.kind === 'region' && within.key.length > KEPT_DIGITS)
    return [{ figures, own: disputesWhere(scopeOf(scope)) }];
  const deep = figures.filter(({ filter }) => asksDeep(filter));
  if (deep.length === 0) return [{ figures }];
  const others = figures.filter(({ filter }) => !asksDeep(filter));
  return [
    { figures: deep, deep: true, own: inDeepPlaces(scope, deep) },
    { figures: others, deep: false },
  ];
}

async function countPart(queries: Queries, scope: ReportScope, { figures, deep, own }: Part, spans: Spans) {
  const measures = [...new Set(figures.flatMap(measuresOf))];
  const ask = sumAsk(scope, measures, spans, apartOf(figures.map(({ filter }) => filter)));
  const groups = groupsOf(own ? await countAmong(queries, ask, own) : await countSums(queries, ask), measures);
  return deep === undefined ? groups : groups.map((group) => ({ ...group, deep }));
}

/** From the sums that are kept, with everything in them that was committed before; `waiting` disputes are still to be added. */
export async function countKept(
  db: Db,
  scope: ReportScope,
  figures: readonly Figure[],
  spans: Spans,
  now: Date,
): Promise<{ groups: Group[]; waiting: number }> {
  await foldFirst(db, scope.counties, now);
  return counting(db, houseIn(scope), async (queries) => {
    const [groups, waiting] = await Promise.all([
      Promise.all(partsOfAsk(scope, figures).map((part) => countPart(queries, scope, part, spans))),
      countWaiting(queries, scope.counties),
    ]);
    return { groups: groups.flat(), waiting };
  });
}

export type Beside = {
  /** Something in the scope is restricted from this actor. */
  hidden: boolean;
  /** So many are over by an old ledger that does not say since when. */
  undated: number;
};

/** What is said beside figures of a scope. */
export async function readBeside(db: Db, { viewers }: Actor, scope: ReportScope): Promise<Beside> {
  const { rows } = await counting(db, houseIn(scope), (queries) =>
    sql<Beside>`select
      exists (select from visible_report_dispute d where ${scopeOf(scope)} and ${restrictedFrom(viewers)}) as hidden,
      (select count(*)::int from visible_report_dispute d where ${scopeOf(scope)} and d.imported
        and d.closed_at is null and d.status in ${ENDED}) as undated`.execute(queries),
  );
  return rows[0] ?? { hidden: false, undated: 0 };
}

/** What a figure comes to, and how much of it is of disputes that are restricted from this actor. */
export async function countWithHidden(
  db: Db,
  { viewers }: Actor,
  scope: ReportScope,
  figure: Figure,
  { span, now }: { span: Spans[string]; now: Date },
): Promise<{ value: number; hidden: number }> {
  const spans = { this: span };
  const unseen = disputesWhere(sql`${scopeOf(scope)} and ${restrictedFrom(viewers)}`);
  const of = (groups: readonly Group[]) => figureValue(figure, 'this', groups).value ?? 0;
  const { groups } = await countKept(db, scope, [figure], spans, now);
  const hidden = await counting(db, houseIn(scope), (queries) =>
    countPart(queries, scope, { figures: [figure], own: unseen }, spans),
  );
  return { value: of(groups), hidden: of(hidden) };
}
