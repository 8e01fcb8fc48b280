import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { type ClockRow, clockOf } from './clockRow.sql.ts';
import type { OpenClock, OpenMatter } from './moves.ts';
import type { ClockRule } from './rule.ts';

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

const listOf = <T>(text: string): T[] => (text === '[]' ? [] : (JSON.parse(text) as T[]));

function openClockOf(row: Row): OpenClock {
  const { binds, unitId, calendarVersion, provisional, startedAt, dueAt, unitSince } = row;
  const texts = { startedAt: '', stoppedAt: null, dueAt: null, unitSince: null };
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
const from = sql`visible_matter_clock c join matter m on m.county_code = c.county_code and m.id = c.matter_id
  left join visible_dispute d on d.county_code = c.county_code and d.matter_id = c.matter_id`;

const grouped = (rows: readonly Row[]): OpenMatter[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => matterOf(own) ?? []);

/**
 * The next matters of a county with running clocks, in the order of their ids. `next` is where to go on, null at the end.
 * Run it under the house's own key: a plan is made of all matters, whoever asks for it.
 */
export async function listOpenMatters(
  queries: Queries,
  countyCode: string,
  after: string,
  limit: number,
): Promise<{ matters: OpenMatter[]; next: string | null }> {
  const { rows } = await sql<Row>`select ${columns} from ${from}
    where c.county_code = ${countyCode} and c.stopped_at is null and c.matter_id > ${after}::uuid
    order by c.matter_id, c.id limit ${limit}`.execute(queries);
  if (rows.length < limit) return { matters: grouped(rows), next: null };
  // The last matter may go on beyond the limit: it is read again, whole.
  const cut = rows.at(-1)?.id;
  const matters = grouped(rows.filter(({ id }) => id !== cut));
  const last = matters.at(-1)?.id;
  if (last === undefined) return listOpenMatters(queries, countyCode, after, limit * 4);
  return { matters, next: last };
}

/** The same of exactly these matters, as they now stand. */
export async function listOpenMattersOf(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
): Promise<OpenMatter[]> {
  const { rows } = await sql<Row>`select ${columns} from ${from}
    where c.county_code = ${countyCode} and c.stopped_at is null and c.matter_id = any(${[...ids]}::uuid[])
    order by c.matter_id, c.id`.execute(queries);
  return grouped(rows);
}
