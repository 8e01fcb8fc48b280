import type { DisputeContext } from '../disputes/dispute.ts';
import { maskPartiesLine } from '../disputes/maskParty.ts';
import { type Status, statusLabels } from '../disputes/procedure.ts';
import { sightOf } from '../disputes/sight.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Candidate } from './candidate.ts';

/** A dispute that goes or went together with another, as this post may see it. */
export type Together = {
  code: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  status: Status;
  statusLabel: string;
  openedAt: string;
  center: string;
  /** Closed together; otherwise handled together now. */
  over: boolean;
};

export type LinksView = { lead: Together | null; followers: Together[]; hidden: number };

export function togetherOf(
  { seen, matter, partiesLine }: Candidate,
  over: boolean,
  { actor, network }: Pick<DisputeContext, 'actor' | 'network'>,
): Together {
  const sight = sightOf(actor, seen);
  return {
    code: seen.code,
    codeShort: shortCode(seen.code, network.region(seen.code.slice(0, 6))?.short ?? ''),
    title:
      sight === 'place' || sight === 'former' ? `${network.category(matter.categoryCode)?.name ?? ''}纠纷` : seen.title,
    partiesLine: maskPartiesLine(partiesLine, sight),
    status: seen.status,
    statusLabel: statusLabels[seen.status].zh,
    openedAt: matter.openedAt.toISOString(),
    center: network.unit(seen.receivingCenterId)?.short ?? '',
    over,
  };
}
