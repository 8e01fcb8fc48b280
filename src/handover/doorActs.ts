import { Type } from 'typebox';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { ClockAct, Decision } from '../matters/decision.ts';
import { Id, LongText, Reason, StepInput } from '../matters/fields.ts';
import { dayOf, startOfDay } from '../platform/now.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import type { FollowInput } from '../procedures/follow.ts';
import { type RemindLimitInput, remindLimit } from '../waits/remindLimit.ts';
import { type Door, type DoorContext, type DoorWay, type How, hows } from './door.ts';
import { missingFields } from './fillDoor.ts';
import { silence } from './procedure.ts';

const uploads = Type.Optional(Type.Array(Id, { maxItems: 60, title: '一起交的材料' }));

export const HandInInput = StepInput({
  how: Type.Union(
    hows.map((how) => Type.Literal(how)),
    { title: '怎么交' },
  ),
  fileIds: Type.Array(Id, { maxItems: 300, title: '这件事里的哪些材料一起交' }),
  uploads,
  signed: Type.Boolean({ title: '申请人在申请书上签了名' }),
});
export type HandInInput = { how: How; fileIds: string[]; uploads?: string[]; signed: boolean };

export type HandingSpec = { starts: readonly string[] };

const filesOf = (ids: string[] | undefined): Pick<Decision, 'files'> =>
  ids && ids.length > 0 ? { files: { uploads: ids, visibility: 'shared' } } : {};

/** What keeps it from being handed in, whatever is typed: the form lacks a line that the body asks for. */
export function hindersHandingIn(door: Door, way: DoorWay): Refusal | null {
  const [first, ...more] = missingFields(door, way);
  if (!first) return null;
  const others = more.length > 0 ? `等${more.length + 1}项` : '';
  return new Refusal('conflict', 'formIncomplete', `申请书还缺「${first.label}」${others}，由${first.who}补上再递交。`);
}

/** Bodies outside answer when they like: we ask after some days [G], ours. */
function silenceAct(how: How, { now }: Pick<DoorContext, 'now'>): ClockAct[] {
  return how === 'here' ? [] : [{ act: 'start', kind: silence, at: startOfDay(dayOf(now)) }];
}

/** Handed in: from today the body's time runs, and the party's own limit is kept. */
export function handIn(
  door: Door,
  way: DoorWay,
  { starts }: HandingSpec,
  input: HandInInput,
  context: DoorContext,
): Decision {
  const hinders = hindersHandingIn(door, way);
  if (hinders) throw hinders;
  if (!input.signed) refuseField('signed', '申请书由申请人签了名再递交；不会写字的按指印。');
  if (input.how === 'here' && door.bodyUnitId === null)
    refuseField('how', '受理的机关不在平台里，用封好的材料包或者纸质递交。');
  const today = dayOf(context.now);
  const at = startOfDay(today);
  return {
    type: 'handIn',
    data: { how: input.how, fileIds: [...input.fileIds] },
    own: { how: input.how, handed_in_on: today },
    ...filesOf(input.uploads),
    clocks: [
      ...way.keeps.map((kind): ClockAct => ({ act: 'stop', kind })),
      ...starts.map((kind): ClockAct => ({ act: 'start', kind, at })),
      ...silenceAct(input.how, context),
    ],
    tell: [
      {
        owner: 'resident',
        text: way.secret
          ? '您要办的手续已经交上去了，有回音就告诉您。'
          : `「${way.label}」的材料交给了${door.bodyName}，有回音就告诉您。`,
      },
    ],
  };
}

export const SupplementInput = StepInput({ words: LongText, uploads });
export type SupplementInput = { words: string; uploads?: string[] };

/** The rest is brought: the body's time begins again where its law says so, by the row. */
export function supplementDoor(
  door: Door,
  starts: readonly string[],
  input: SupplementInput,
  context: DoorContext,
): Decision {
  const at = startOfDay(dayOf(context.now));
  return {
    type: 'supplement',
    notes: [{ id: context.newId(), kind: 'supplement', visibility: 'shared', body: input.words.trim() }],
    ...filesOf(input.uploads),
    clocks: [
      ...starts.map((kind): ClockAct => ({ act: 'start', kind, at })),
      ...silenceAct(door.how ?? 'here', context),
    ],
  };
}

export const CallBodyInput = StepInput({
  who: Type.String({ minLength: 2, maxLength: 40, title: '接电话的人' }),
  received: Type.Boolean({ title: '对方说收到了' }),
  words: LongText,
  uploads,
});
export type CallBodyInput = { who: string; received: boolean; words: string; uploads?: string[] };

/** Delivered is not received: who said so on the telephone is written down, and asked again until there is an answer. */
export const callBody = (_door: Door, input: CallBodyInput, context: DoorContext): Decision => ({
  type: 'callBody',
  data: { received: input.received },
  notes: [
    { id: context.newId(), kind: 'callBody', visibility: 'shared', body: `${input.who.trim()}：${input.words.trim()}` },
  ],
  ...filesOf(input.uploads),
  clocks: [
    { act: 'stop', kind: silence },
    { act: 'start', kind: silence, at: startOfDay(dayOf(context.now)) },
  ],
});

export const WithdrawDoorInput = StepInput({ reason: Reason });
export type WithdrawDoorInput = { reason: string };

/** The way is left: what limits still run stay told on the dispute itself. */
export const withdrawDoor = (
  door: Door,
  way: DoorWay,
  { reason }: WithdrawDoorInput,
  context: DoorContext,
): Decision => ({
  type: 'withdrawDoor',
  matter: { closed_at: context.now },
  notes: [{ id: context.newId(), kind: 'withdrawDoor', visibility: 'shared', body: reason.trim() }],
  clocks: door.clocks.flatMap(({ kind, stoppedAt }): ClockAct[] => (stoppedAt === null ? [{ act: 'stop', kind }] : [])),
  tell: way.secret ? [] : [{ owner: 'resident', text: `「${way.label}」不走了，别的路都还在。` }],
});

/** As for every matter, but to nobody whom the door does not reach. */
export const remindDoorLimit = (door: Door, input: RemindLimitInput, context: DoorContext): Decision =>
  remindLimit(door, input, context as never);

/** Who may know follows the dispute; where the body's unit ends, the one that took over has it. */
export function followMatter(door: Door, input: FollowInput): Decision {
  const { restricted, namedPostIds, receivingCenterId, regionCode, leadUnitId, handlerPostId, units = {} } = input;
  const unit = door.bodyUnitId === null ? undefined : units[door.bodyUnitId];
  return {
    type: 'followMatter',
    data: { restricted, ...(unit ? { unitId: unit } : {}) },
    matter: {
      ...{ restricted, named_post_ids: [...namedPostIds], receiving_center_id: receivingCenterId },
      region_code: regionCode,
    },
    own: { about_unit_id: leadUnitId, about_post_id: handlerPostId, ...(unit ? { body_unit_id: unit } : {}) },
  };
}

/** A limit of law by its name; every clock of a door but the silence is one. */
export function lawRule(kind: string) {
  const law = statutoryClocks.get(kind);
  if (!law) throw new Error(`no limit called ${kind}`);
  return law.rule;
}
