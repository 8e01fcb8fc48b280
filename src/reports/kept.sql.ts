import { sql } from 'kysely';
import type { Actor, Scope } from '../platform/actor.ts';
import { counting, type Db } from '../platform/db.ts';
import { countSmall, countSums, type SumAsk, type SumRow, type SumsBy } from '../rollups/countSums.across.sql.ts';
import { foldChanges } from '../rollups/foldChanges.sql.ts';
import { type Folded, foldedFigures } from '../rollups/folded.ts';
import { ENDED } from '../rollups/occurrences.sql.ts';
import { countWaiting } from '../rollups/waiting.sql.ts';
import { type Group, measuresOf } from './counted.ts';
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
/** So many disputes that just changed are taken into the sums before they are read; of more it is said that they wait. */
const FOLDED_FIRST = 2000;

/** Places below what is kept: where these are asked for, sums do not know. */
const smallPlaces = ({ within }: ReportScope, filters: readonly FigureFilter[]): string[] => {
  const asked = filters.flatMap(({ regions = [] }) => regions);
  const all = within.kind === 'region' ? [within.key, ...asked] : asked;
  return all.some((place) => place.length > KEPT_DIGITS) ? (within.kind === 'region' ? [within.key] : asked) : [];
};

const houseIn = ({ counties }: ReportScope): Scope => ({ counties, viewers: ['system'] });

/** From the sums that are kept, with everything in them that was committed before; `waiting` disputes are still to be added. */
export async function countKept(
  db: Db,
  scope: ReportScope,
  figures: readonly Figure[],
  spans: Spans,
): Promise<{ groups: Group[]; waiting: number }> {
  const filters = figures.map(({ filter }) => filter);
  const measures = [...new Set(figures.flatMap(measuresOf))];
  const ask = sumAsk(scope, measures, spans, apartOf(filters));
  const small = smallPlaces(scope, filters);
  for (const county of scope.counties) await foldChanges(db, county, FOLDED_FIRST);
  return counting(db, houseIn(scope), async (queries) => {
    const [rows, waiting] = await Promise.all([
      small.length > 0 ? countSmall(queries, ask, small) : countSums(queries, ask),
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
