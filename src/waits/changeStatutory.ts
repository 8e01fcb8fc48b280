import { Type } from 'typebox';
import { type Ground, LawGround, PauseGround } from '../deadlines/clockRule.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Decision } from '../matters/decision.ts';
import { DayField, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { dueWith } from './extensions.ts';
import { ClockName, momentOf } from './happened.ts';
import { type Found, limitChanges, no } from './limitChanges.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { dueIn, findLimit, tellOwner, Whose } from './whoseLimit.ts';

export const ChangeStatutoryInput = StepInput({
  kind: ClockName('哪个法定时限'),
  ...Whose,
  change: Type.Union([Type.Literal('extend'), Type.Literal('suspend'), Type.Literal('resume')], { title: '怎么变' }),
  length: Type.Optional(Type.Integer({ minimum: 1, maximum: 400, title: '延长多久' })),
  ground: Type.Optional(Type.Union([...PauseGround.anyOf, ...LawGround.anyOf], { title: '什么事由' })),
  day: DayField,
  paper: Type.String({ minLength: 2, maxLength: 200, title: '凭什么文书' }),
});
export type ChangeStatutoryInput = Whose & {
  kind: string;
  change: 'extend' | 'suspend' | 'resume';
  length?: number;
  ground?: Ground;
  day: string;
  paper: string;
};

function found(matter: Waiting, input: ChangeStatutoryInput, now: Date): Found {
  const [clock, law] = [findLimit(matter, input), statutoryClocks.get(input.kind)];
  if (!clock || !law) throw no('notRunning', 'kind', '这个法定时限没有在走。');
  if (clock.binds === 'ours')
    throw no('ours', 'kind', `「${clock.rule.label}」是我们自己的时限，用「申请延期」或者「申请停钟」，由别人审批。`);
  if (input.day < dayOf(clock.startedAt)) throw no('beforeStart', 'day', '不能早于起算。');
  return { clock, law, at: momentOf({ day: input.day }, now, '00:00'), paper: input.paper.trim() };
}

/** What the party reads: until when now, and by which paper. */
function wordsFor({ clock, paper }: Found, { change, length = 0 }: ChangeStatutoryInput, context: WaitContext): string {
  const right = `${clock.rule.label}的期限`;
  if (change === 'suspend') return `${right}先停着，等障碍消除再接着算。凭：${paper}。`;
  if (change === 'resume') return `${right}接着算了，新的日期在查询页上。凭：${paper}。`;
  const more = { length, unit: clock.rule.extension?.unit ?? 'naturalDay', reason: '', plan: '' };
  const due = dueWith(clock, more, '', context.calendar, context.now);
  return `${right}延长了${due ? `，到${dueIn(due, context.now)}` : ''}。凭：${paper}。`;
}

/** A court, another body or a party's limit runs longer, rests or goes on: their decision, recorded with the paper that says so. */
export function changeStatutory(matter: Waiting, input: ChangeStatutoryInput, context: WaitContext): Decision {
  const limit = found(matter, input, context.now);
  const clocks = limitChanges[input.change](limit, input);
  const { partyId, binds, kind } = limit.clock;
  return {
    type: 'changeStatutory',
    data: { clockKind: kind, change: input.change, day: input.day },
    notes: [{ id: context.newId(), kind: 'changeStatutory', visibility: 'shared', body: `凭：${limit.paper}` }],
    clocks,
    tell: binds === 'party' ? [tellOwner(matter, partyId, wordsFor(limit, input, context))] : [],
  };
}
