import { sql } from 'kysely';
import { isOpen } from '../calendar/officeHours.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { pageOf } from '../procedures/kind.ts';
import { calendarOf, type SupervisionEngine } from './supervisionEngine.ts';
import { amberTable, amberText, amberUntil, LONGEST, overdueText } from './warn.ts';

type Kinds = SupervisionEngine['kinds'];
type Stamp = 'warned_at' | 'overdue_at';
type Due = { id: string; matterId: string; code: string; kind: string; label: string; dueAt: Date; owners: string[] };
type Round = { countyCode: string; now: Date; urgentOnly: boolean; until: string; horizon: Date };

const BATCH = 1000;
const LONGEST_JSON = JSON.stringify(LONGEST);

/**
 * Clocks of ours that are near or over and of which nobody was told: with the owners of what is owed on that clock, else of
 * whatever is owed on the matter. `until` is the table of warn.ts; a clock is stamped only if it is still unstamped.
 */
async function stampDue(tx: Tx, stamp: Stamp, round: Round): Promise<Due[]> {
  const { countyCode, now, urgentOnly, until, horizon } = round;
  const column = sql.ref(stamp);
  const near = sql`c.due_at > ${now} and c.due_at <= ${horizon} and exists (
    select from jsonb_to_recordset(${until}::jsonb) as t (unit text, length int, until timestamptz)
    where t.unit = c.rule #>> '{warnBefore,unit}' and t.length = least((c.rule #>> '{warnBefore,length}')::int, (${LONGEST_JSON}::jsonb ->> t.unit)::int) and c.due_at <= t.until)`;
  const over = sql`c.due_at <= ${now}`;
  const { rows } = await sql<Due>`
    select c.id, c.matter_id as "matterId", m.code, m.kind, c.rule ->> 'label' as label, c.due_at as "dueAt",
      coalesce((select array_agg(distinct t.owner) from matter_todo t where t.county_code = c.county_code
        and t.matter_id = c.matter_id and t.clock_kind = c.kind),
        (select array_agg(distinct t.owner) from matter_todo t where t.county_code = c.county_code
        and t.matter_id = c.matter_id), '{}') as owners
    from visible_matter_clock c join matter m on m.county_code = c.county_code and m.id = c.matter_id
    where c.county_code = ${countyCode} and c.stopped_at is null and c.binds = 'ours' and c.${column} is null
      and m.status <> 'linked' and ${stamp === 'overdue_at' ? over : near}
      ${urgentOnly ? sql`and (c.rule ->> 'urgent')::boolean` : sql``}
    order by c.due_at, c.id limit ${BATCH}`.execute(tx);
  if (rows.length === 0) return [];
  const ids = sql.join(rows.map(({ id }) => sql`${id}::uuid`));
  const stamped = await sql<{ id: string }>`update matter_clock set ${column} = ${now}
    where county_code = ${countyCode} and id in (${ids}) and stopped_at is null and ${column} is null
    returning id`.execute(tx);
  const mine = new Set(stamped.rows.map(({ id }) => id));
  return rows.filter(({ id }) => mine.has(id));
}

function tell(tx: Tx, kinds: Kinds, { countyCode, now }: Round, stamp: Stamp, due: readonly Due[]): void {
  const words = stamp === 'warned_at' ? amberText : overdueText;
  const rows = due.flatMap(({ matterId, code, kind, label, dueAt, owners }) =>
    owners.map((owner) => ({
      county_code: countyCode,
      id: newId(now),
      owner,
      matter_id: matterId,
      code,
      page: kinds[kind] ? pageOf(kinds[kind], code) : null,
      text: words(label, dueAt),
      at: now,
    })),
  );
  if (rows.length > 0) record(tx, tx.insertInto('notice').values(rows));
}

/**
 * Tells of each clock once that it is near, and once that it is over. In the county's working time only, what is urgent at
 * once: a date that ends at 24:00 is not announced at midnight. The stamp and the notices are one transaction.
 */
export async function warnCounty(engine: SupervisionEngine, actor: Actor, countyCode: string): Promise<number> {
  const now = engine.now();
  const calendar = calendarOf(engine, countyCode);
  const { supervision, clocks } = engine.reference().rulesFor(countyCode).rules;
  const { workingTimeOnly } = supervision;
  const table = amberTable(calendar, now);
  // No farther than the county's own rules warn: what a far date costs is a row that every round looks at.
  const ends = Object.values(clocks).map(({ warnBefore }) => amberUntil(warnBefore, calendar, now).getTime());
  const horizon = new Date(Math.max(now.getTime(), ...ends));
  const urgentOnly = workingTimeOnly && !isOpen(calendar, now);
  const round = { countyCode, now, urgentOnly, until: JSON.stringify(table), horizon };
  let told = 0;
  for (const stamp of ['overdue_at', 'warned_at'] as const)
    for (;;) {
      const due = await command(engine.db, actor, async (tx) => {
        const found = await stampDue(tx, stamp, round);
        tell(tx, engine.kinds, round, stamp, found);
        return found.length;
      });
      told += due;
      if (due < BATCH) break;
    }
  return told;
}
