import { Type } from 'typebox';
import { countedBack } from '../deadlines/countedBack.ts';
import { computeDue } from '../deadlines/due.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { StatutoryClock } from '../deadlines/statutory.ts';
import type { Decision, Telling } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { dayOf, formatDue } from '../platform/now.ts';
import { invalid } from '../platform/refusal.ts';
import { ClockName, Happened, momentOf } from './happened.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { dueIn, othersWords, refuseWrongParty, rightWords, tellOwner, Whose } from './whoseLimit.ts';

export const StartStatutoryInput = StepInput({
  kind: ClockName('哪个法定时限'),
  ...Whose,
  ...Happened,
  length: Type.Optional(Type.Integer({ minimum: 1, maximum: 400, title: '文书写明多久' })),
  note: Type.String({ minLength: 2, maxLength: 300, title: '什么事起算' }),
});
export type StartStatutoryInput = Happened & Whose & { kind: string; length?: number; note: string };

/**
 * A party applies under the law of the day of the application, however old the act is (行政复议法 21); what a body received is
 * counted by the law of that day.
 */
function checkInForce({ rule }: StatutoryClock, happened: string, today: string): void {
  const [day, then] = rule.binds === 'party' ? [today, '现在'] : [happened, '那天'];
  if (rule.effectiveFrom && day < rule.effectiveFrom)
    throw invalid('notInForce', 'day', `${rule.basis}从${rule.effectiveFrom}起施行，${then}还不适用。`);
  if (rule.effectiveTo && day > rule.effectiveTo)
    throw invalid('notInForce', 'day', `${rule.basis}到${rule.effectiveTo}为止，${then}已经不适用。`);
}

function checkLength({ rule, atMost }: StatutoryClock, length: number | undefined): void {
  if (length === undefined) return;
  if (!atMost) throw invalid('lengthIsFixed', 'length', `「${rule.label}」多久由法律定，不用写。`);
  if (length > rule.length) throw invalid('tooLong', 'length', `最长 ${rule.length} 个月。`);
}

function found(matter: Waiting, input: StartStatutoryInput, today: string): StatutoryClock {
  const law = statutoryClocks.get(input.kind);
  if (!law) throw invalid('unknownClock', 'kind', '没有这个法定时限，重新选一个。');
  refuseWrongParty(law, matter, input);
  const same = (partyId: string | null) => partyId === null || input.partyId === undefined || partyId === input.partyId;
  if (matter.clocks.some(({ kind, stoppedAt, partyId }) => kind === input.kind && stoppedAt === null && same(partyId)))
    throw invalid('alreadyRunning', 'kind', `「${law.rule.label}」已经在走了。`);
  if (law.rule.unit === 'hour' && !input.time) throw invalid('timeNeeded', 'time', '这个时限按小时算，写几点几分。');
  checkLength(law, input.length);
  checkInForce(law, input.day, today);
  return law;
}

function tellings(
  matter: Waiting,
  law: StatutoryClock,
  partyId: string | null,
  dueAt: Date | null,
  { actor, now }: WaitContext,
): Telling[] {
  if (law.rule.binds === 'party') return [tellOwner(matter, partyId, rightWords(law, dueAt, now))];
  const handler = matter.handlerPostId && matter.handlerPostId !== actor.postId ? matter.handlerPostId : null;
  const until = dueAt ? `到${formatDue(dueAt)}` : '';
  return [
    ...(handler ? [{ owner: `p:${handler}`, text: `法定时限「${law.rule.label}」起算，${until}。` }] : []),
    ...(partyId && dueAt ? [tellOwner(matter, partyId, othersWords(law, dueIn(dueAt, now)))] : []),
  ];
}

/** A limit of law that runs beside 13710, from the day its event happened. */
export function startStatutory(matter: Waiting, input: StartStatutoryInput, context: WaitContext): Decision {
  const { now, calendar } = context;
  const law = found(matter, input, dayOf(now));
  const { partyId } = input;
  const counted = law.before
    ? countedBack(law, input.day, calendar, now)
    : { at: momentOf(input, now, '00:00'), length: input.length ?? law.rule.length };
  const { dueAt } = computeDue({ ...law.rule, ...counted }, calendar, counted.at);
  return {
    type: 'startStatutory',
    data: { clockKind: input.kind, day: input.day, ...(partyId ? { partyId } : {}) },
    notes: [{ id: context.newId(), kind: 'startStatutory', visibility: 'shared', body: input.note.trim() }],
    clocks: [{ act: 'start', kind: input.kind, ...counted, ...(partyId ? { partyId } : {}) }],
    tell: tellings(matter, law, partyId ?? null, dueAt, context),
  };
}
