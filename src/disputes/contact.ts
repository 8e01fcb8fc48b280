import { leaderKey } from '../procedures/owners.ts';
import type { Dispute } from './dispute.ts';

/** Who keeps the contact with the parties: first contact, or who took it over; the leader where an old ledger names neither. */
export const contactKey = ({
  contactPostId,
  firstContactPostId,
  receivingCenterId,
}: Pick<Dispute, 'contactPostId' | 'firstContactPostId' | 'receivingCenterId'>): string => {
  const postId = contactPostId ?? firstContactPostId;
  return postId === null ? leaderKey(receivingCenterId) : `p:${postId}`;
};
