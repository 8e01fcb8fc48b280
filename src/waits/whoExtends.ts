import { Refusal } from '../platform/refusal.ts';
import { openRequest } from './extensions.ts';
import type { ExtensionRequest, WaitContext, Waiting } from './waiting.ts';

/** Where the leader asked, somebody else must decide, however late it is. */
export function leaderAsked(
  { receivingCenterId }: Pick<Waiting, 'receivingCenterId'>,
  { askedByPostId }: Pick<ExtensionRequest, 'askedByPostId'>,
  { directory }: Pick<WaitContext, 'directory'>,
): boolean {
  const asker = askedByPostId ? directory.post(askedByPostId) : undefined;
  return asker?.role === 'centerLeader' && asker.unitId === receivingCenterId;
}

/** Two people move a date. Once the limit is over, only the center's leader may, and it stays marked. */
function wrongPerson(matter: Waiting, request: ExtensionRequest, context: WaitContext): Refusal | null {
  const { actor } = context;
  const no = (code: string, sentence: string) => new Refusal('forbidden', code, sentence);
  if (request.askedByPostId === actor.postId) return no('ownRequest', '自己申请的延期，要由别人审批。');
  const late = request.late && actor.role !== 'centerLeader' && !leaderAsked(matter, request, context);
  return late ? no('leaderOnly', '时限过了才申请的延期，只能由中心负责人审批。') : null;
}

export function hindersDecision(matter: Waiting, context: WaitContext): Refusal | null {
  const open = openRequest(matter);
  if (open) return wrongPerson(matter, open.request, context);
  return new Refusal('conflict', 'nothingAsked', '没有等审批的延期申请，或者那个时限已经走完。');
}
