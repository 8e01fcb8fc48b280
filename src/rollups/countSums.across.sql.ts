import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { factsOf, GROUPED } from './facts.sql.ts';
import { columnOf, type Folded, foldedFigures } from './folded.ts';
import { type Fragment, listOf } from './occurrences.sql.ts';
import { dayBegin, type Piece, piecesOf, piecesSince } from './pieces.ts';

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

const numberOf = (figure: Folded): Fragment => sql.lit(foldedFigures.indexOf(figure));

/** What happened within the day of a moment. */
const within = (counties: readonly string[], moment: Date): Fragment => sql`
  figure_moment s cross join lateral unnest(s.groups, s.figures, s.times, s.prevs, s.amounts) m(group_id, figure, at, prev, amount)
  where s.county_code in (${listOf(counties)}) and s.day = ${dayBegin(moment)}`;

/** What stood open at a moment: all that ever came and went, without what did since. */
function openAt(counties: readonly string[], moment: Date): Fragment {
  const kept = sql`select group_id, case when s.grain = 'all' then open else -open end as open from figure_sum s
    where s.county_code in (${listOf(counties)}) and open is not null
      and (${sql.join([sql`s.grain = 'all'`, ...piecesSince(moment).map(between)], sql` or `)})`;
  if (dayBegin(moment) >= moment) return kept;
  return sql`${kept} union all select m.group_id, -m.amount from ${within(counties, moment)}
    and m.figure = ${numberOf('open')} and m.at >= ${moment}`;
}

/** What happened from a day's beginning on, as rows of sums: whole months and days, and the last day up to its moment. */
function flowing({ scope: { counties } }: SumAsk, flows: readonly Folded[], { from, until }: SumSpan): Fragment[] {
  const day = dayBegin(until);
  const sums = piecesOf(from, day).map(
    (piece) => sql`
      select s.group_id, ${sql.join(flows.map((figure) => sql`s.${sql.ref(columnOf(figure))}`))} from figure_sum s
      where s.county_code in (${listOf(counties)}) and ${between(piece)} and s.prev >= ${from}`,
  );
  if (day >= until || from >= until) return sums;
  const moments = flows.map((figure) => sql`sum(m.amount) filter (where m.figure = ${numberOf(figure)})`);
  const lastDay = sql`select m.group_id, ${sql.join(moments)} from ${within(counties, until)} and m.at < ${until}
    and coalesce(m.prev, 'infinity') >= ${from} group by m.group_id`;
  return [...sums, lastDay];
}

/** First by group, then by what is asked: there are few groups and many days. */
const summedPlainly = (figures: readonly Folded[]): Fragment =>
  sql.join(figures.map((figure) => sql`sum(${sql.ref(columnOf(figure))}) as ${sql.ref(columnOf(figure))}`));

/** Everything of a span, as it is kept. */
function kept(ask: SumAsk, name: string, span: SumSpan): Fragment {
  const { scope, figures, by } = ask;
  const flows = figures.filter((figure) => figure !== 'open');
  const nothing = flows.map(() => sql`null::bigint`);
  const all = [
    ...(flows.length > 0
      ? flowing(ask, flows, span).map((rows) => sql`select f.*, null::bigint as open from (${rows}) f`)
      : []),
    ...(figures.includes('open')
      ? [
          sql`select ${sql.join([sql`o.group_id`, ...nothing, sql`o.open`])} from (${openAt(scope.counties, span.until)}) o`,
        ]
      : []),
  ];
  const names = [...flows, 'open' as const];
  const columns = sql.join(names.map((figure) => sql.ref(columnOf(figure))));
  return sql`select ${sql.lit(name)} as span, ${told(by, grouped)}, ${summed(figures, (figure) => sql.ref(columnOf(figure)))}
    from (select group_id, ${summedPlainly(names)} from (${sql.join(all, sql` union all `)}) a(group_id, ${columns}) group by group_id) p
    join figure_group g on g.id = p.group_id where ${narrowed(scope, grouped)} group by 1, 2, 3, 4, 5, 6`;
}

/** Sums of everything that is asked, of all spans at once. */
export async function countSums(queries: Queries, ask: SumAsk): Promise<SumRow[]> {
  const { scope, figures } = ask;
  const spans = Object.entries(ask.spans).filter(([, { from, until }]) => figures.includes('open') || from < until);
  if (scope.counties.length === 0 || figures.length === 0 || spans.length === 0) return [];
  const whole = spans.map(([name, span]) => kept(ask, name, span));
  return (await sql<SumRow>`${sql.join(whole, sql` union all `)}`.execute(queries)).rows;
}

/** Facts added up, each figure under its own name. */
const counted = (figures: readonly Folded[]): Fragment =>
  sql.join(
    figures.map(
      (figure) => sql`(sum(f.value) filter (where f.figure = ${sql.lit(figure)}))::bigint as ${sql.ref(figure)}`,
    ),
  );

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
