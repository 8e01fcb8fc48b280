import { type Static, Type } from 'typebox';
import type { Change, Decision } from '../matters/decision.ts';
import { DayField, Id, Reason, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { invalid, refuseField } from '../platform/refusal.ts';
import { tellInvited } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import { results, type SittingResult } from './words.ts';

const Result = Type.Enum(results, { title: '结果' });
export const EndSittingInput = StepInput({
  /** One for each dispute that was heard. */
  results: Type.Array(Type.Object({ disputeId: Id, result: Result }, { additionalProperties: false }), {
    minItems: 1,
    maxItems: 20,
    title: '结果',
  }),
  text: Type.String({ maxLength: 2000, title: '说明' }),
  toldRoutes: Type.Boolean({ title: '还能走的路告诉了' }),
  againOn: Type.Union([DayField, Type.Null()], { title: '改到哪天' }),
  /** Who was asked and did not come, each with why as far as it is known. */
  absent: Type.Array(
    Type.Object(
      { inviteId: Id, reason: Type.String({ maxLength: 200, title: '没来的原因' }) },
      { additionalProperties: false },
    ),
    { maxItems: 600, title: '没来的人' },
  ),
});
type EndInput = Pick<Static<typeof EndSittingInput>, 'results' | 'text' | 'toldRoutes' | 'againOn' | 'absent'>;

/** Ended without an agreement, people have to know where else they can go (人民调解法 26). */
const withoutAgreement: readonly SittingResult[] = ['none', 'stopped'];

function checkEnding(sitting: Sitting, { results: said, toldRoutes, againOn }: EndInput, today: string): void {
  const missing = sitting.disputes.filter(({ id }) => !said.some(({ disputeId }) => disputeId === id));
  if (missing.length > 0) refuseField('results', '每一件都要有结果。');
  if (said.some(({ disputeId }) => !sitting.disputes.some(({ id }) => id === disputeId)))
    refuseField('results', '有一件不在这次调解会里，刷新再看。');
  if (said.some(({ result }) => withoutAgreement.includes(result)) && !toldRoutes)
    throw invalid('routesNotTold', 'toldRoutes', '先把还能走的路告诉当事人，再结束。');
  const again = said.some(({ result }) => result === 'again');
  if (again && againOn === null) throw invalid('noDay', 'againOn', '写改到哪天再谈。');
  if (againOn !== null && againOn < today) refuseField('againOn', '改到的日子已经过去了。');
}

function absences(sitting: Sitting, { absent }: EndInput): Change[] {
  return absent.map(({ inviteId, reason }) => {
    const invite = sitting.invites.find(({ id }) => id === inviteId);
    if (!invite) return refuseField('absent', '没来的人里有一位不在名单上，刷新再看。');
    if (invite.came === 'here') refuseField('absent', '没来的人里有一位记着已经到了，先改过来。');
    return { table: 'sitting_invite', id: inviteId, set: { came: 'absent', reason: reason.trim() } };
  });
}

/** Freezes the minutes. Of several disputes each has its own result; that of the sitting is the first one's. */
export function endSitting(sitting: Sitting, input: EndInput, { now, newId }: SittingContext): Decision {
  checkEnding(sitting, input, dayOf(now));
  const result = input.results.find(({ disputeId }) => disputeId === sitting.disputes[0]?.id)?.result;
  const text = input.text.trim();
  return {
    type: 'endSitting',
    data: { results: input.results, againOn: input.againOn, absentIds: input.absent.map(({ inviteId }) => inviteId) },
    matter: { closed_at: now },
    own: { ended_at: now, cooling_until: null, result: result ?? null, again_on: input.againOn },
    notes: text ? [{ id: newId(), kind: 'ended', visibility: 'shared', body: text }] : [],
    changes: [
      ...input.results.map(
        ({ disputeId, result }): Change => ({
          table: 'sitting_dispute',
          id: disputeId,
          by: 'dispute_id',
          set: { result },
        }),
      ),
      ...absences(sitting, input),
    ],
  };
}

export const LapseSittingInput = StepInput({});

/** Its dispute needs no more sittings: the parties heard what became of it, who was asked from outside hears it here. */
export const lapseSitting = (sitting: Sitting, _input: object, { now }: SittingContext): Decision => ({
  type: 'lapseSitting',
  matter: { closed_at: now },
  own: { ended_at: now },
  tell: tellInvited(sitting.invites, '这件事有了结果，约好的调解会不开了，不用来了。'),
});

export const CancelSittingInput = StepInput({ reason: Reason });

export function cancelSitting(
  sitting: Sitting,
  { reason }: { reason: string },
  { now, newId }: SittingContext,
): Decision {
  return {
    type: 'cancelSitting',
    matter: { closed_at: now },
    own: { ended_at: now },
    notes: [{ id: newId(), kind: 'cancelled', visibility: 'shared', body: reason.trim() }],
    tell: tellInvited(sitting.invites, '调解会取消了，不用来了。'),
  };
}
