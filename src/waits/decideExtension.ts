import { Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import { mediationKinds } from '../deadlines/rules.13710.ts';
import type { Decision, Telling } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { dayOf, dueDay, formatDay, formatDue } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { type Asked, allowanceOf, dueWith, openRequest } from './extensions.ts';
import type { ExtensionRequest, WaitContext, Waiting } from './waiting.ts';
import { hindersDecision } from './whoExtends.ts';

export const DecideExtensionInput = StepInput({ approve: Type.Boolean({ title: '同意' }), reason: Reason });
export type DecideExtensionInput = { approve: boolean; reason: string };

/** Reporting and the like are the office's own; what a resident waits for is told to him. */
const promised: Readonly<Record<string, string>> = {
  handle: '办完',
  ...Object.fromEntries(mediationKinds.map((kind) => [kind, '调解完'])),
};

/** Whom to ask, with a telephone: 迎泽街道 武志强，0351-… */
function whomToAsk(matter: Waiting, { network, directory }: WaitContext): string {
  const unit = network.unit(matter.leadUnitId ?? matter.receivingCenterId);
  const name = matter.handlerPostId ? directory.post(matter.handlerPostId)?.name : undefined;
  const phone = unit?.phone ?? network.unit(matter.receivingCenterId)?.phone;
  return `${[unit?.short, name].filter(Boolean).join(' ')}${phone ? `，电话 ${phone}` : ''}`;
}

function tellResident(matter: Waiting, clock: Clock, due: Date | null, more: ExtensionRequest, context: WaitContext) {
  const act = promised[clock.kind];
  if (!act) return [];
  const to = due ? `改到${formatDue(due)}` : '往后延，等停着的日期接着走再算';
  const from = clock.dueAt ? `，原来是${formatDay(dueDay(clock.dueAt))}` : '';
  const text = `您的事${act}的日期${to}${from}。原因：${more.reason}。有疑问找${whomToAsk(matter, context)}。`;
  return [{ owner: 'resident', text }];
}

function tellAsker({ request, clock }: Asked, { approve, reason }: DecideExtensionInput, due: Date | null): Telling[] {
  if (!request.askedByPostId) return [];
  const until = due ? `，到${formatDue(due)}` : '';
  const text = approve ? `延期同意了${until}。` : `延期没有同意：${reason.trim()}`;
  return [{ owner: `p:${request.askedByPostId}`, text: `「${clock.rule.label}」${text}` }];
}

function refuseUseless(clock: Clock, due: Date | null, now: Date): void {
  if (due && due <= now)
    throw new Refusal('conflict', 'stillLate', `延期以后的${formatDay(dayOf(due))}也已经过了，请承办人重新申请。`);
  if ((allowanceOf(clock)?.timesLeft ?? 0) < 1) throw new Refusal('conflict', 'timesOver', '这个时限不能再延了。');
}

/** More time, or not. The clock keeps the old date with why it moved; the parties learn the new one and whom to ask. */
export function decideExtension(matter: Waiting, input: DecideExtensionInput, context: WaitContext): Decision {
  const { actor, calendar, now } = context;
  refuseIf(hindersDecision(matter, context));
  const open = openRequest(matter) as Asked;
  const { request, clock } = open;
  const due = dueWith(clock, request, actor.name, calendar, now);
  if (input.approve) refuseUseless(clock, due, now);
  const { length, unit, reason, plan } = request;
  return {
    type: 'decideExtension',
    data: { requestId: request.id, clockKind: clock.kind, approved: input.approve, length, unit, late: request.late },
    notes: [{ id: context.newId(), kind: 'decideExtension', visibility: 'shared', body: input.reason.trim() }],
    changes: [
      {
        table: 'extension_request',
        id: request.id,
        set: { state: input.approve ? 'approved' : 'refused', decided_by_post_id: actor.postId, decided_at: now },
      },
    ],
    clocks: input.approve
      ? [
          {
            act: 'extend',
            clockId: clock.id,
            extension: { length, unit, reason, plan, approvedBy: actor.name },
            why: request.late ? '逾期后延期' : '延期',
          },
        ]
      : [],
    tell: [
      ...tellAsker(open, input, due),
      ...(input.approve ? tellResident(matter, clock, due, request, context) : []),
    ],
  };
}
