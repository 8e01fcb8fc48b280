import { addDays, dayOf, endOfDay } from '../platform/now.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

/** Until when the public may rate: the end of the last day, as every other limit in days. */
export function ratingOpenUntil(closedAt: Date, ratingDays: number): Date {
  return endOfDay(addDays(dayOf(closedAt), ratingDays));
}

/** Ratings are time-boxed and never block: until this moment the public may still rate, and it is not struck off. */
export function ratingEnds(dispute: Dispute, { now, rules }: Pick<DisputeContext, 'now' | 'rules'>): Date | null {
  const until = ratingOpenUntil(dispute.closedAt ?? now, rules.handling.ratingDays);
  return !dispute.rated && now < until ? until : null;
}
