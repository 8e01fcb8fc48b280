import { book } from '../bookings/book.sql.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { lockDispute } from '../disputes/disputes.sql.ts';
import { findCommandResult, recordCommandResult, targetOf } from '../matters/commandResults.sql.ts';
import type { Decision } from '../matters/decision.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import { refuseIf } from '../platform/refusal.ts';
import { countyOfCode } from '../procedures/code.ts';
import { followsFrom } from '../procedures/decideStep.ts';
import { lockBeside } from '../procedures/lock.sql.ts';
import { openMatter } from '../procedures/state.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { type CallInput, hindersCalling, type Plan, planSitting } from './callSitting.ts';
import { askingWords } from './inviteMore.ts';
import { askedRows, partyRows, tellAsked } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { bookedPosts, whereOf } from './sittingReactions.sql.ts';
import { nextSittingCode } from './sittings.sql.ts';
import { invitationWords } from './sittingWords.ts';
import { tellDispute } from './tellDisputes.sql.ts';
import { formWords } from './words.ts';

export type SittingCalled = { code: string; sentence: string; warnings: string[] };

type Called = { code: string; disputes: readonly [Dispute, ...Dispute[]]; input: CallInput; plan: Plan };

function rowsOf({ disputes, input, plan }: Called, context: SittingContext): NonNullable<Decision['inserts']> {
  const { form, roomIds, place, agenda, bring, leadingUnitId, shared } = input;
  const values = {
    ...{ form, starts_at: plan.span.from, ends_at: plan.span.to, room_ids: roomIds, place: place.trim() },
    ...{
      agenda: agenda.trim(),
      bring: bring.trim(),
      host_post_ids: plan.hostPostIds,
      leading_unit_id: leadingUnitId,
      shared,
    },
  };
  return [
    { into: 'sitting', values },
    ...disputes.map(({ id, code }, position) => ({
      into: 'sitting_dispute' as const,
      values: { dispute_id: id, dispute_code: code, position },
    })),
    ...partyRows(plan.parties, context),
    ...askedRows(input, context),
  ];
}

/** The sitting as it begins, before anything is written. */
function newSitting(
  { code, disputes, input, plan }: Called,
  settingsVersion: number,
  inserts: NonNullable<Decision['inserts']>,
  { now, newId }: SittingContext,
): Sitting {
  const [first] = disputes;
  const {
    countyCode,
    categoryCode,
    regionCode,
    receivingCenterId,
    restricted,
    namedPostIds,
    leadUnitId,
    handlerPostId,
  } = first;
  const { form, roomIds, place, bring, leadingUnitId, shared } = input;
  const invites = inserts.flatMap(({ into, values }) => (into === 'sitting_invite' ? [values] : []));
  return {
    ...{ countyCode, categoryCode, regionCode, receivingCenterId, restricted, namedPostIds, leadUnitId, handlerPostId },
    ...{ id: newId(), code, title: `调解会（${formWords[form].zh}）`, status: 'called', version: 1, eventSeq: 0 },
    ...{ eventHash: chainStart, settingsVersion, seenBy: [], openedAt: now, closedAt: null, clocks: [] },
    ...{ form, startsAt: plan.span.from, endsAt: plan.span.to, roomIds, place: place.trim(), bring: bring.trim() },
    ...{ hostPostIds: plan.hostPostIds, leadingUnitId, shared, startedAt: null, coolingUntil: null },
    ...{ result: null, againOn: null, proposals: [] },
    disputes: disputes.map((each) => ({ id: each.id, code: each.code, result: null })),
    invites: invites.map((row) => ({
      ...{ id: row.id, disputeId: row.dispute_id ?? null, partyId: row.party_id ?? null },
      ...{ postId: row.post_id ?? null, unitId: row.unit_id ?? null, answer: 'open', came: 'unknown' },
    })),
  };
}

/** Each dispute's timeline says that a sitting was called; those of its parties who were asked hear when and where. */
function tellParties(
  engine: SittingEngine,
  tx: Tx,
  { disputes, plan, input, code }: Called,
  sitting: Sitting,
  context: SittingContext,
): void {
  const from = plan.span.from.toISOString();
  for (const dispute of disputes) {
    const partyIds = plan.parties.flatMap(({ disputeId, partyId }) => (disputeId === dispute.id ? [partyId] : []));
    const tell =
      partyIds.length === 0
        ? []
        : [{ owner: 'resident', text: invitationWords(sitting, whereOf(engine, sitting)), partyIds }];
    tellDispute(
      tx,
      dispute,
      { type: 'callSitting', data: { sittingCode: code, form: input.form, from } },
      tell,
      context,
    );
  }
}

async function record(
  engine: SittingEngine,
  tx: Tx,
  actor: Actor,
  called: Called,
  context: SittingContext,
): Promise<string[]> {
  const { session: bound } = engine.kinds;
  const { disputes, input, plan, code } = called;
  const [first] = disputes;
  const inserts = rowsOf(called, context);
  const sitting = newSitting(called, engine.reference().pinFor(first.countyCode, bound.kind), inserts, context);
  const { id, countyCode, receivingCenterId: centerId } = sitting;
  const things = { span: plan.span, roomIds: sitting.roomIds, postIds: bookedPosts(sitting) };
  // First: a clash is named as far as whoever asks may know, before the house writes.
  const { warnings } = await book(tx, engine, actor, {
    groupId: id,
    countyCode,
    centerId,
    ...things,
    matter: { countyCode, id },
  });
  const data = { form: input.form, from: plan.span.from.toISOString(), disputeIds: disputes.map((each) => each.id) };
  const decision = { type: 'callSitting', data, inserts, tell: tellAsked(input, askingWords(sitting)) };
  openMatter(
    tx,
    bound,
    { thing: sitting, decision, changes: [], about: first, ...followsFrom(bound, sitting, context) },
    context,
  );
  tellParties(engine, tx, called, sitting, context);
  return [...warnings];
}

/** 约调解会: a matter of its own, with its room and people booked, or nothing. Sent twice with one commandId, it is one sitting. */
export async function callSitting(
  engine: SittingEngine,
  actor: Actor,
  code: string,
  { commandId, ...input }: CallInput & { commandId?: string },
): Promise<SittingCalled> {
  const countyCode = countyOfCode(code);
  const key = { countyCode, commandId, actor, target: targetOf(code, 'callSitting') };
  const sittingCode = await nextSittingCode(engine.db, countyCode, engine.now());
  return command(engine.db, actor, async (tx) => {
    const first = await lockDispute(tx, code);
    const before = await findCommandResult<SittingCalled>(tx, key);
    if (before) return before;
    const { dispute: bound } = engine.kinds;
    refuseIf(hindersCalling(bound.life.standing(first) as never, actor));
    const others: Dispute[] = [];
    for (const other of input.otherCodes.filter((each) => each !== code).toSorted())
      others.push(await lockBeside<Dispute>(bound, tx, other));
    const settingsVersion = engine.reference().pinFor(countyCode, engine.kinds.session.kind);
    const context = contextFor(engine, actor, { ...first, settingsVersion }) as SittingContext;
    const disputes = [first, ...others] as const;
    const plan = planSitting(disputes, input, context);
    const warnings = await record(engine, tx, actor, { code: sittingCode, disputes, input, plan }, context);
    const called = { code: sittingCode, sentence: '调解会约好了，房间和时间都占上了，邀请已经发出。', warnings };
    recordCommandResult(tx, key, first.id, context.now, called);
    return called;
  });
}
