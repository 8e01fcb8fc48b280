import type { Dispute } from '../disputes/dispute.ts';
import type { Comparable } from './sameKeys.ts';

export type Seen = Pick<
  Dispute,
  | 'code'
  | 'title'
  | 'status'
  | 'restricted'
  | 'receivingCenterId'
  | 'leadUnitId'
  | 'handlerPostId'
  | 'firstContactPostId'
  | 'namedPostIds'
  | 'formerUnitIds'
  | 'contactPostId'
  | 'formerPostIds'
  | 'handingPostIds'
  | 'supportingUnits'
  | 'follows'
>;

/** A dispute with what it is compared by and what decides how much of it a post sees. */
export type Candidate = { id: string; seen: Seen; matter: Comparable; partiesLine: string; facts: string };
