import type { Dispute } from '../disputes/dispute.ts';
import type { Decision } from '../matters/decision.ts';
import { chainStart } from '../platform/eventChain.ts';
import type { CallInput, Plan } from './callSitting.ts';
import { askedRows, partyRows } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import { formWords } from './words.ts';

export type Called = {
  readonly code: string;
  readonly disputes: readonly [Dispute, ...Dispute[]];
  readonly input: CallInput;
  readonly plan: Plan;
  readonly settingsVersion: number;
};
type Inserts = NonNullable<Decision['inserts']>;

/** Its own row, its disputes, and one for each who is asked. */
export function rowsOf({ disputes, input, plan }: Called, context: SittingContext): Inserts {
  const { form, roomIds, place, agenda, bring, leadingUnitId, shared } = input;
  const values = {
    ...{ form, starts_at: plan.span.from, ends_at: plan.span.to, room_ids: roomIds, place: place.trim(), shared },
    ...{ agenda: agenda.trim(), bring: bring.trim() },
    ...{ host_post_ids: plan.hostPostIds, leading_unit_id: leadingUnitId },
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
export function draftSitting(called: Called, inserts: Inserts, { now, newId }: SittingContext): Sitting {
  const { code, disputes, input, plan, settingsVersion } = called;
  const [first] = disputes;
  const { countyCode, categoryCode, regionCode, receivingCenterId, restricted, namedPostIds } = first;
  const { form, roomIds, place, bring, leadingUnitId, shared } = input;
  const invites = inserts.flatMap(({ into, values }) => (into === 'sitting_invite' ? [values] : []));
  return {
    ...{ countyCode, categoryCode, regionCode, receivingCenterId, restricted, namedPostIds },
    ...{ leadUnitId: first.leadUnitId, handlerPostId: first.handlerPostId },
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
