import { Type } from 'typebox';
import { isWorkingDay } from '../calendar/calendar.ts';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { addDays, dayOf, endOfDay, formatDue } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { waitingFor, waitWord } from './waits.ts';

export const RequestMaterialInput = StepInput({
  what: Type.String({ minLength: 2, maxLength: 300, title: '要什么材料' }),
  workingDays: Type.Integer({ minimum: 1, maximum: 60, title: '给几个工作日' }),
});
export type RequestMaterialInput = { what: string; workingDays: number };

function workingDaysLater(context: WaitContext, count: number): Date {
  let day = dayOf(context.now);
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(context.calendar, day)) left -= 1;
  }
  return endOfDay(day);
}

export function hindersMaterial(matter: Waiting, { network }: Pick<WaitContext, 'network'>): Refusal | null {
  const open = waitingFor(matter);
  if (!open) return null;
  const what = open.ground === 'material' ? '等一份材料，收到' : `${waitWord(open, network)}，结束`;
  return new Refusal('conflict', 'alreadyWaiting', `已经在${what}以后再要。`);
}

/** Asks the resident for material. The clock stops only when somebody else approves, and only up to a limit. */
export function requestMaterial(matter: Waiting, input: RequestMaterialInput, context: WaitContext): Decision {
  const limit = context.rules.handling.maxMaterialDays;
  if (input.workingDays > limit)
    throw new Refusal('invalid', 'pauseTooLong', `最多给 ${limit} 个工作日。`, {
      workingDays: `最多给 ${limit} 个工作日。`,
    });
  refuseIf(hindersMaterial(matter, context));
  const limitAt = workingDaysLater(context, input.workingDays);
  const what = input.what.trim();
  return {
    type: 'requestMaterial',
    data: { workingDays: input.workingDays },
    inserts: [
      {
        into: 'material_request',
        values: {
          id: context.newId(),
          what,
          asked_at: context.now,
          limit_at: limitAt,
          state: 'proposed',
          asked_by_post_id: context.actor.postId,
        },
      },
    ],
    tell: [
      { owner: `c:${matter.receivingCenterId}#approver`, text: '等您审批：要当事人补材料，申请停钟。' },
      { owner: 'resident', text: `请您补交：${what}。${formatDue(limitAt)}前交到承办人或中心窗口。` },
    ],
  };
}
