import { Type } from 'typebox';
import { computeDue } from '../deadlines/due.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { StatutoryClock } from '../deadlines/statutory.ts';
import type { Decision, Telling } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { formatDue } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { ClockName, Happened, momentOf } from './happened.ts';
import type { WaitContext, Waiting } from './waiting.ts';

export const StartStatutoryInput = StepInput({
  kind: ClockName('哪个法定时限'),
  ...Happened,
  note: Type.String({ minLength: 2, maxLength: 300, title: '什么事起算' }),
});
export type StartStatutoryInput = Happened & { kind: string; note: string };

const invalid = (code: string, field: string, sentence: string) =>
  new Refusal('invalid', code, sentence, { [field]: sentence });

function checkInForce({ rule }: StatutoryClock, day: string): void {
  if (rule.effectiveFrom && day < rule.effectiveFrom)
    throw invalid('notInForce', 'day', `${rule.basis}从${rule.effectiveFrom}起施行，那天还不适用。`);
  if (rule.effectiveTo && day > rule.effectiveTo)
    throw invalid('notInForce', 'day', `${rule.basis}到${rule.effectiveTo}为止，那天已经不适用。`);
}

/** A limit of law that runs beside 13710, from the day its event happened. */
export function startStatutory(matter: Waiting, input: StartStatutoryInput, context: WaitContext): Decision {
  const { now, calendar, actor } = context;
  const found = statutoryClocks.get(input.kind);
  if (!found) throw invalid('unknownClock', 'kind', '没有这个法定时限，重新选一个。');
  const { rule } = found;
  if (matter.clocks.some(({ kind, stoppedAt }) => kind === input.kind && stoppedAt === null))
    throw invalid('alreadyRunning', 'kind', `「${rule.label}」已经在走了。`);
  if (rule.unit === 'hour' && !input.time) throw invalid('timeNeeded', 'time', '这个时限按小时算，写几点几分。');
  const at = momentOf(input, now, '00:00');
  checkInForce(found, input.day);
  const { dueAt } = computeDue(rule, calendar, at);
  const until = dueAt ? `到${formatDue(dueAt)}` : '';
  const handler = matter.handlerPostId && matter.handlerPostId !== actor.postId ? matter.handlerPostId : null;
  const told: Telling[] =
    rule.binds === 'party'
      ? [{ owner: 'resident', text: `${rule.label}的期限${until}（${rule.basis}）。要办，就在这之前办。` }]
      : handler
        ? [{ owner: `p:${handler}`, text: `法定时限「${rule.label}」起算，${until}。` }]
        : [];
  return {
    type: 'startStatutory',
    data: { clockKind: input.kind, day: input.day },
    notes: [{ id: context.newId(), kind: 'startStatutory', visibility: 'shared', body: input.note.trim() }],
    clocks: [{ act: 'start', kind: input.kind, at }],
    tell: told,
  };
}
