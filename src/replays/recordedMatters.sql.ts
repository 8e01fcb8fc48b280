import { sql } from 'kysely';
import { chargedUnit } from '../deadlines/charge.ts';
import { extensionsOf, listOf, pausesOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { RecordedClock, RecordedMatter } from './rehearsalFacts.ts';

/** What triage looked at, besides what the clocks say. */
export type RecordedDispute = RecordedMatter & {
  readonly receivingCenterId: string;
  readonly peopleInvolved: number;
  readonly amountCents: number | null;
  readonly supportingUnits: readonly unknown[];
  readonly parties: readonly { kind: string }[];
  readonly violence: Readonly<Record<string, boolean>>;
};

type MatterRow = Omit<RecordedDispute, 'clocks' | 'sendBacks' | 'supportingUnits' | 'parties'> & {
  leadUnitId: string | null;
  supporting: number;
  kinds: string[];
};
type ClockLine = {
  matterId: string;
  kind: string;
  unitId: string | null;
  startedAt: Date;
  stoppedAt: Date | null;
  pausesText: string;
  extensionsText: string;
};
type SendBackLine = { matterId: string; unitId: string; sentAt: Date; backAt: Date };

/** `kind`: what is handled by difficulty, and so can be rehearsed. */
export type Span = { readonly countyCode: string; readonly kind: string; readonly from: Date; readonly to: Date };

/** The length of these was set for the one clock when it began; the county's rule only says how long it may be. */
const setByHand = ['materials', 'wait'];

/** What an import brought and somebody took back is seen by the house alone. */
const notTakenBack = sql`cardinality(m.seen_by) > 1`;

/** Written into the text, by which a partial index is found. */
const ofKind = (kind: string) => sql`m.kind = ${sql.lit(kind)}`;

/** How many disputes the span holds: the whole of a replay. */
export async function countRecorded(queries: Queries, { countyCode, kind, from, to }: Span): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from matter m where m.county_code = ${countyCode}
    and ${ofKind(kind)} and ${notTakenBack} and m.opened_at >= ${from} and m.opened_at < ${to}`.execute(queries);
  return rows[0]?.count ?? 0;
}

/** More than any matter has. A limit keeps the planner from joining the whole county first: it goes matter by matter. */
const ALL = 10_000;

async function listClocks(queries: Queries, countyCode: string, ids: readonly string[]): Promise<ClockLine[]> {
  const { rows } = await sql<ClockLine>`
    select c.matter_id as "matterId", c.kind, c.unit_id as "unitId", c.started_at as "startedAt",
      c.stopped_at as "stoppedAt", c.pauses::text as "pausesText", c.extensions::text as "extensionsText"
    from unnest(${[...ids]}::uuid[]) k (id) cross join lateral (select * from visible_matter_clock x
      where x.county_code = ${countyCode} and x.matter_id = k.id limit ${ALL}) c
    where c.binds = 'ours' and c.kind <> all(${setByHand}::text[])`.execute(queries);
  return rows;
}

async function listSendBacks(queries: Queries, countyCode: string, ids: readonly string[]): Promise<SendBackLine[]> {
  const { rows } = await sql<SendBackLine>`
    select x.matter_id as "matterId", x.unit_id as "unitId", x.at as "sentAt", x.sent_back_at as "backAt"
    from unnest(${[...ids]}::uuid[]) k (id) cross join lateral (select * from visible_unit_dispatch u
      where u.county_code = ${countyCode} and u.matter_id = k.id limit ${ALL}) x
    where x.sent_back_at is not null`.execute(queries);
  return rows;
}

/** A page of the span's disputes in the order of their ids, under the house's own key. */
async function listMatters(queries: Queries, { countyCode, kind, from, to }: Span, after: string, limit: number) {
  const { rows } = await sql<MatterRow>`
    select m.county_code as "countyCode", m.id, m.receiving_center_id as "receivingCenterId",
      m.lead_unit_id as "leadUnitId", d.difficulty, d.people_involved as "peopleInvolved",
      d.amount_cents as "amountCents", d.violence,
      (select count(*)::int from visible_dispute_unit u
        where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null) as supporting,
      array(select p.kind from visible_party p where p.county_code = m.county_code and p.matter_id = m.id) as kinds
    from matter m join lateral (select * from visible_dispute x
      where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
    where m.county_code = ${countyCode} and ${ofKind(kind)} and ${notTakenBack} and m.opened_at >= ${from} and m.opened_at < ${to}
      and m.id > ${after}::uuid
    order by m.id limit ${limit}`.execute(queries);
  return rows;
}

function recordedClock(line: ClockLine, matter: MatterRow): RecordedClock {
  const { kind, startedAt, stoppedAt, pausesText, extensionsText } = line;
  const pauses = pausesOf(listOf(pausesText));
  const extensions = extensionsOf(listOf(extensionsText));
  return { kind, startedAt, stoppedAt, pauses, extensions, unitId: chargedUnit(matter, line) };
}

/** As they were recorded: what began and ended when, and who had it. Nobody's words, nobody's name. */
export async function listRecorded(
  queries: Queries,
  span: Span,
  after: string,
  limit: number,
): Promise<RecordedDispute[]> {
  const matters = await listMatters(queries, span, after, limit);
  const ids = matters.map(({ id }) => id);
  const [clocks, sendBacks] = await Promise.all([
    listClocks(queries, span.countyCode, ids),
    listSendBacks(queries, span.countyCode, ids),
  ]);
  const clocksOf = Map.groupBy(clocks, ({ matterId }) => matterId);
  const sendBacksOf = Map.groupBy(sendBacks, ({ matterId }) => matterId);
  return matters.map(({ supporting, kinds, ...matter }) => ({
    ...matter,
    supportingUnits: Array.from({ length: supporting }),
    parties: kinds.map((kind) => ({ kind })),
    clocks: (clocksOf.get(matter.id) ?? []).map((line) => recordedClock(line, { ...matter, supporting, kinds })),
    sendBacks: sendBacksOf.get(matter.id) ?? [],
  }));
}

/** How many matters of a kind with a clock that runs are pinned to which version of the rules. */
export async function countPins(
  queries: Queries,
  countyCode: string,
  kind: string,
): Promise<{ version: number; open: number }[]> {
  const { rows } = await sql<{ version: number; open: number }>`
    select m.settings_version as version, count(*) as open from matter m
    where m.county_code = ${countyCode} and ${ofKind(kind)} and exists (select from visible_matter_clock c
      where c.county_code = m.county_code and c.matter_id = m.id and c.stopped_at is null)
    group by m.settings_version order by m.settings_version`.execute(queries);
  return rows;
}
