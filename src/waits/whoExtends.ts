import { Refusal } from '../platform/refusal.ts';
import { openRequest } from './extensions.ts';
import type { ExtensionRequest, WaitContext, Waiting } from './waiting.ts';

/** Two people move a date. Once the limit is over, only the center's leader may, and it stays marked. */
function wrongPerson(matter: Waiting, request: ExtensionRequest, { actor, directory }: WaitContext): Refusal | null {
  const no = (code: string, sentence: string) => new Refusal('forbidden', code, sentence);
  if (request.askedByPostId === actor.postId) return no('ownRequest', '自己申请的延期，要由别人审批。');
  const asker = request.askedByPostId ? directory.post(request.askedByPostId) : undefined;
  const leaderAsked = asker?.role === 'centerLeader' && asker.unitId === matter.receivingCenterId;
  const late = request.late && actor.role !== 'centerLeader' && !leaderAsked;
  return late ? no('leaderOnly', '时限过了才申请的延期，只能由中心负责人审批。') : null;
}

export function hindersDecision(matter: Waiting, context: WaitContext): Refusal | null {
  const open = openRequest(matter);
  if (open) return wrongPerson(matter, open.request, context);
  return new Refusal('conflict', 'nothingAsked', '没有等审批的延期申请，或者那个时限已经走完。');
}
