import { Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { ClockAct, Decision } from '../matters/decision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { dayOf, daysBetween, dueDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { dueIn, howToUse, tellOwner } from './whoseLimit.ts';

export const RemindLimitInput = StepInput({
  limits: Type.Array(
    Type.Object({ clockId: Id, toTell: Type.Array(Id, { maxItems: 200 }) }, { additionalProperties: false }),
    { minItems: 1, maxItems: 50 },
  ),
});
/** `toTell`: whose limit it is and who has no way to hear of it by himself. */
export type RemindLimitInput = { limits: { clockId: string; toTell: string[] }[] };

/** What, until when, how long that still is, where, by which article, and what to know. */
function reminder({ kind, rule, dueAt }: Clock, now: Date): string {
  const law = statutoryClocks.get(kind);
  if (!dueAt) return '';
  const days = daysBetween(dayOf(now), dueDay(dueAt));
  const left = days > 0 ? `还有${days}天` : '就是今天';
  if (kind === 'promise') return `提醒您：按协议要${rule.label}，到${dueIn(dueAt, now)}，${left}。`;
  return `提醒您：${rule.label}的期限到${dueIn(dueAt, now)}，${left}。${law ? howToUse(law) : ''}`;
}

/** Before a party's limit ends that party is reminded; whoever cannot be reached is on the list of who works on it. */
export function remindLimit(matter: Waiting, { limits }: RemindLimitInput, { now }: WaitContext): Decision {
  const due = runningClocks(matter.clocks).flatMap((clock) => {
    const limit = limits.find(({ clockId }) => clockId === clock.id);
    return limit && clock.binds === 'party' && clock.dueAt && clock.dueAt > now ? [{ clock, ...limit }] : [];
  });
  if (due.length === 0) throw new Refusal('conflict', 'nothingNear', '没有快到期的当事人期限。');
  return {
    type: 'remindLimit',
    data: { clockKinds: due.map(({ clock }) => clock.kind), toTell: due.flatMap(({ toTell }) => toTell) },
    clocks: due.map(({ clockId, toTell }): ClockAct => ({ act: 'remind', clockId, toTell })),
    tell: due.map(({ clock }) => tellOwner(matter, clock.partyId, reminder(clock, now))),
  };
}
