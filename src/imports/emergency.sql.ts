import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { DISPUTE } from '../disputes/kind.sql.ts';
import { printLong } from '../documents/pressApart.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { emergencySheet, type Owed } from './emergencySheet.ts';

const PAGE = 500;
/** More than this nobody carries about on paper. */
const MOST = 5000;

type Seen = { id: string };

/** The open disputes that the whole desk of the center sees; what is kept from it is on no sheet. */
async function listSeen(engine: Engine, actor: Actor, centerId: string): Promise<string[]> {
  const { rows } = await reading(engine.db, actor, (queries) =>
    sql<Seen>`select s.matter_id as id from matter_seen s where s.county_code = ${actor.countyCode}
      and s.viewer = ${`c:${centerId}`} and s.kind = ${DISPUTE}
      and s.status not in ('closed', 'struckOff', 'archived', 'declined', 'linked')
      order by s.due_at, s.matter_id limit ${MOST}`.execute(queries),
  );
  return rows.map(({ id }) => id);
}

/** What is owed on them and by whom: debts of colleagues, which only the house reads together. */
async function listOwed(engine: Engine, countyCode: string, ids: readonly string[]): Promise<Owed[]> {
  const house = { counties: [countyCode], viewers: ['system'] };
  const { rows } = await reading(engine.db, house, (queries) =>
    sql<Owed>`select m.code, t.owner, t.act, m.status, m.category_code as "categoryCode", m.region_code as "regionCode",
        d.parties_line as "partiesLine", nullif(t.due_at, 'infinity') as "dueAt"
      from unnest(${[...ids]}::uuid[]) k (id)
      join matter_todo t on t.county_code = ${countyCode} and t.matter_id = k.id
      join matter m on m.county_code = t.county_code and m.id = t.matter_id and not m.restricted
      join lateral (select x.parties_line from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
      where t.owner <> 'resident' order by t.due_at, m.code`.execute(queries),
  );
  return rows;
}

/** Makes the sheet and lays it into the file store, where colleagues of the center fetch it again. */
export async function makeEmergencySheet(engine: Engine, actor: Actor, centerId: string, job: JobRun) {
  const { network, directory } = engine.reference();
  const ids = await listSeen(engine, actor, centerId);
  const owed: Owed[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    owed.push(...(await listOwed(engine, actor.countyCode, ids.slice(at, at + PAGE))));
    await job.step(Math.min(at + PAGE, ids.length), ids.length + 1);
  }
  const facts = {
    centerName: network.unit(centerId)?.name ?? '综治中心',
    countyName: network.region(actor.countyCode)?.short ?? '',
    printedBy: actor.name,
    now: engine.now(),
    owed,
  };
  const pdf = await printLong(emergencySheet(facts, { network, directory }));
  const { sha256 } = await engine.files.put(pdf);
  return { sha256, disputes: ids.length, lines: owed.length };
}
