import { Type } from 'typebox';
import { workingDaysAfter } from '../calendar/calendar.ts';
import { groundWords } from '../deadlines/grounds.ts';
import type { Decision } from '../matters/decision.ts';
import { DayField, StepInput, UnitId } from '../matters/fields.ts';
import { dayOf, endOfDay, formatDue, isDay } from '../platform/now.ts';
import { invalid, Refusal, refuseIf } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { pausable, pausedDays, waitGrounds, waitingFor, waitWord } from './waits.ts';

const WaitGround = Type.Union(
  [
    Type.Literal('appraisal'),
    Type.Literal('court'),
    Type.Literal('otherUnit'),
    Type.Literal('partyAbsent'),
    Type.Literal('forceMajeure'),
  ],
  { title: '等谁' },
);
export const RequestWaitInput = StepInput({
  ground: WaitGround,
  what: Type.String({ minLength: 2, maxLength: 300, title: '等什么' }),
  until: DayField,
  unitId: Type.Optional(UnitId),
});
export type RequestWaitInput = {
  ground: 'appraisal' | 'court' | 'otherUnit' | 'partyAbsent' | 'forceMajeure';
  what: string;
  until: string;
  unitId?: string;
};

/** Another unit that is waited for must know it, so it has to be a supporting unit. */
function unitOf(matter: Waiting, { ground, unitId }: RequestWaitInput): string | null {
  if (ground !== 'otherUnit') return null;
  if (unitId && matter.supportingUnits.some((each) => each.unitId === unitId)) return unitId;
  throw invalid('notSupporting', 'unitId', '选一个协办单位。还没有请它协办的，先请它协办。');
}

/** Every clock that would stand still has its own ceiling, counted over all its pauses. */
function checkCeilings(matter: Waiting, { ground, until }: RequestWaitInput, context: WaitContext): void {
  const { calendar, now } = context;
  const clocks = pausable(matter.clocks, ground);
  if (clocks.length === 0)
    throw invalid('groundNotAllowed', 'ground', `在走的时限都没有写「${groundWords[ground]}」可以停钟，钟照走。`);
  const wanted = workingDaysAfter(calendar, dayOf(now), until);
  for (const clock of clocks) {
    const { maxPauseDays: max, label } = clock.rule;
    const used = pausedDays(clock, calendar, now);
    if (max === undefined || used + wanted <= max) continue;
    const left = Math.max(0, max - used);
    const sentence = `「${label}」合计最多停 ${max} 个工作日，已经停了 ${used} 个，还可以停 ${left} 个。`;
    throw invalid('pauseTooLong', 'until', sentence);
  }
}

export function hindersWait(matter: Waiting, { network }: Pick<WaitContext, 'network'>): Refusal | null {
  const open = waitingFor(matter);
  const no = (code: string, sentence: string) => new Refusal('conflict', code, sentence);
  if (open)
    return no('alreadyWaiting', `已经在${waitWord(open, network)}，到${formatDue(open.limitAt)}，结束以后再申请。`);
  return waitGrounds(matter).length > 0 ? null : no('nothingPauses', '在走的时限都没有写明可以停钟，钟照走。');
}

/** Work that cannot go on until somebody else has acted. The clock stops only when another person approves. */
export function requestWait(matter: Waiting, input: RequestWaitInput, context: WaitContext): Decision {
  const { now, network, actor } = context;
  refuseIf(hindersWait(matter, context));
  if (!isDay(input.until) || input.until <= dayOf(now))
    throw invalid('untilPast', 'until', '写一个今天以后的日期，到时钟自己走。');
  const unitId = unitOf(matter, input);
  checkCeilings(matter, input, context);
  const id = context.newId();
  const limitAt = endOfDay(input.until);
  const what = input.what.trim();
  const values = { id, what, asked_at: now, limit_at: limitAt, state: 'proposed' as const };
  const word = waitWord({ ground: input.ground, unitId }, network);
  const unit = unitId === null ? undefined : network.unit(unitId);
  const lead = matter.leadUnitId ? network.unit(matter.leadUnitId)?.short : undefined;
  return {
    type: 'requestWait',
    data: { requestId: id, ground: input.ground, unitId, until: input.until },
    inserts: [
      {
        into: 'material_request',
        values: { ...values, asked_by_post_id: actor.postId, ground: input.ground, unit_id: unitId },
      },
    ],
    tell: [
      {
        owner: `c:${matter.receivingCenterId}#approver`,
        text: `等您审批：${word}，申请停钟到${formatDue(limitAt)}。`,
      },
      ...(unit
        ? [{ owner: headKey(unit.id), text: `${lead ?? '牵头单位'}在等你单位：${what}，到${formatDue(limitAt)}。` }]
        : []),
    ],
  };
}
