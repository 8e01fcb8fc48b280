import type { Dispute } from '../disputes/dispute.ts';
import { type Status, stepOf, type Who } from '../disputes/procedure.ts';
import type { PostEntry } from '../people/directory.ts';
import { isAdministrator } from '../people/roles.ts';

/** What a post can have of a dispute: working on it, keeping the contact with the parties, or knowing of a restricted one. */
export type Part = 'handling' | 'contact' | 'named';

export const partLabels: Readonly<Record<Part, { zh: string; en: string }>> = {
  handling: { zh: '承办', en: 'handling' },
  contact: { zh: '联系和回访', en: 'contact and return visit' },
  named: { zh: '限制知悉的知情人', en: 'named on a restricted matter' },
};

/** Statuses in which somebody still owes something on it. */
export const heldStatuses: readonly Status[] = stepOf('reassign').from;

type Held = Pick<Dispute, 'handlerPostId' | 'contactPostId' | 'firstContactPostId' | 'namedPostIds'>;

export function partsOf(dispute: Held, postId: string): Part[] {
  const contact = dispute.contactPostId ?? dispute.firstContactPostId;
  return [
    ...(dispute.handlerPostId === postId ? (['handling'] as const) : []),
    ...(contact === postId ? (['contact'] as const) : []),
    ...(dispute.namedPostIds.includes(postId) ? (['named'] as const) : []),
  ];
}

type Placed = { leadUnitId: string | null; receivingCenterId: string };
const takes = (step: 'report' | 'recordReturnVisit', who: Who): boolean => stepOf(step).who.includes(who);

/** Who may take over a part: whoever the procedure lets do what the part owes, in the place where it is owed. */
export function canTake(part: Part, matter: Placed, { role, unitId }: Pick<PostEntry, 'role' | 'unitId'>): boolean {
  if (part === 'handling')
    return unitId === matter.leadUnitId && (takes('report', `${role}@assigned`) || takes('report', `${role}@leadUnit`));
  if (part === 'contact')
    return unitId === matter.receivingCenterId && takes('recordReturnVisit', `${role}@receivingCenter`);
  return !isAdministrator(role);
}
