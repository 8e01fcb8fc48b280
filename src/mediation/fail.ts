import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { say } from '../law/say.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import { endWaiting } from '../waits/waits.ts';
import { routesTold } from './routesTold.ts';

export const FailInput = StepInput({ reason: Reason, toldRoutes: Type.Boolean({ title: '已把还能走的路告诉当事人' }) });
export type FailInput = { reason: string; toldRoutes: boolean };

/** Not settled: the law asks that the parties be told of the ways that remain (人民调解法 art. 26). */
export function fail(dispute: Dispute, input: FailInput, context: DisputeContext): DisputeDecision {
  const routes = routesTold(dispute, context);
  if (!input.toldRoutes) {
    const sentence = `${say('tellRoutes')}，再记「没调成」。`;
    throw new Refusal('invalid', 'routesNotTold', sentence, { toldRoutes: sentence });
  }
  return {
    type: 'fail',
    data: { routes: routes.codes },
    own: { outcome: 'failed' },
    notes: [{ id: context.newId(), kind: 'fail', visibility: 'shared', body: input.reason.trim() }, routes.note],
    changes: endWaiting(dispute, context.now),
    clocks: [{ act: 'resume' }],
    tell: [{ owner: 'resident', text: `没有调成。${routes.spoken}` }],
  };
}
