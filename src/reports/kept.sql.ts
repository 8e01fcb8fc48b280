import { sql } from 'kysely';
import type { Actor, Scope } from '../platform/actor.ts';
import { counting, type Db } from '../platform/db.ts';
import { countAmong, countSums, type SumAsk, type SumRow, type SumsBy } from '../rollups/countSums.across.sql.ts';
import { foldFirst } from '../rollups/foldChanges.sql.ts';
import { type Folded, foldedFigures } from '../rollups/folded.ts';
import { ENDED, type Fragment } from '../rollups/occurrences.sql.ts';
import { countWaiting } from '../rollups/waiting.sql.ts';
import { figureValue, type Group, measuresOf } from './counted.ts';
import type { Figure, FigureFilter } from './figure.ts';
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

/** A row of sums as the groups of each measure. What was stated and taken back is there with nothing: somebody recorded it. */
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

/** How deep a place the sums are kept for: a township. What lies below it is few, and counted from the beginning. */
const KEPT_DIGITS = 9;

/** Places below what is kept: where these are asked for, sums do not know. */
const smallPlaces = ({ within }: ReportScope, filters: readonly FigureFilter[]): string[] => {
  const asked = filters.flatMap(({ regions = [] }) => regions);
  const all = within.kind === 'region' ? [within.key, ...asked] : asked;
  return all.some((place) => place.length > KEPT_DIGITS) ? (within.kind === 'region' ? [within.key] : asked) : [];
};

const disputesWhere = (condition: Fragment): Fragment =>
  sql`select d.county_code, d.matter_id from visible_report_dispute d where ${condition}`;

const inPlaces = (scope: ReportScope, places: readonly string[]): Fragment =>
  disputesWhere(
    sql`${scopeOf(scope)} and (${sql.join(
      places.map((place) => sql`left(d.region_code, ${place.length}::int) = ${place}`),
      sql` or `,
    )})`,
  );

const houseIn = ({ counties }: ReportScope): Scope => ({ counties, viewers: ['system'] });

/** From the sums that are kept, with everything in them that was committed before; `waiting` disputes are still to be added. */
export async function countKept(
  db: Db,
  scope: ReportScope,
  figures: readonly Figure[],
  spans: Spans,
  now: Date,
): Promise<{ groups: Group[]; waiting: number }> {
  const filters = figures.map(({ filter }) => filter);
  const measures = [...new Set(figures.flatMap(measuresOf))];
  const ask = sumAsk(scope, measures, spans, apartOf(filters));
  const small = smallPlaces(scope, filters);
  await foldFirst(db, scope.counties, now);
  return counting(db, houseIn(scope), async (queries) => {
    const [rows, waiting] = await Promise.all([
      small.length > 0 ? countAmong(queries, ask, inPlaces(scope, small)) : countSums(queries, ask),
      countWaiting(queries, scope.counties),
    ]);
    return { groups: groupsOf(rows, measures), waiting };
  });
}

/** Whether there is something restricted in the scope that this actor does not see. */
export async function anyHidden(db: Db, { viewers }: Actor, scope: ReportScope): Promise<boolean> {
  const { rows } = await counting(db, houseIn(scope), (queries) =>
    sql`select from visible_report_dispute d where ${scopeOf(scope)} and d.restricted
      and not (d.seen_by && ${[...viewers]}::text[]) limit 1`.execute(queries),
  );
  return rows.length > 0;
}

/** What an old ledger says is over without saying since when. */
export async function countUndated(db: Db, scope: ReportScope): Promise<number> {
  const { rows } = await counting(db, houseIn(scope), (queries) =>
    sql<{ n: number }>`select count(*)::int as n from visible_report_dispute d where ${scopeOf(scope)} and d.imported
      and d.closed_at is null and d.status in ${ENDED}`.execute(queries),
  );
  return rows[0]?.n ?? 0;
}

/** What a figure comes to, and how much of it is of disputes that are restricted from this actor. */
export async function countWithHidden(
  db: Db,
  actor: Actor,
  scope: ReportScope,
  figure: Figure,
  { span, now }: { span: Spans[string]; now: Date },
): Promise<{ value: number; hidden: number }> {
  const spans = { this: span };
  const { groups } = await countKept(db, scope, [figure], spans, now);
  const measures = measuresOf(figure);
  const ask = sumAsk(scope, measures, spans, apartOf([figure.filter]));
  const of = (rows: readonly SumRow[]) => figureValue(figure, 'this', groupsOf(rows, measures)).value ?? 0;
  const unseen = disputesWhere(
    sql`${scopeOf(scope)} and d.restricted and not (d.seen_by && ${[...actor.viewers]}::text[])`,
  );
  const hidden = await counting(db, houseIn(scope), (queries) => countAmong(queries, ask, unseen));
  return { value: figureValue(figure, 'this', groups).value ?? 0, hidden: of(hidden) };
}
