import { Type } from 'typebox';
import { workingDaysAfter } from '../calendar/calendar.ts';
import type { ClockAct, Decision, Telling } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { dayOf, daysBetween, dueDay, formatDue } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import type { MaterialRequest, WaitContext, Waiting } from './waiting.ts';
import { pausable, waitWord } from './waits.ts';

export const DecidePauseInput = StepInput({ approve: Type.Boolean({ title: '同意' }), reason: Reason });
export type DecidePauseInput = { approve: boolean; reason: string };

/** What is left of the time that was asked for, so that the date told and the clock's are one. */
function daysLeft(kind: string, request: MaterialRequest, { now, rules, calendar }: WaitContext): number {
  const [today, last] = [dayOf(now), dueDay(request.limitAt)];
  return rules.clocks[kind]?.unit === 'workingDay' ? workingDaysAfter(calendar, today, last) : daysBetween(today, last);
}

function standStill(matter: Waiting, request: MaterialRequest, length: number, context: WaitContext): ClockAct[] {
  const { ground, what } = request;
  const kinds = pausable(matter.clocks, ground).map(({ kind }) => kind);
  const word = waitWord(request, context.network);
  // The words of the ground come from the clock itself: 等法院：… 等别的单位：住建局 …
  const unit = request.unitId === null ? undefined : context.network.unit(request.unitId)?.short;
  const reason = ground === 'material' ? `当事人补交${what}` : [unit, what].filter(Boolean).join(' ');
  const start: ClockAct =
    ground === 'material'
      ? { act: 'start', kind: 'materials', length }
      : { act: 'start', kind: 'wait', length, label: word };
  return [{ act: 'pause', kinds, reason, approvedBy: context.actor.name, ground }, start];
}

/** Whoever is waited for, or waits with us, learns that the clock stands still. For material she was told when asked. */
function tellings(request: MaterialRequest, { network }: WaitContext): Telling[] {
  if (request.ground === 'material') return [];
  const until = formatDue(request.limitAt);
  const unit = request.unitId === null ? undefined : network.unit(request.unitId);
  return [
    ...(unit ? [{ owner: headKey(unit.id), text: `钟停着等你单位：${request.what}，到${until}。` }] : []),
    {
      owner: 'resident',
      text: `您的事在${waitWord(request, network)}：${request.what}，到${until}。这段时间不算在办理时限里。`,
    },
  ];
}

const proposedOf = ({ materials }: Waiting) => materials.find(({ state }) => state === 'proposed');

export function hindersPause(matter: Waiting, { actor }: Pick<WaitContext, 'actor'>): Refusal | null {
  const request = proposedOf(matter);
  if (!request) return new Refusal('conflict', 'nothingProposed', '没有等审批的停钟申请。');
  const own = request.askedByPostId === actor.postId;
  return own ? new Refusal('forbidden', 'ownRequest', '自己申请的停钟，要由别人审批。') : null;
}

/** Two people stop a clock: who asked cannot approve. */
export function decidePause(matter: Waiting, input: DecidePauseInput, context: WaitContext): Decision {
  refuseIf(hindersPause(matter, context));
  const request = proposedOf(matter) as MaterialRequest;
  const length = daysLeft(request.ground === 'material' ? 'materials' : 'wait', request, context);
  if (input.approve && length < 1)
    throw new Refusal('conflict', 'limitOver', '等到的日期已经到了，不能再停钟。还要等，请承办人重新申请。');
  const state = input.approve ? 'approved' : 'refused';
  const asker = request.askedByPostId
    ? [{ owner: `p:${request.askedByPostId}`, text: input.approve ? '停钟申请同意了。' : '停钟申请没有同意。' }]
    : [];
  return {
    type: 'decidePause',
    data: { requestId: request.id, approved: input.approve, ground: request.ground, unitId: request.unitId },
    notes: [{ id: context.newId(), kind: 'decidePause', visibility: 'shared', body: input.reason.trim() }],
    changes: [
      {
        table: 'material_request',
        id: request.id,
        set: { state, decided_by_post_id: context.actor.postId, decided_at: context.now },
      },
    ],
    clocks: input.approve ? standStill(matter, request, length, context) : [],
    tell: [...asker, ...(input.approve ? tellings(request, context) : [])],
  };
}
