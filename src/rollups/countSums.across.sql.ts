import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { addDays, type Day, dayOf, startOfDay } from '../platform/now.ts';
import { facts, GROUPED } from './facts.sql.ts';
import { columnOf, type Folded, foldedFigures } from './folded.ts';
import { type Fragment, listOf, occurrences } from './occurrences.sql.ts';

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
  restricted: boolean;
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
  return sql`${one('category')}, ${one('source')}, ${region} as region, ${one('unit')}, ${one('difficulty')},
    ${column('restricted')} as restricted`;
}

/** Sums of the named figures under their own names. */
const summed = (figures: readonly Folded[], of: (figure: Folded) => Fragment): Fragment =>
  sql.join(figures.map((figure) => sql`sum(${of(figure)})::bigint as ${sql.ref(figure)}`));

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;
const nextMonth = (day: Day): Day => firstOfMonth(addDays(firstOfMonth(day), 31));

/** Whole months where the period holds whole months, days before and behind: `start` of the sums from `from` to before `until`. */
export function pieces(from: Day, until: Day): { grain: 'day' | 'month'; from: Day; until: Day }[] {
  const first = firstOfMonth(from) === from ? from : nextMonth(from);
  const last = firstOfMonth(until);
  if (first >= last) return from < until ? [{ grain: 'day', from, until }] : [];
  const days = [
    { grain: 'day' as const, from, until: first },
    { grain: 'day' as const, from: last, until },
  ].filter((piece) => piece.from < piece.until);
  return [{ grain: 'month', from: first, until: last }, ...days];
}

const FOREVER: Day = '9999-01-01';

/** What stood open when a day began: all that ever came and went, without what did since. */
function openAt(scope: SumScope, day: Day): Fragment {
  const since = sql.join(
    pieces(day, FOREVER).map(
      (piece) => sql`s.grain = ${sql.lit(piece.grain)} and s.start >= ${piece.from} and s.start < ${piece.until}`,
    ),
    sql` or `,
  );
  return sql`select group_id, sum(case when s.grain = 'all' then open else -open end) as open from figure_sum s
    where s.county_code in (${listOf(scope.counties)}) and (s.grain = 'all' or ${since}) and open is not null group by group_id`;
}

/** Of whole days, as they are kept. */
function kept({ scope, figures, spans, by }: SumAsk): Fragment[] {
  const flows = figures.filter((figure) => figure !== 'open');
  return Object.entries(spans).flatMap(([name, span]) => {
    const [from, until] = [dayOf(span.from), dayOf(span.until)];
    const cells = flows.map((figure) => sql`s.${sql.ref(columnOf(figure))}`);
    const sums = pieces(from, until).map(
      (piece) => sql`
        select s.group_id, ${sql.join([...cells, sql`null::bigint as open`])} from figure_sum s
        where s.county_code in (${listOf(scope.counties)}) and s.grain = ${sql.lit(piece.grain)} and s.start >= ${piece.from}
          and s.start < ${piece.until} and s.prev >= ${from}`,
    );
    const nothing = sql.join([...flows.map(() => sql`null::bigint`), sql`o.open`]);
    const stock = figures.includes('open') ? [sql`select o.group_id, ${nothing} from (${openAt(scope, until)}) o`] : [];
    const all = [...sums, ...stock];
    if (all.length === 0) return [];
    const names = sql.join([...flows.map((figure) => sql.ref(columnOf(figure))), sql`open`]);
    return [
      sql`select ${sql.lit(name)} as span, ${told(by, grouped)}, ${summed(figures, (figure) => sql.ref(columnOf(figure)))}
        from (select group_id, ${summedPlainly(flows)} from (${sql.join(all, sql` union all `)}) a(group_id, ${names}) group by group_id) p
        join figure_group g on g.id = p.group_id where ${narrowed(scope, grouped)} group by 1, 2, 3, 4, 5, 6, 7`,
    ];
  });
}

/** First by group, then by what is asked: there are few groups and many days. */
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

/** Of a day that is under way at the end of the span: looked at itself. */
function underWay({ scope, figures, by }: SumAsk, name: string, span: SumSpan): Fragment | undefined {
  const morning = startOfDay(dayOf(span.until));
  if (morning >= span.until) return undefined;
  const today = { from: morning, until: span.until };
  return sql`select ${sql.lit(name)} as span, ${told(by, ofDispute)},
      ${sql.join(figures.map((figure) => sql`(sum(f.value) filter (where f.figure = ${sql.lit(figure)}))::bigint as ${sql.ref(figure)}`))}
    from (${facts({ counties: scope.counties, among: sql`select t.county_code, t.matter_id from touched t` })}) f
    join visible_report_dispute d on d.county_code = f.county_code and d.matter_id = f.matter_id
    where f.at >= ${today.from} and f.at < ${today.until} and f.prev >= ${span.from} and ${narrowed(scope, ofDispute)}
    group by 1, 2, 3, 4, 5, 6, 7`;
}

/** Sums of everything that is asked, of all spans at once; a day that is under way is asked by itself. */
export async function countSums(queries: Queries, ask: SumAsk): Promise<SumRow[]> {
  if (ask.scope.counties.length === 0 || ask.figures.length === 0) return [];
  const days = Object.entries(ask.spans).flatMap(([name, span]) => {
    const day = underWay(ask, name, span);
    const within = { from: startOfDay(dayOf(span.until)), until: span.until };
    return day ? [sql<SumRow>`with touched as materialized (${touched(ask.scope.counties, within)}) ${day}`] : [];
  });
  const whole = kept(ask);
  const all = [...(whole.length > 0 ? [sql<SumRow>`${sql.join(whole, sql` union all `)}`] : []), ...days];
  const found = await Promise.all(all.map((each) => each.execute(queries)));
  return found.flatMap(({ rows }) => rows);
}
