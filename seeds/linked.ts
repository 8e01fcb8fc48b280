import { sql } from 'kysely';
import { registerDispute } from '../src/disputes/registerDispute.sql.ts';
import { emptyParty } from '../src/intake/party.ts';
import { reading } from '../src/platform/db.ts';
import { takeStep } from '../src/procedures/takeStep.sql.ts';
import { steadyId } from './chance.ts';
import type { Stage } from './stage.ts';

const yingze = '140106-center';

type Lead = { code: string; categoryCode: string; regionCode: string; title: string };

const facts =
  '和邻居说的是同一件事，我家也一样：从上个月起就这样，找过两次没有结果，家里老人休息不好。听邻居说中心已经在办，就一起来问问，能不能一块儿解决。';

/** A dispute under way at this center, of which a neighbor may come too. */
async function findLead({ engine, post }: Stage): Promise<Lead | undefined> {
  const { rows } = await reading(engine.db, post('dispatcher', yingze), (queries) =>
    sql<Lead>`select code, category_code as "categoryCode", region_code as "regionCode", title from matter
      where county_code = '140106' and kind = 'dispute' and status = 'inMediation' and not restricted
        and receiving_center_id = ${yingze} order by opened_at desc, id limit 1`.execute(queries),
  );
  return rows[0];
}

/** A second neighbor comes about a matter that is under way, and the two go together. Played twice, it is done already. */
export async function seedLinked(stage: Stage): Promise<void> {
  const lead = await findLead(stage);
  if (!lead) return;
  const { engine, post, salt } = stage;
  const { code } = await registerDispute(engine, post('receptionist', yingze), {
    parties: [{ ...emptyParty, name: '孟春来', idKind: 'none', idException: '没带证件', phone: '13800007766' }],
    ...{ categoryCode: lead.categoryCode, source: 'walkIn', regionCode: lead.regionCode, address: '' },
    ...{ title: lead.title, facts, demands: '和邻居那件一起解决。' },
    ...{ occurredOn: null, peopleInvolved: 1, amountCents: null, willing: 'yes', headCount: 1, restriction: null },
    ...{ uploads: [], creditCodeConfirmed: false, commandId: steadyId(salt, 'linked', 0) },
  });
  const reason = '同一件事，先登记的那件主办。';
  const commandId = steadyId(salt, 'linked', 1);
  await takeStep(engine, engine.kinds.dispute, post('dispatcher', yingze), code, 'merge', {
    leadCode: lead.code,
    reason,
    commandId,
  });
}
