import type { Change, Decision, Insert } from '../matters/decision.ts';
import type { Life } from '../procedures/engine.ts';
import type { FollowInput } from '../procedures/follow.ts';
import type { Todo } from '../procedures/head.ts';
import { headKey, leaderKey, unique } from '../procedures/owners.ts';
import { doneWord } from '../procedures/sentences.ts';
import { type SittingStatus, type SittingStep, sittingProcedure } from './procedure.ts';
import {
  type Invite,
  isOpenSitting,
  type Proposal,
  type Sitting,
  type SittingRules,
  standingOfSitting,
} from './sitting.ts';
import { sittingKind } from './sittingKind.ts';

const insertedOf = <T extends Insert['into']>(inserts: readonly Insert[], table: T) =>
  inserts.flatMap((each) => (each.into === table ? [each.values as Extract<Insert, { into: T }>['values']] : []));
const setOf = (changes: readonly Change[], table: Change['table'], id: string): Record<string, unknown> =>
  Object.assign({}, ...changes.filter((each) => each.table === table && each.id === id).map(({ set }) => set));

function invitesAfter(invites: readonly Invite[], inserts: readonly Insert[], changes: readonly Change[]): Invite[] {
  const added = insertedOf(inserts, 'sitting_invite').map(
    (row): Invite => ({
      ...{ id: row.id, disputeId: row.dispute_id ?? null, partyId: row.party_id ?? null, postId: row.post_id ?? null },
      ...{ unitId: row.unit_id ?? null, answer: 'open', came: 'unknown' },
    }),
  );
  return [...invites, ...added].map((each) => {
    const { answer = each.answer, came = each.came, unit_id = each.unitId } = setOf(changes, 'sitting_invite', each.id);
    return { ...each, answer, came, unitId: unit_id } as Invite;
  });
}

function proposalsAfter(sitting: Sitting, inserts: readonly Insert[], changes: readonly Change[]): Proposal[] {
  const added = insertedOf(inserts, 'sitting_proposal').map(
    (row) => ({ id: row.id, disputeId: row.dispute_id, from: row.from_side, state: row.state }) as Proposal,
  );
  return [...sitting.proposals, ...added].map((each) => ({
    ...each,
    ...(setOf(changes, 'sitting_proposal', each.id) as Pick<Proposal, 'state'>),
  }));
}

type Own = Partial<Record<string, unknown>>;
/** Columns of its own table, under the names they have here. */
const ownAfter = (before: Sitting, own: Own): Partial<Sitting> => ({
  startsAt: (own.starts_at as Date) ?? before.startsAt,
  endsAt: (own.ends_at as Date) ?? before.endsAt,
  roomIds: (own.room_ids as string[]) ?? before.roomIds,
  place: (own.place as string) ?? before.place,
  hostPostIds: (own.host_post_ids as string[]) ?? before.hostPostIds,
  leadingUnitId: own.leading_unit_id === undefined ? before.leadingUnitId : (own.leading_unit_id as string | null),
  shared: (own.shared as Sitting['shared']) ?? before.shared,
  startedAt: (own.started_at as Date) ?? before.startedAt,
  coolingUntil: own.cooling_until === undefined ? before.coolingUntil : (own.cooling_until as Date | null),
  result: (own.result as Sitting['result']) ?? before.result,
  againOn: (own.again_on as string) ?? before.againOn,
});

const followed = ({
  restricted,
  namedPostIds,
  receivingCenterId,
  regionCode,
  leadUnitId,
  handlerPostId,
}: FollowInput) => ({
  ...{ restricted, namedPostIds, receivingCenterId, regionCode, leadUnitId, handlerPostId },
});

function after(before: Sitting, decision: Decision, step: SittingStep, input: object): Sitting {
  const { to } = sittingProcedure[step];
  const { own = {}, matter = {}, inserts = [], changes = [] } = decision;
  return {
    ...before,
    ...ownAfter(before, own),
    version: before.version + 1,
    status: (to ?? before.status) as SittingStatus,
    closedAt: (matter.closed_at as Date | undefined) ?? before.closedAt,
    invites: invitesAfter(before.invites, inserts, changes),
    proposals: proposalsAfter(before, inserts, changes),
    disputes: before.disputes.map((each) => ({
      ...each,
      ...(setOf(changes, 'sitting_dispute', each.id) as { result?: Sitting['result'] }),
    })),
    ...(step === 'followMatter' ? followed(input as FollowInput) : {}),
  };
}

/** Who was asked answers; who holds it begins and ends it. */
function owed(sitting: Sitting): Todo<SittingStep>[] {
  if (!isOpenSitting(sitting)) return [];
  const { startsAt, endsAt, status, hostPostIds, invites, receivingCenterId } = sitting;
  const unanswered = invites.filter(({ answer, partyId }) => answer === 'open' && partyId === null);
  const answers = unanswered.map(({ postId, unitId }): Todo<SittingStep> => {
    const owner = postId ? `p:${postId}` : headKey(unitId ?? '');
    return { owner, act: 'answerInvitation', clockKind: null, dueAt: startsAt };
  });
  const [host] = hostPostIds;
  const owner = host ? `p:${host}` : leaderKey(receivingCenterId);
  const begun = status !== 'called';
  return [
    ...answers,
    { owner, act: begun ? 'endSitting' : 'startSitting', clockKind: null, dueAt: begun ? endsAt : startsAt },
  ];
}

/** Those who hold it, the center and the leading unit; who was asked from outside; of each dispute its own parties. */
function seenBy(sitting: Sitting): string[] {
  const { restricted, receivingCenterId, leadUnitId, handlerPostId, hostPostIds, namedPostIds, invites } = sitting;
  const people = [
    ...hostPostIds,
    ...(handlerPostId ? [handlerPostId] : []),
    ...invites.flatMap(({ postId }) => postId ?? []),
  ];
  const always = ['system', ...people.map((id) => `p:${id}`), ...sitting.disputes.map(({ id }) => `party:${id}`)];
  if (restricted) return unique([...always, leaderKey(receivingCenterId), ...namedPostIds.map((id) => `p:${id}`)]);
  const units = invites.flatMap(({ unitId }) => (unitId ? [headKey(unitId)] : []));
  return unique([...always, `c:${receivingCenterId}`, ...(leadUnitId ? [headKey(leadUnitId)] : []), ...units]);
}

/** What is particular to a sitting. */
export const sittingLife: Life<Sitting, SittingRules, SittingStep> = {
  standing: standingOfSitting,
  after: (before, decision, step, _context, input) => after(before, decision, step, input),
  seenBy,
  owed,
  listedDue: (sitting) => (isOpenSitting(sitting) ? sitting.startsAt : null),
  ruleOf: (_rules, clockKind) => {
    throw new Error(`a sitting has no clock ${clockKind}`);
  },
  chargedTo: () => null,
  undoneBy: () => null,
  done: ({ step }) => `${doneWord(sittingKind, step as SittingStep)}。`,
};
