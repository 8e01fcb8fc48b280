import { sql } from 'kysely';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Reaction } from '../disputes/engine.ts';
import { seenBy } from '../disputes/seenBy.ts';
import { contextFor, takeLocked } from '../disputes/takeStep.sql.ts';
import { recordAside } from '../matters/aside.sql.ts';
import type { Decision, Json } from '../matters/decision.ts';
import * as matters from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { lockFollowers, lockLead } from './followers.sql.ts';
import { passedOn } from './passedOn.ts';

type Told = Pick<Decision, 'type' | 'tell'> & { data: { readonly [key: string]: Json } };

/** One more line in the history of a dispute, with what its resident is told. */
function recordLine(tx: Tx, dispute: Dispute, told: Told, { actor, now, newId }: DisputeContext): void {
  const { type, data } = told;
  const event = { eventId: newId(), at: now, actor, type, data };
  const facts = { ...event, ...dispute, seq: 0, previousHash: '', statusBefore: null, statusAfter: dispute.status };
  recordAside(tx, dispute, event);
  matters.recordNotes(tx, dispute, facts, told, newId);
}

/** Who works on the leading one has changed, or may have: whoever works on it sees those who follow. */
function recordLeading(
  tx: Tx,
  dispute: Dispute,
  former: NonNullable<Dispute['follows']>,
  lead: Dispute,
  context: DisputeContext,
): void {
  const { leadUnitId, handlerPostId: leadHandlerPostId, receivingCenterId: leadCenterId } = lead;
  const follows = { ...former, leadUnitId, leadHandlerPostId, leadCenterId };
  const viewers = seenBy({ ...dispute, follows }, context.network);
  const link = tx.updateTable('dispute_link').set({
    lead_unit_id: follows.leadUnitId,
    lead_handler_post_id: follows.leadHandlerPostId,
    lead_center_id: follows.leadCenterId,
    lead_status: lead.status,
  });
  record(tx, link.where('county_code', '=', dispute.countyCode).where('id', '=', follows.linkId));
  const matter = tx
    .updateTable('matter')
    .set({ seen_by: viewers, counted_with_id: follows.leadId, updated_at: context.now });
  record(tx, matter.where('county_code', '=', dispute.countyCode).where('id', '=', dispute.id));
  const listing = { kind: 'dispute', status: dispute.status, dueAt: null, openedAt: dispute.openedAt } as const;
  matters.recordSeen(tx, dispute, dispute.seenBy, viewers, listing);
}

/** What is done on the leading dispute stands in the history of those who follow, and their residents are told the same. */
export const tellFollowers: Reaction = async (tx, lead, decision, context) => {
  if (lead.followers === 0) return;
  const { leadUnitId, handlerPostId: leadHandlerPostId } = lead;
  const data = { leadId: lead.id, step: decision.type, status: lead.status, leadUnitId, leadHandlerPostId };
  const tell = passedOn(decision);
  for (const follower of await lockFollowers(tx, lead)) {
    if (!follower.follows) continue;
    recordLine(tx, follower, { type: 'followed', data, tell }, context);
    recordLeading(tx, follower, follower.follows, lead, context);
  }
};

/** Closing the leading dispute closes those who follow, each with its own return visit and rating. */
export const closeFollowers: Reaction = async (tx, lead, _decision, { now }, engine) => {
  if (lead.followers === 0) return;
  for (const before of await lockFollowers(tx, lead)) {
    const context = { ...contextFor(engine, houseOf(lead.countyCode), before), now, other: lead };
    await takeLocked(engine, tx, { name: 'closeLinked', before, input: {}, context });
  }
};

/** What ends the leading dispute for its own people only, such as a withdrawal, must not end it for the others. */
export const releaseFollowers: Reaction = async (tx, lead, decision, { now }, engine) => {
  if (lead.followers === 0) return;
  const reason = decision.type === 'withdraw' ? '主办的一件由申请人撤回。' : '主办的一件不予受理。';
  for (const before of await lockFollowers(tx, lead)) {
    const context = { ...contextFor(engine, houseOf(lead.countyCode), before), now };
    await takeLocked(engine, tx, { name: 'split', before, input: { reason }, context });
  }
};

/** Those who were closed with it hear that it is open again: whether theirs is settled only they can say. */
export const tellClosedFollowers: Reaction = async (tx, lead, _decision, { now, newId }) => {
  await matters.readAsSystem(tx);
  const { rows } = await sql<{ id: string; code: string; post: string }>`
    select m.id, m.code, coalesce(d.contact_post_id, d.first_contact_post_id)::text as post
    from visible_lead_link l
    join lateral (select * from matter x where x.county_code = l.county_code and x.id = l.matter_id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = l.county_code and x.matter_id = l.matter_id limit 1) d on true
    where l.county_code = ${lead.countyCode} and l.lead_id = ${lead.id}::uuid and l.how_ended = 'closed'`.execute(tx);
  for (const { id, code, post } of rows) {
    const tell = [{ owner: `p:${post}`, text: '一起办结的那一件重新办理了：问问这一位，她的事解决了没有。' }];
    matters.recordNotices(tx, { countyCode: lead.countyCode, id }, code, { type: 'reopen', tell }, now, newId);
  }
};

function recordRelinked(tx: Tx, follower: Dispute, lead: Dispute, context: DisputeContext): void {
  if (!follower.follows) return;
  const { countyCode } = follower;
  const ended = tx.updateTable('dispute_link').set({ ended_at: context.now, how_ended: 'moved' });
  record(tx, ended.where('county_code', '=', countyCode).where('id', '=', follower.follows.linkId));
  const follows = { ...follower.follows, linkId: context.newId(), leadId: lead.id };
  const row = {
    county_code: countyCode,
    id: follows.linkId,
    matter_id: follower.id,
    lead_id: lead.id,
    since_status: follows.since,
    lead_unit_id: lead.leadUnitId,
    lead_handler_post_id: lead.handlerPostId,
    lead_center_id: lead.receivingCenterId,
    lead_status: lead.status,
    lead_opened_at: lead.openedAt,
    linked_at: context.now,
    linked_by_post_id: context.actor.postId || null,
  };
  record(tx, tx.insertInto('dispute_link').values(row));
  recordLine(
    tx,
    follower,
    { type: 'relinked', data: { leadId: lead.id, formerLeadId: follower.follows.leadId } },
    context,
  );
  recordLeading(tx, follower, follows, lead, context);
}

/** The leading dispute notes who joined; those who followed the joining one now follow the leading one; the pair is settled. */
export const joinLead: Reaction = async (tx, dispute, _decision, context) => {
  const lead = context.other;
  if (!lead) throw new Error('a merge without the leading dispute');
  recordLine(tx, lead, { type: 'joined', data: { followerId: dispute.id } }, context);
  const pair = sql`update same_pair set state = 'linked', decided_at = ${context.now}, decided_by_post_id = ${context.actor.postId || null}
    where county_code = ${lead.countyCode} and matter_id in (${dispute.id}::uuid, ${lead.id}::uuid)
      and other_id in (${dispute.id}::uuid, ${lead.id}::uuid)`;
  record(tx, { compile: () => pair.compile(tx) });
  if (dispute.followers === 0) return;
  for (const follower of await lockFollowers(tx, dispute)) recordRelinked(tx, follower, lead, context);
};

/** The leading dispute notes who left; where its own step released them, that step says so. */
export const leaveLead: Reaction = async (tx, dispute, decision, context) => {
  if (context.actor.role === 'system') return;
  const { leadId } = decision.data as { leadId: string };
  const lead = await lockLead(tx, dispute.countyCode, leadId);
  const { actor, now, newId } = context;
  recordAside(tx, lead, { eventId: newId(), at: now, actor, type: 'left', data: { followerId: dispute.id } });
  const owner = lead.handlerPostId ? `p:${lead.handlerPostId}` : `c:${lead.centerId}#dispatcher`;
  const tell = [{ owner, text: '合并办理的一件拆开了，单独办。' }];
  matters.recordNotices(tx, lead, lead.code, { type: 'left', tell }, now, newId);
};
