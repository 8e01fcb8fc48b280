import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { factsOf, GROUPED } from './facts.sql.ts';
import { columnOf, type Folded, foldedFigures } from './folded.ts';
import { type Fragment, listOf, occurrences } from './occurrences.sql.ts';
import { fullHour, type Piece, piecesOf, piecesSince } from './pieces.ts';

/** `from`: a Beijing day's beginning; `until`: before which moment it happened. */
export type SumSpan = { from: Date; until: Date };
/** Explicit counties, and within them everything, a place of up to nine digits, a center's own, or a unit's. */
export type SumScope = {
  counties: readonly string[];
  within: { kind: 'all' } | { kind: 'region' | 'center' | 'unit'; key: string };
};
/** By what the sums are told apart; what nobody asks about is left out, so that there are few. */
export type SumsBy = { columns: readonly ('category' | 'source' | 'unit' | 'difficulty')[]; regionDigits: number };
export type SumAsk = {
  scope: SumScope;
  figures: readonly Folded[];
  spans: Readonly<Record<string, SumSpan>>;
  by: SumsBy;
};

export type SumRow = {
  span: string;
  category: string | null;
  source: string | null;
  region: string | null;
  unit: string | null;
  difficulty: string | null;
} & Partial<Record<Folded, number | null>>;

/** The same columns of a kept group and of a dispute itself. */
const grouped = (name: string): Fragment => sql`g.${sql.ref(name)}`;
const ofDispute = (name: string): Fragment => GROUPED.find(([each]) => each === name)?.[1] ?? sql`null`;
type Column = typeof grouped;

function narrowed({ within }: SumScope, column: Column): Fragment {
  if (within.kind === 'all') return sql`true`;
  const { key } = within;
  if (within.kind === 'region') return sql`left(${column('region')}, ${key.length}::int) = ${key}`;
  if (within.kind === 'unit') return sql`${column('unit')} = ${key}`;
  return sql`(${column('center')} = ${key} or ${column('unit')} = ${key})`;
}

function told({ columns, regionDigits }: SumsBy, column: Column): Fragment {
  const one = (name: SumsBy['columns'][number]) =>
    columns.includes(name) ? sql`nullif(${column(name)}, '') as ${sql.ref(name)}` : sql`null::text as ${sql.ref(name)}`;
  const region = regionDigits > 0 ? sql`left(${column('region')}, ${regionDigits}::int)` : sql`null::text`;
  return sql`${one('category')}, ${one('source')}, ${region} as region, ${one('unit')}, ${one('difficulty')}`;
}

/** Sums of the named figures under their own names. */
const summed = (figures: readonly Folded[], of: (figure: Folded) => Fragment): Fragment =>
  sql.join(figures.map((figure) => sql`sum(${of(figure)})::bigint as ${sql.ref(figure)}`));

const between = ({ grain, from, until }: Piece): Fragment =>
  sql`s.grain = ${sql.lit(grain)} and s.start >= ${from} and s.start < ${until}`;

/** What stood open at a full hour: all that ever came and went, without what did since. */
const openAt = (scope: SumScope, hour: Date): Fragment => sql`
  select group_id, sum(case when s.grain = 'all' then open else -open end) as open from figure_sum s
  where s.county_code in (${listOf(scope.counties)}) and open is not null
    and (s.grain = 'all' or ${sql.join(piecesSince(hour).map(between), sql` or `)}) group by group_id`;

/** Of whole hours, days and months, as they are kept. */
function kept({ scope, figures, spans, by }: SumAsk): Fragment[] {
  const flows = figures.filter((figure) => figure !== 'open');
  return Object.entries(spans).flatMap(([name, span]) => {
    const hour = fullHour(span.until);
    const cells = flows.map((figure) => sql`s.${sql.ref(columnOf(figure))}`);
    const sums = piecesOf(span.from, hour).map(
      (piece) => sql`
        select s.group_id, ${sql.join([...cells, sql`null::bigint as open`])} from figure_sum s
        where s.county_code in (${listOf(scope.counties)}) and ${between(piece)} and s.prev >= ${span.from}`,
    );
    const nothing = sql.join([...flows.map(() => sql`null::bigint`), sql`o.open`]);
    const stock = figures.includes('open') ? [sql`select o.group_id, ${nothing} from (${openAt(scope, hour)}) o`] : [];
    const all = [...sums, ...stock];
    if (all.length === 0) return [];
    const names = sql.join([...flows.map((figure) => sql.ref(columnOf(figure))), sql`open`]);
    return [
      sql`select ${sql.lit(name)} as span, ${told(by, grouped)}, ${summed(figures, (figure) => sql.ref(columnOf(figure)))}
        from (select group_id, ${summedPlainly(flows)} from (${sql.join(all, sql` union all `)}) a(group_id, ${names}) group by group_id) p
        join figure_group g on g.id = p.group_id where ${narrowed(scope, grouped)} group by 1, 2, 3, 4, 5, 6`,
    ];
  });
}

/** First by group, then by what is asked: there are few groups and many hours. */
const summedPlainly = (flows: readonly Folded[]): Fragment =>
  sql.join(
    [...flows, 'open' as const].map((figure) => sql`sum(${sql.ref(columnOf(figure))}) as ${sql.ref(columnOf(figure))}`),
  );

/** Whom something happened to between two moments, whatever it was. */
const touched = (counties: readonly string[], within: SumSpan): Fragment => sql`
  select o.county_code, o.matter_id from (${occurrences(
    foldedFigures.filter((figure) => figure !== 'open'),
    { counties, within },
  )}) o
  union select e.county_code, e.matter_id from visible_matter_event e
    where e.county_code in (${listOf(counties)}) and e.at >= ${within.from} and e.at < ${within.until}`;

/** Facts added up, each figure under its own name. */
const counted = (figures: readonly Folded[]): Fragment =>
  sql.join(
    figures.map(
      (figure) => sql`(sum(f.value) filter (where f.figure = ${sql.lit(figure)}))::bigint as ${sql.ref(figure)}`,
    ),
  );

/** Of the hour that is under way at the end of the span: looked at itself. */
async function countHour(queries: Queries, { scope, figures, by }: SumAsk, name: string, span: SumSpan) {
  const hour = { from: fullHour(span.until), until: span.until };
  if (hour.from >= hour.until) return [];
  const { rows } = await sql<SumRow>`
    with changed as materialized (${touched(scope.counties, hour)})
    select ${sql.lit(name)} as span, ${told(by, ofDispute)}, ${counted(figures)}
    from ${factsOf(sql`select county_code, matter_id from changed`)}
    where f.at >= ${hour.from} and f.at < ${hour.until} and f.prev >= ${span.from} and ${narrowed(scope, ofDispute)}
    group by 1, 2, 3, 4, 5, 6`.execute(queries);
  return rows;
}

/** Sums of everything that is asked, of all spans at once; an hour that is under way is asked by itself. */
export async function countSums(queries: Queries, ask: SumAsk): Promise<SumRow[]> {
  if (ask.scope.counties.length === 0 || ask.figures.length === 0) return [];
  const whole = kept(ask);
  const sums = whole.length > 0 ? sql<SumRow>`${sql.join(whole, sql` union all `)}`.execute(queries) : { rows: [] };
  const hours = Object.entries(ask.spans).map(([name, span]) => countHour(queries, ask, name, span));
  return [...(await sums).rows, ...(await Promise.all(hours)).flat()];
}

/** Of these disputes alone, `(county_code, matter_id)`: looked at themselves, so there should be few. */
export async function countAmong(queries: Queries, ask: SumAsk, own: Fragment): Promise<SumRow[]> {
  const { scope, figures, spans, by } = ask;
  const small: Column = (name) => (name === 'region' ? sql`d.region_code` : ofDispute(name));
  const found = Object.entries(spans).map(([name, { from, until }]) =>
    sql<SumRow>`select ${sql.lit(name)} as span, ${told(by, small)}, ${counted(figures)} from ${factsOf(own)}
      where f.at < ${until} and f.prev >= ${from} and (f.figure = 'open' or f.at >= ${from}) and ${narrowed(scope, small)}
      group by 1, 2, 3, 4, 5, 6`.execute(queries),
  );
  return (await Promise.all(found)).flatMap(({ rows }) => rows);
}
