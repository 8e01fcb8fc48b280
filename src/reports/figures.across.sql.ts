import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { amountOf } from '../rollups/occurrences.sql.ts';
import type { Group } from './counted.ts';
import type { FigureFilter, FilterName } from './figure.ts';
import { adds, type DisputeMeasure, type Fragment, found, listOf } from './found.sql.ts';
import { type Measure, ofVisits } from './measures.ts';
import type { Span } from './period.ts';
import type { ReportScope } from './scope.ts';

export type { DisputeMeasure };
export type Spans = Readonly<Record<string, Span>>;
export type Counting = { measure: Measure; span: string };

/** `hiddenFrom`: only what these viewer keys do not see, for figures and never for lists. */
export type FigureLook = { scope: ReportScope; hiddenFrom: readonly string[] | null };

const inPlace = (code: string): Fragment => sql`left(d.region_code, ${code.length}::int) = ${code}`;

/** `d` is a row of visible_report_dispute. */
export function scopeOf({ counties, within }: ReportScope): Fragment {
  const key = 'key' in within ? within.key : '';
  const place = {
    all: sql`true`,
    region: inPlace(key),
    center: sql`(d.receiving_center_id = ${key} or d.lead_unit_id = ${key})`,
    unit: sql`d.lead_unit_id = ${key}`,
  }[within.kind];
  return sql`d.county_code in (${listOf(counties)}) and ${place}`;
}

/** Scope, and for hidden ones that nobody by these keys sees them. */
function narrowed({ scope, hiddenFrom }: FigureLook): Fragment {
  const hidden = hiddenFrom === null ? sql`true` : sql`d.restricted and not (d.seen_by && ${[...hiddenFrom]}::text[])`;
  return sql`${scopeOf(scope)} and ${hidden}`;
}

/** Each filter as a condition on the dispute; counted.ts says the same of a group. */
const conditionOf: Record<Exclude<FilterName, 'services'>, (words: readonly string[]) => Fragment> = {
  categories: (words) => sql`d.category_code in (${listOf(words)})`,
  sources: (words) => sql`d.source in (${listOf(words)})`,
  regions: (words) => sql`(${sql.join(words.map(inPlace), sql` or `)})`,
  units: (words) => sql`d.lead_unit_id in (${listOf(words)})`,
  difficulties: (words) => sql`d.difficulty in (${listOf(words)})`,
};

function filtered(filter: FigureFilter): Fragment {
  if (filter.services) return sql`false`;
  const names = (Object.keys(filter) as (keyof typeof conditionOf)[]).map((name) =>
    conditionOf[name](filter[name] ?? []),
  );
  return names.length === 0 ? sql`true` : sql.join(names, sql` and `);
}

/** By what groups are told apart; what nobody asks about is left out, so that there are few. */
export type Apart = { names: ReadonlySet<FilterName>; regionDigits: number };

export function apartOf(filters: readonly FigureFilter[]): Apart {
  const names = new Set(filters.flatMap((filter) => Object.keys(filter) as FilterName[]));
  const lengths = filters.flatMap(({ regions = [] }) => regions.map((code) => code.length));
  return { names, regionDigits: Math.max(0, ...lengths) };
}

export type FigureRow = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: string;
  regionCode: string;
  categoryCode: string | null;
  leadUnitId: string | null;
  receivingCenterId: string;
  restricted: boolean;
  openedAt: Date;
  at: Date;
  value: number;
  sortAt: string;
};

export type FigureAsk = { measure: DisputeMeasure; span: Span; filter: FigureFilter };

/** Of those that were accepted only the open ones are listed; of those closed, only what is over. */
const counts = (measure: DisputeMeasure): Fragment =>
  measure === 'acceptedOpen' || measure === 'over' ? sql`${adds(measure)} <> 0` : sql`true`;

const listed = ({ scope, ...rest }: FigureLook, { measure, span, filter }: FigureAsk): Fragment => sql`
  from (${found(measure, { counties: scope.counties, span })}) f
  cross join lateral (select * from visible_report_dispute v
    where v.county_code = f.county_code and v.matter_id = f.matter_id limit 1) d
  where ${narrowed({ scope, ...rest })} and ${filtered(filter)} and ${counts(measure)}`;

/** How many disputes a figure counts, and what they add up to. */
export async function countListed(
  queries: Queries,
  look: FigureLook,
  ask: FigureAsk,
): Promise<{ n: number; value: number }> {
  const { rows } = await sql<{ n: number; value: number }>`
    select count(*)::int as n, coalesce(sum(${adds(ask.measure)}), 0)::bigint as value ${listed(look, ask)}`.execute(
    queries,
  );
  return rows[0] ?? { n: 0, value: 0 };
}

/** A page of them, the newest first, and on by key: looked up one by one in that order until the page is full. */
export async function listFigure(
  queries: Queries,
  look: FigureLook,
  { measure, span, filter }: FigureAsk,
  { limit, from }: { limit: number; from?: { at: string; id: string } | undefined },
): Promise<FigureRow[]> {
  const after = from ? sql`where (f.at, f.matter_id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql``;
  const inOrder = sql`select * from (${found(measure, { counties: look.scope.counties, span })}) f ${after}
    order by f.at desc, f.matter_id desc`;
  const { rows } = await sql<FigureRow>`
    select d.county_code as "countyCode", d.matter_id as id, d.code, d.title, d.status, d.region_code as "regionCode",
      d.category_code as "categoryCode", d.lead_unit_id as "leadUnitId", d.receiving_center_id as "receivingCenterId",
      d.restricted, d.opened_at as "openedAt", f.at, (${adds(measure)})::bigint as value, f.at::text as "sortAt"
    from (${inOrder}) f cross join lateral (select * from visible_report_dispute v
      where v.county_code = f.county_code and v.matter_id = f.matter_id limit 1) d
    where ${narrowed(look)} and ${filtered(filter)} and ${counts(measure)}
    order by f.at desc, f.matter_id desc limit ${limit}`.execute(queries);
  return rows;
}
