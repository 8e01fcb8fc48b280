import { type Static, Type } from 'typebox';
import { type Span, spanOf } from '../bookings/booking.ts';
import type { Dispute } from '../disputes/dispute.ts';
import type { Standing } from '../disputes/kind.ts';
import { disputeKind } from '../disputes/kind.ts';
import { mediating } from '../disputes/mediators.ts';
import { type StepName, stepOf } from '../disputes/procedure.ts';
import { sightOf } from '../disputes/sight.ts';
import { Id, StepInput, UnitId } from '../matters/fields.ts';
import { type Actor, lastingPost } from '../platform/actor.ts';
import { Refusal, refuse, refuseField } from '../platform/refusal.ts';
import { standsAt } from '../procedures/guard.ts';
import { unique } from '../procedures/owners.ts';
import { refuseNowhere } from './changeSitting.ts';
import { fromOutside, Shared, when, where } from './fields.ts';
import { checkAsked } from './invites.ts';
import type { SittingContext } from './sitting.ts';
import { forms } from './words.ts';

export const CallSittingInput = StepInput({
  form: Type.Enum(forms, { title: '怎么谈' }),
  ...when,
  ...where,
  agenda: Type.String({ maxLength: 1000, title: '谈什么' }),
  bring: Type.String({ maxLength: 200, title: '带什么来' }),
  partyIds: Type.Array(Id, { maxItems: 600, uniqueItems: true, title: '请哪些当事人' }),
  ...fromOutside,
  /** Of a consultation: which unit leads. */
  leadingUnitId: Type.Union([UnitId, Type.Null()], { title: '哪家牵头' }),
  shared: Shared,
  /** Like disputes that are heard together with this one. */
  otherCodes: Type.Array(Type.String({ pattern: '^\\d{15}$' }), { maxItems: 19, uniqueItems: true, title: '一起听的' }),
});
export type CallInput = Omit<Static<typeof CallSittingInput>, 'commandId' | 'seenVersion'>;

/** As long as somebody mediates, or may still be asked to. */
const whileMediating: StepName = 'declareTie';
const callers = [
  ...['receptionist@receivingCenter', 'dispatcher@receivingCenter', 'centerLeader@receivingCenter'],
  ...['mediator@appointed', 'mediator@assigned', 'handler@assigned', 'unitHead@leadUnit', 'centerLeader@leadUnit'],
];

/** Why this post may not call a sitting about the dispute now; null: it may. */
export function hindersCalling(standing: Standing, actor: Actor): Refusal | null {
  const may = callers.some((who) => {
    const [role, place = ''] = who.split('@');
    return role === actor.role && standsAt(disputeKind, place, standing, actor);
  });
  if (!may) return new Refusal('forbidden', 'notYourSitting', '调解会由办这件事的人、调解员或者受理中心来约。');
  if (stepOf(whileMediating).from.includes(standing.status)) return null;
  return new Refusal('conflict', 'wrongStatus', '这件事现在不在调解，约不了调解会。');
}

/** Several are heard together only where whoever calls may read all of them, in one center, and none is restricted. */
function checkBundle(disputes: readonly Dispute[], { form }: CallInput, actor: Actor): void {
  const [first, ...others] = disputes;
  if (!first) throw new Error('a sitting about nothing');
  if (form === 'bundled' && others.length === 0) refuseField('otherCodes', '集束调解至少两件，写上一起听的编号。');
  if (form !== 'bundled' && others.length > 0) refuseField('otherCodes', '只有集束调解才一起听几件。');
  for (const each of others) {
    const apart = each.receivingCenterId !== first.receivingCenterId || sightOf(actor, each) !== 'full';
    if (apart) refuseField('otherCodes', `${each.code} 不在这个中心或者您看不全，不能一起听。`);
    if (!stepOf(whileMediating).from.includes(each.status))
      refuseField('otherCodes', `${each.code} 现在不在调解，不能一起听。`);
  }
  if (others.length > 0 && disputes.some(({ restricted }) => restricted))
    refuseField('otherCodes', '限制知悉的事单独谈，不能一起听。');
}

export type Plan = {
  span: Span;
  hostPostIds: string[];
  parties: { disputeId: string; partyId: string }[];
};

/** Who is to come, when and where, checked; rooms and people are booked by the database. */
export function planSitting(disputes: readonly Dispute[], input: CallInput, context: SittingContext): Plan {
  const { actor, now } = context;
  checkBundle(disputes, input, actor);
  refuseNowhere(input);
  const span = spanOf(input, now);
  checkAsked(input, [], context);
  if (input.form === 'consultation' && input.leadingUnitId === null)
    refuseField('leadingUnitId', '会诊要有一家牵头，选一家。');
  if (input.leadingUnitId !== null && !context.network.unit(input.leadingUnitId)?.active)
    refuseField('leadingUnitId', '牵头的单位已经停用，换一家。');
  const all = disputes.flatMap(({ id, parties }) =>
    parties.filter(({ left }) => !left).map((party) => ({ disputeId: id, partyId: party.id })),
  );
  const parties = all.filter(({ partyId }) => input.partyIds.includes(partyId));
  if (parties.length < input.partyIds.length) refuseField('partyIds', '有一位当事人不在名单里，刷新再选。');
  if (parties.length === 0 && input.form !== 'consultation') refuseField('partyIds', '至少请一位当事人。');
  const hosts = disputes.flatMap((dispute) => [
    ...mediating(dispute).map(({ postId }) => postId),
    ...(dispute.handlerPostId ? [dispute.handlerPostId] : []),
  ]);
  const hostPostIds = unique([lastingPost(actor), ...hosts]);
  const twice = input.postIds.find((id) => hostPostIds.includes(id));
  if (twice) refuse('invalid', 'hostInvited', '主持的人不用再请。', { postIds: '主持的人不用再请。' });
  return { span, hostPostIds, parties };
}
