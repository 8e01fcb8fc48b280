import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { DISPUTE } from '../disputes/kind.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { counting, type Queries } from '../platform/db.ts';
import { scopeWord } from './ask.ts';
import { askWords } from './askWords.sql.ts';
import { isLate, type LedgerLook } from './condition.sql.ts';
import { tally } from './count.sql.ts';
import { type DimensionTable, dimensionTable, type Tally } from './dimensions.ts';
import { looksOf } from './ledger.across.sql.ts';
import type { LedgerFilter } from './ledgerFilter.ts';
import type { LedgerSearch } from './search.ts';

/** All combinations in one pass, so that the lists beside each other count the same moment. */
async function tallies(queries: Queries, look: LedgerLook, digits: number): Promise<Tally[]> {
  const by = sql`d.source, d.category_code, d.urgency, d.gravity, d.difficulty, d.status, place`;
  return tally<Tally>(
    queries,
    look,
    sql`d.source, d.category_code as category, d.urgency, d.gravity, d.difficulty, d.status,
      left(d.region_code, ${digits}::int) as place, count(*)::int as count,
      (count(*) filter (where ${isLate(look.now)}))::int as late`,
    by,
  );
}

/** Which restricted matters lie in the post's place: as a number only, and only for those who stand over a place. */
function within(actor: Actor) {
  const [county = ''] = /^\d{6}(?=-center$)/.exec(actor.centerId ?? '') ?? [];
  const region = actor.viewers.find((viewer) => /^r:\d+$/.test(viewer))?.slice(2);
  if (region !== undefined && !/^\d{4}00$/.test(region))
    return sql`left(m.region_code, ${region.length}::int) = ${region}`;
  if (region !== undefined || county !== '') return sql`true`;
  return actor.centerId === null ? sql`false` : sql`m.receiving_center_id = ${actor.centerId}`;
}

async function countHidden(queries: Queries, actor: Actor, { status }: LedgerFilter): Promise<number> {
  const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`));
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from matter m where m.county_code in (${list(actor.counties)}) and m.restricted
      and m.kind = ${DISPUTE} and m.status in (${list(status)}) and not m.seen_by && ${actor.viewers}::text[]
      and ${within(actor)}`.execute(queries);
  return rows[0]?.n ?? 0;
}

export type Dimensions = {
  asOf: string;
  scope: string;
  sentence: string;
  total: number;
  late: number;
  /** Restricted matters that are counted and never listed: not divided, not filtered. */
  hidden: number;
  tables: DimensionTable[];
  dropped: string[];
};

/** 四维清单: the ledger divided by the county's four dimensions, every number by the condition of its list. */
export async function readDimensions(engine: Engine, actor: Actor, search: LedgerSearch): Promise<Dimensions> {
  const now = engine.now();
  const reference = engine.reference();
  const { filter, sentence, dropped } = await askWords(engine, actor, search);
  const looks = looksOf(actor, filter, now);
  const digits = actor.counties.length > 1 ? 6 : 9;
  const counted = await counting(engine.db, actor, (queries) =>
    Promise.all(looks.map((look) => tallies(queries, look, digits))),
  );
  const house = { counties: actor.counties, viewers: ['system'] };
  const hidden = await counting(engine.db, house, (queries) => countHidden(queries, actor, filter));
  const all = counted.flat();
  const rules = reference.rulesFor(actor.countyCode).rules.ledger;
  const means = { rules, network: reference.network, statuses: filter.status, tallies: all };
  return {
    asOf: now.toISOString(),
    scope: scopeWord(actor),
    sentence,
    total: all.reduce((sum, { count }) => sum + count, 0),
    late: all.reduce((sum, { late }) => sum + late, 0),
    hidden,
    tables: rules.dimensions.map((list) => dimensionTable(list, means)),
    dropped,
  };
}
