import { sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import { clockState } from '../deadlines/state.ts';
import { listHolders } from '../delivery/holders.sql.ts';
import type { Recipient } from '../delivery/planDelivery.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import { heardFor } from '../waits/whoseLimit.ts';
import { calendarOf, type SupervisionEngine } from './supervisionEngine.ts';
import { amberUntil, LONGEST } from './warn.ts';

type Party = { id: string; representsPartyId: string | null };
type Row = { id: string; code: string; kind: string; status: string; clocks: ClockRow[]; parties: Party[] };
type Round = { engine: SupervisionEngine; countyCode: string; now: Date };

/** Matters with limits of parties that may be near and of which nobody was reminded. */
async function listNear(queries: Queries, { engine, countyCode, now }: Round): Promise<Row[]> {
  const calendar = calendarOf(engine, countyCode);
  const until = amberUntil({ length: LONGEST.naturalDay, unit: 'naturalDay' }, calendar, now);
  const { rows } = await sql<Row>`select m.id, m.code, m.kind, m.status, json_agg(${clockJson}) as clocks,
      coalesce((select json_agg(json_build_object('id', p.id, 'representsPartyId', p.represents_party_id)) from visible_party p
        where p.county_code = m.county_code and p.matter_id = m.id), '[]') as parties
    from visible_matter_clock c join matter m on m.county_code = c.county_code and m.id = c.matter_id
    where c.county_code = ${countyCode} and c.binds = 'party' and c.stopped_at is null and c.warned_at is null
      and c.due_at > ${now} and c.due_at <= ${until}
    group by m.county_code, m.id, m.code, m.kind, m.status`.execute(queries);
  return rows;
}

/** Whom a message reaches, or who wished for none. */
const hears = ({ phone, wish }: Recipient): boolean => phone !== 'none' || wish === 'letter' || wish === 'none';

function limitsOf({ clocks, parties }: Row, holders: readonly Recipient[], { engine, countyCode, now }: Round) {
  const calendar = calendarOf(engine, countyCode);
  const reached = new Set(holders.filter(hears).map(({ partyId }) => partyId));
  const unreached = (partyId: string) => !heardFor({ parties }, partyId).some((each) => reached.has(each));
  const near = clocks.map(clockOf).filter((clock) => clockState(clock, calendar, now).code === 'closing');
  return near.map(({ id: clockId, partyId }) => {
    const all = parties.flatMap(({ id, representsPartyId }) => (representsPartyId === null ? [id] : []));
    return { clockId, toTell: (partyId === null ? all : [partyId]).filter(unreached) };
  });
}

/** Reminds each party once of a limit of its own that is near; whoever cannot be reached comes onto somebody's list. */
export async function remindOfLimits(engine: SupervisionEngine, actor: Actor, countyCode: string): Promise<number> {
  const round = { engine, countyCode, now: engine.now() };
  const found = await reading(engine.db, actor, async (queries) => {
    const rows = await listNear(queries, round);
    const holders = await Promise.all(rows.map(({ id }) => listHolders(engine, queries, { countyCode, id })));
    return rows.map((row, at) => ({ ...row, limits: limitsOf(row, holders[at] ?? [], round) }));
  });
  let reminded = 0;
  for (const { code, kind, status, limits } of found) {
    const bound = engine.kinds[kind as keyof typeof engine.kinds];
    if (limits.length === 0 || !bound?.kind.steps.remindLimit?.from.includes(status)) continue;
    try {
      await takeStep(engine, bound, actor, code, 'remindLimit', { limits });
      reminded += limits.length;
    } catch (error) {
      // It was used or withdrawn at this very moment.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return reminded;
}
