import { Type } from 'typebox';
import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { ratingEnds } from '../disputes/ratingBox.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { formatDue } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { openOf, refuseUnexplained } from '../promises/refuseUnexplained.ts';

export const StrikeOffInput = StepInput({ note: Type.Optional(Type.String({ maxLength: 500, title: '说明' })) });
export type StrikeOffInput = { note?: string };

type Asking = Pick<DisputeContext, 'now' | 'rules'>;

/** Only with nothing open: the zero of 13710. */
export function hindersStrikeOff(dispute: Dispute, context: Asking): Refusal | null {
  const no = (code: string, sentence: string) => new Refusal('conflict', code, sentence);
  if (dispute.contested) return no('contested', '当事人说没有解决，先答复再销号。');
  if (!dispute.returnVisited) return no('noReturnVisit', '先做回访（联系不上也要记），再销号。');
  const law = runningClocks(dispute.clocks).find(({ kind, binds }) => binds === 'ours' && statutoryClocks.has(kind));
  if (law) {
    const until = law.dueAt ? `（到 ${formatDue(law.dueAt)}）` : '';
    return no('lawOpen', `法定时限「${law.rule.label}」还在走${until}，先写明它怎么结束，再销号。`);
  }
  if (dispute.openNotice) {
    const { name, level, answered } = dispute.openNotice;
    const waits = answered ? '已经回复，还没有核销' : '还没有回复';
    return no('supervised', `督办单 ${name}（第${level}次督办）${waits}，先把督办办完，再销号。`);
  }
  const until = ratingEnds(dispute, context);
  return until && no('ratingOpen', `评价到${formatDue(until)}，之后可销号；评完了马上可以。`);
}

/** Off the supervision list. */
export function strikeOff(dispute: Dispute, input: StrikeOffInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersStrikeOff(dispute, context));
  const note = input.note?.trim();
  refuseUnexplained(dispute, note);
  return {
    type: 'strikeOff',
    data: { rated: dispute.rated, ...openOf(dispute) },
    notes: note ? [{ id: context.newId(), kind: 'strikeOff', visibility: 'shared', body: note }] : [],
  };
}
