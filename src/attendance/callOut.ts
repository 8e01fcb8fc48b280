import { type Static, Type } from 'typebox';
import { Id, UnitId } from '../matters/fields.ts';
import { headsUnit } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { isDesk } from './attendanceEngine.ts';

export const CallInput = Type.Object(
  {
    centerId: UnitId,
    unitId: UnitId,
    reason: Type.String({ minLength: 2, maxLength: 120, title: '请来做什么' }),
    place: Type.String({ minLength: 2, maxLength: 40, title: '到哪里' }),
    /** The dispute that it is about, where there is one. */
    code: Type.Optional(Type.String({ pattern: '^\\d{15}$', title: '编号' })),
    commandId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type CallInput = Static<typeof CallInput>;

export const AnswerInput = Type.Object(
  {
    coming: Type.Boolean({ title: '来不来' }),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480, title: '几分钟到', unit: '分钟' })),
    words: Type.Optional(Type.String({ maxLength: 120, title: '说一句' })),
    /** A colleague of the same unit who is asked instead. */
    insteadPostId: Type.Optional(Id),
    /** Another unit that might come; the desk decides. */
    insteadUnitId: Type.Optional(UnitId),
  },
  { additionalProperties: false },
);
export type AnswerInput = Static<typeof AnswerInput>;

export type CallState = 'called' | 'coming' | 'refused' | 'arrived' | 'cancelled';
export type Call = {
  readonly id: string;
  readonly centerId: string;
  readonly unitId: string;
  readonly state: CallState;
  readonly round: number;
  readonly calledPostIds: readonly string[];
  readonly calledAt: Date;
  readonly lastCalledAt: Date;
  readonly ended: boolean;
};

/** The next to be called: the named ones in order and from the first again, so that nobody is called only once. */
export function nextContact(contacts: readonly string[], round: number): string | null {
  return contacts.length === 0 ? null : (contacts[(round - 1) % contacts.length] ?? null);
}

/** Whom to call, where the unit named nobody: those who work there, its head last. */
export function contactsIn(
  named: readonly string[],
  posts: readonly { readonly postId: string; readonly role: string }[],
): string[] {
  const still = named.filter((postId) => posts.some((post) => post.postId === postId));
  if (still.length > 0) return still;
  const heads = posts.filter(({ role }) => headsUnit(role));
  return [...posts.filter((post) => !heads.includes(post)), ...heads].map(({ postId }) => postId);
}

export function refuseCalling(
  actor: Actor,
  input: CallInput,
  facts: { known: boolean; open: boolean; codeSeen: boolean; restricted: boolean },
): void {
  if (!isDesk(actor, input.centerId)) refuse('forbidden', 'notYourRole', '叫单位来由中心的接待岗、分流岗、主任做。');
  if (!facts.known) refuseField('unitId', '这个单位不在这个中心的入驻名单里。');
  if (facts.open) refuse('conflict', 'alreadyCalled', '已经叫了这个单位，等它回话，或者先撤销。');
  if (input.code === undefined) return;
  if (!facts.codeSeen) refuseField('code', '没有这个编号，或者这个岗位看不到这件事。');
  if (facts.restricted) refuseField('code', '限制知悉的事不写编号，叫来以后当面说。');
}

type Answered = {
  state: CallState;
  answer: string;
  etaMinutes: number | null;
  insteadPostId: string | null;
  insteadUnitId: string | null;
};

/** 「来，12分到」 or 「来不了，换…」. A colleague named instead is called at once; another unit is for the desk to call. */
export function answerCall(
  actor: Actor,
  call: Call,
  input: AnswerInput,
  facts: { postIds: readonly string[]; promised: number },
): Answered {
  if (actor.unitId !== call.unitId && !isDesk(actor, call.centerId))
    refuse('forbidden', 'notYourUnit', '由被叫的单位回话，电话里说定的由窗口代记。');
  if (call.ended || call.state === 'arrived') refuse('conflict', 'callOver', '这次叫已经结束了。');
  const { coming, minutes, words = '', insteadPostId = null, insteadUnitId = null } = input;
  const answer = words.trim();
  if (coming)
    return { state: 'coming', answer, etaMinutes: minutes ?? facts.promised, insteadPostId: null, insteadUnitId: null };
  if (insteadPostId !== null && !facts.postIds.includes(insteadPostId))
    refuseField('insteadPostId', '这个人不是这个单位的。');
  if (insteadUnitId === call.unitId) refuseField('insteadUnitId', '换的还是同一个单位。');
  if (answer === '' && insteadPostId === null && insteadUnitId === null)
    refuseField('words', '来不了写一句为什么，或者写换谁来。');
  const state = insteadPostId === null ? 'refused' : 'called';
  return { state, answer, etaMinutes: null, insteadPostId, insteadUnitId };
}
