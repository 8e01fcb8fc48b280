import { sql } from 'kysely';
import { type ClockRow, clockOf, listOf } from '../deadlines/clockRow.sql.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Queries } from '../platform/db.ts';
import type { OpenClock, OpenMatter } from './moves.ts';

type Facts = Omit<OpenMatter, 'clocks'>;
type Row = Facts &
  Pick<ClockRow, 'kind' | 'binds' | 'unitId'> & {
    clockId: string;
    clockKind: string;
    ruleText: string;
    pausesText: string;
    extensionsText: string;
    calendarVersion: string;
    provisional: boolean;
    startedAt: Date;
    dueAt: Date | null;
    unitSince: Date | null;
  };

/** A few hundred rules serve all clocks: one object for each text, which is also what a planner remembers by. */
const rules = new Map<string, ClockRule>();
function ruleOf(text: string): ClockRule {
  const rule = rules.get(text) ?? (JSON.parse(text) as ClockRule);
  if (rules.size > 5_000) rules.clear();
  rules.set(text, rule);
  return rule;
}

function openClockOf(row: Row): OpenClock {
  const { binds, unitId, calendarVersion, provisional, startedAt, dueAt, unitSince } = row;
  const texts = { startedAt: '', stoppedAt: null, dueAt: null, unitSince: null, partyId: null, toTell: [] };
  const lists = { pauses: listOf<never>(row.pausesText), extensions: listOf<never>(row.extensionsText) };
  const own = { id: row.clockId, kind: row.clockKind, rule: ruleOf(row.ruleText), dueHistory: [], binds, unitId };
  return { ...clockOf({ ...own, ...lists, ...texts, calendarVersion }), startedAt, dueAt, unitSince, provisional };
}

function matterOf(rows: readonly Row[]): OpenMatter | undefined {
  const [row] = rows;
  if (!row) return undefined;
  const { countyCode, id, kind, receivingCenterId, leadUnitId, categoryCode, difficulty } = row;
  const { settingsVersion, restricted, eventSeq } = row;
  const facts = { countyCode, id, kind, receivingCenterId, leadUnitId, categoryCode, difficulty };
  return { ...facts, settingsVersion, restricted, eventSeq, clocks: rows.map(openClockOf) };
}

/** History and words are left in the database: nothing here needs them, and they are the larger part of a row. */
const columns = sql`m.county_code as "countyCode", m.id, m.kind, m.receiving_center_id as "receivingCenterId",
  m.lead_unit_id as "leadUnitId", m.category_code as "categoryCode", d.difficulty,
  m.settings_version as "settingsVersion", m.restricted, m.event_seq as "eventSeq",
  c.id as "clockId", c.kind as "clockKind", c.rule::text as "ruleText", c.pauses::text as "pausesText",
  c.extensions::text as "extensionsText", c.calendar_version as "calendarVersion", c.provisional, c.binds,
  c.started_at as "startedAt", c.due_at as "dueAt", c.unit_id as "unitId", c.unit_since as "unitSince"`;

const grouped = (rows: readonly Row[]): OpenMatter[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => matterOf(own) ?? []);

/** The next matters of a county with a running clock, in the order of their ids. */
export async function nextOpenIds(queries: Queries, county: string, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct matter_id as id from matter_clock
    where county_code = ${county} and stopped_at is null and matter_id > ${after}::uuid
    order by matter_id limit ${limit}`.execute(queries);
  return rows.map(({ id }) => id);
}

/**
 * These matters with all their running clocks, as they now stand. Run it under the house's own key: a plan is made of all
 * matters, whoever asks for it. One by one along the indexes: as plain joins the planner reads whole tables each time.
 */
export async function listOpenMatters(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
): Promise<OpenMatter[]> {
  const { rows } = await sql<Row>`select ${columns}
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    join lateral (select * from matter x where x.county_code = ${countyCode} and x.id = wanted.id limit 1) m on true
    left join lateral (select difficulty from visible_dispute x
      where x.county_code = ${countyCode} and x.matter_id = wanted.id limit 1) d on true
    join lateral (select * from visible_matter_clock x
      where x.county_code = ${countyCode} and x.matter_id = wanted.id and x.stopped_at is null limit 1000) c on true
    order by m.id, c.id`.execute(queries);
  return grouped(rows);
}
