import { type Static, Type } from 'typebox';
import { DayField, Id, Reason, UnitId } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { type Day, formatDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { Slot } from './roster.ts';

const Shift = Type.String({ pattern: '^[a-z]{2,12}$', title: '班次' });

export const SwapInput = Type.Object(
  {
    centerId: UnitId,
    day: DayField,
    shift: Shift,
    part: Type.Enum(['leader', 'officer'], { title: '带班还是值班' }),
    otherPostId: Id,
    /** The other's own shift in exchange; without it the other simply takes this one. */
    otherDay: Type.Optional(DayField),
    otherShift: Type.Optional(Shift),
    reason: Reason,
  },
  { additionalProperties: false },
);
export type SwapInput = Static<typeof SwapInput>;

type Facts = {
  readonly today: Day;
  readonly published: boolean;
  readonly slot: Slot | undefined;
  readonly otherSlot: Slot | undefined;
  readonly ofCenter: ReadonlySet<string>;
  readonly open: boolean;
};

/** 换班: asked by who stands the shift, for the other to agree to. */
export function askSwap(actor: Actor, input: SwapInput, facts: Facts): void {
  if (!facts.published) refuse('conflict', 'notPublished', '值班表还没有公布，直接请排班的人改。');
  if (facts.slot?.postId !== actor.postId) refuse('forbidden', 'notYourShift', '只能换自己的班。');
  if (input.day < facts.today) refuseField('day', '已经过去的班不能换。');
  if (facts.open) refuse('conflict', 'alreadyAsked', '这个班已经问过一个人了，等他回话，或者先收回。');
  if (input.otherPostId === actor.postId || !facts.ofCenter.has(input.otherPostId))
    refuseField('otherPostId', '选本中心的另一位同事。');
  if (input.otherDay === undefined) return;
  if (facts.otherSlot?.postId !== input.otherPostId) refuseField('otherDay', '那天那个班不是他的。');
  if (input.otherDay < facts.today) refuseField('otherDay', '已经过去的班不能换。');
}

type Asked = Pick<SwapInput, 'day' | 'part'> & {
  otherDay: Day | null;
  shiftName: string;
  otherShiftName: string | null;
};

export function swapSentence(
  { day, shiftName, part, otherDay, otherShiftName }: Asked,
  who: string,
  other: string,
): string {
  const mine = `${formatDay(day)}${shiftName}${part === 'leader' ? '带班' : ''}`;
  return otherDay === null
    ? `${who}的${mine}由${other}来值`
    : `${who}的${mine}和${other}的${formatDay(otherDay)}${otherShiftName ?? ''}对换`;
}
