import { sql } from 'kysely';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Engine, Reaction } from '../disputes/engine.ts';
import type { StepName } from '../disputes/procedure.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { tellBeside } from '../procedures/elsewhere.sql.ts';
import { recordUnsaid } from '../procedures/takeBack.sql.ts';
import { leftTheHouse } from '../procedures/taken.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import { lockFollowers, lockLead } from './followers.sql.ts';
import { passedOn } from './passedOn.ts';

type Now = Pick<DisputeContext, 'now'>;

/** A step of the house on each dispute that follows. */
async function onEach(
  engine: Engine,
  tx: Tx,
  lead: Dispute,
  step: StepName,
  input: object,
  { now }: Now,
  leading = lead,
) {
  if (lead.followers === 0) return;
  for (const before of await lockFollowers(tx, lead)) {
    const context = { ...contextFor(engine, houseOf(lead.countyCode), before), now, other: leading };
    await takeLocked(engine, tx, engine.kinds.dispute, { step, before, input, context });
  }
}

/** What is done on the leading dispute stands in the history of those who follow, and their residents are told the same. */
export const tellFollowers: Reaction = (tx, lead, decision, context, engine) => {
  const words = passedOn(decision)
    .map(({ text }) => text)
    .join('');
  return onEach(engine, tx, lead, 'follow', { step: decision.type, words }, context);
};

/** Closing the leading dispute closes those who follow, each with its own return visit and rating. */
export const closeFollowers: Reaction = (tx, lead, _decision, context, engine) =>
  onEach(engine, tx, lead, 'closeLinked', {}, context);

/** What ends the leading dispute for its own people only, such as a withdrawal, must not end it for the others. */
export const releaseFollowers: Reaction = (tx, lead, decision, context, engine) => {
  const reason = decision.type === 'withdraw' ? '主办的一件由申请人撤回。' : '主办的一件不予受理。';
  return onEach(engine, tx, lead, 'split', { reason }, context);
};

type Passed = { id: string; eventId: string; at: Date; out: number };

/** What was passed on of the step that is taken back, and whether a resident of a follower has already heard it. */
async function listPassed(tx: Tx, { countyCode, id }: Dispute, eventId: string): Promise<Passed[]> {
  const { rows } = await sql<Passed>`
    select e.matter_id as id, e.id as "eventId", e.at, ${leftTheHouse('e', 'type')} as out
    from visible_lead_link l
    join visible_matter_event e on e.county_code = l.county_code and e.matter_id = l.matter_id and e.type = 'follow'
    where l.county_code = ${countyCode} and l.lead_id = ${id}::uuid and l.ended_at is null
      and e.at = (select t.at from visible_matter_event t where t.county_code = ${countyCode} and t.matter_id = ${id}::uuid
        and t.id = ${eventId}::uuid)`.execute(tx);
  return rows;
}

/** Taken back on the leading one: who follows hears nothing of it, and follows it as it stands again. */
export const takeBackFromFollowers: Reaction = async (tx, lead, decision, context, engine) => {
  if (lead.followers === 0) return;
  await matters.readAsSystem(tx);
  const passed = await listPassed(tx, lead, String(decision.data?.eventId));
  if (passed.some(({ out }) => out > 0))
    refuse('conflict', 'leftTheHouse', '一起办的另一件的当事人已经接到通知，撤不回来。按流程改，再告诉他一次。');
  await onEach(engine, tx, lead, 'follow', { step: 'takeBack', words: '' }, context);
  for (const { id, eventId, at } of passed)
    await recordUnsaid(tx, { countyCode: lead.countyCode, id }, { eventId, type: 'follow', at }, context);
};

/** Those who were closed with it hear that it is open again: whether theirs is settled only they can say. */
export const tellClosedFollowers: Reaction = async (tx, lead, _decision, context, engine) => {
  await matters.readAsSystem(tx);
  const { rows } = await sql<{ id: string; code: string; post: string }>`
    select m.id, m.code, coalesce(d.contact_post_id, d.first_contact_post_id)::text as post
    from visible_lead_link l
    join lateral (select * from matter x where x.county_code = l.county_code and x.id = l.matter_id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = l.county_code and x.matter_id = l.matter_id limit 1) d on true
    where l.county_code = ${lead.countyCode} and l.lead_id = ${lead.id}::uuid and l.how_ended = 'closed'`.execute(tx);
  for (const { id, code, post } of rows) {
    const tell = [{ owner: `p:${post}`, text: '一起办结的那一件重新办理了：问问这一位，事情解决了没有。' }];
    tellBeside(engine, tx, engine.kinds.dispute, { countyCode: lead.countyCode, id, code }, tell, context);
  }
};

/** The leading dispute notes who joined; those who followed the joining one now follow the leading one; the pair is settled. */
export const joinLead: Reaction = async (tx, dispute, _decision, context, engine) => {
  const lead = context.other;
  if (!lead) throw new Error('a merge without the leading dispute');
  const { actor, now, newId } = context;
  recordAside(tx, lead, { eventId: newId(), at: now, actor, type: 'joined', data: { followerId: dispute.id } });
  const pair = sql`update same_pair set state = 'linked', decided_at = ${now}, decided_by_post_id = ${actor.postId || null}
    where county_code = ${lead.countyCode} and matter_id in (${dispute.id}::uuid, ${lead.id}::uuid)
      and other_id in (${dispute.id}::uuid, ${lead.id}::uuid)`;
  record(tx, { compile: () => pair.compile(tx) });
  await onEach(engine, tx, dispute, 'follow', { step: 'merge', words: '' }, context, lead);
};

/** The leading dispute notes who left; where its own step released them, that step says so. */
export const leaveLead: Reaction = async (tx, dispute, decision, context, engine) => {
  if (context.actor.role === 'system') return;
  const { leadId } = decision.data as { leadId: string };
  const lead = await lockLead(tx, dispute.countyCode, leadId);
  const { actor, now, newId } = context;
  recordAside(tx, lead, { eventId: newId(), at: now, actor, type: 'left', data: { followerId: dispute.id } });
  const owner = lead.handlerPostId ? `p:${lead.handlerPostId}` : `c:${lead.centerId}#dispatcher`;
  const tell = [{ owner, text: '合并办理的一件拆开了，单独办。' }];
  tellBeside(engine, tx, engine.kinds.dispute, lead, tell, context);
};
