import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { MaterialRequest, WaitContext, Waiting } from './waiting.ts';
import { cameWords, waitingFor, waitWord } from './waits.ts';

export const EndWaitInput = StepInput({
  note: Type.String({ minLength: 2, maxLength: 500, title: '等到了什么' }),
});
export type EndWaitInput = { note: string };

const isOthers = (wait: MaterialRequest | undefined): wait is MaterialRequest =>
  wait !== undefined && wait.ground !== 'material';

export const hindersEndOfWait = (matter: Waiting): Refusal | null =>
  isOthers(waitingFor(matter)) ? null : new Refusal('conflict', 'notWaiting', '现在没有在等别人。');

/** What was waited for is here, or is no longer waited for: the clocks go on with the days it really took. */
export function endWait(matter: Waiting, input: EndWaitInput, context: WaitContext): Decision {
  const wait = waitingFor(matter);
  if (!isOthers(wait)) throw hindersEndOfWait(matter);
  const { actor, network, now } = context;
  const handler = matter.handlerPostId && matter.handlerPostId !== actor.postId ? matter.handlerPostId : null;
  const stood = wait.state === 'approved';
  return {
    type: 'endWait',
    data: { requestId: wait.id, ground: wait.ground },
    notes: [{ id: context.newId(), kind: 'endWait', visibility: 'shared', body: input.note.trim() }],
    changes: [{ table: 'material_request', id: wait.id, set: { state: 'received', ended_at: now } }],
    clocks: [{ act: 'resume' }],
    tell: [
      ...(handler ? [{ owner: `p:${handler}`, text: `不用再${waitWord(wait, network)}了，钟接着走。` }] : []),
      ...(stood ? [{ owner: 'resident', text: cameWords(wait, network) }] : []),
    ],
  };
}
