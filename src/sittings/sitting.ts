import { type Actor, holdsPost } from '../platform/actor.ts';
import type { Head, StepContext } from '../procedures/head.ts';
import type { SittingStatus } from './procedure.ts';
import type { SittingStanding } from './sittingKind.ts';
import type { ProposalState, Share, SittingForm, SittingResult, TableSide } from './words.ts';

/** A party, a post or a unit that was asked to come. */
export type Invite = {
  id: string;
  disputeId: string | null;
  partyId: string | null;
  postId: string | null;
  unitId: string | null;
  answer: 'open' | 'accepted' | 'declined';
  came: 'unknown' | 'here' | 'absent';
};
export type Proposal = { id: string; disputeId: string; from: TableSide; state: ProposalState };
export type HeardDispute = { id: string; code: string; result: SittingResult | null };

/** A sitting as one command locks and sees it; no words of it, and no names. */
export type Sitting = Head & {
  status: SittingStatus;
  form: SittingForm;
  startsAt: Date;
  endsAt: Date;
  roomIds: readonly string[];
  place: string;
  bring: string;
  hostPostIds: readonly string[];
  leadingUnitId: string | null;
  shared: readonly Share[];
  startedAt: Date | null;
  coolingUntil: Date | null;
  result: SittingResult | null;
  againOn: string | null;
  /** What it is about; the first is the one that it was called from. */
  disputes: readonly HeardDispute[];
  invites: readonly Invite[];
  proposals: readonly Proposal[];
};
/** Nothing of what a county chooses decides anything here. */
export type SittingRules = object;
export type SittingContext = StepContext<Sitting, SittingRules>;

const ids = (invites: readonly Invite[], of: 'postId' | 'unitId'): string[] =>
  invites.flatMap((each) => each[of] ?? []);
const accepted = (invites: readonly Invite[]): Invite[] => invites.filter(({ answer }) => answer === 'accepted');

export const standingOfSitting = (sitting: Sitting): SittingStanding => ({
  status: sitting.status,
  receivingCenterId: sitting.receivingCenterId,
  leadUnitId: sitting.leadUnitId,
  hostPostIds: sitting.hostPostIds,
  invitedPostIds: ids(sitting.invites, 'postId'),
  invitedUnitIds: ids(sitting.invites, 'unitId'),
  seatedPostIds: ids(accepted(sitting.invites), 'postId'),
  seatedUnitIds: ids(accepted(sitting.invites), 'unitId'),
});

/** The invitation that this post answers: its own, or that of the unit it heads. */
export function inviteOf(
  actor: Pick<Actor, 'postId' | 'unitId' | 'role' | 'covers'>,
  sitting: Sitting,
): Invite | undefined {
  const heads = actor.role === 'unitHead' || actor.role === 'centerLeader';
  return (
    sitting.invites.find(({ postId }) => holdsPost(actor, postId)) ??
    sitting.invites.find(({ unitId }) => heads && unitId === actor.unitId)
  );
}

export const isOpenSitting = ({ status }: Pick<Sitting, 'status'>): boolean =>
  status !== 'ended' && status !== 'cancelled';
