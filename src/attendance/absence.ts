import { type Static, Type } from 'typebox';
import { DayField, Id } from '../matters/fields.ts';
import { headsUnit } from '../people/doors.ts';
import { excludes, isAdministrator, roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, type Day, daysBetween, formatDay, isDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { AttendanceRules } from './attendanceRules.ts';

export const AbsenceInput = Type.Object(
  {
    /** The post that is left; the actor's own without it. */
    postId: Type.Optional(Id),
    from: DayField,
    to: DayField,
    reason: Type.String({ minLength: 2, maxLength: 60, title: '为什么不在' }),
    /** Any post of the person who is to cover. */
    coverByPostId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type AbsenceInput = Static<typeof AbsenceInput>;
export const CoverInput = Type.Object({ coverByPostId: Id }, { additionalProperties: false });
export const DecideInput = Type.Object(
  { approve: Type.Boolean({ title: '同意不同意' }), words: Type.String({ maxLength: 200, title: '说一句' }) },
  { additionalProperties: false },
);

export type PostFacts = {
  readonly postId: string;
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly unitId: string;
  readonly countyCode: string;
};

/** The leader of the unit that the post is in. */
const leads = (actor: Actor, post: PostFacts): boolean => actor.unitId === post.unitId && headsUnit(actor.role);

/** Who keeps posts of this kind: ordinary ones the system administrator, administrators the security administrator. */
const keeps = (actor: Actor, post: PostFacts): boolean =>
  actor.role === (isAdministrator(post.role) ? 'securityAdmin' : 'systemAdmin') &&
  actor.counties.includes(post.countyCode);

export const mayAsk = (actor: Actor, post: PostFacts): boolean =>
  actor.userId === post.userId || leads(actor, post) || keeps(actor, post);

/** A leader grants for the own unit, an administrator for all; nobody for himself, neither as the absent one nor as the cover. */
export const mayGrant = (actor: Actor, post: PostFacts, coverUserId?: string | null): boolean =>
  actor.userId !== post.userId &&
  actor.userId !== coverUserId &&
  (keeps(actor, post) || (leads(actor, post) && !isAdministrator(post.role)));

type Other = { readonly from: Day; readonly to: Day };

/** Somebody will be away from a post. Who covers may be named now, later, or by the leader. */
export function askAbsence(
  actor: Actor,
  post: PostFacts,
  input: AbsenceInput,
  facts: { today: Day; rules: Pick<AttendanceRules, 'coverDays'>; others: readonly Other[] },
): void {
  if (!mayAsk(actor, post)) refuse('forbidden', 'notYourPost', '请假由本人写，或者由本单位负责人、系统管理员代写。');
  if (!isDay(input.from)) refuseField('from', '没有这一天。');
  if (!isDay(input.to)) refuseField('to', '没有这一天。');
  if (input.to < input.from) refuseField('to', '最后一天不能早于第一天。');
  if (input.to < facts.today) refuseField('to', '已经过去的日子不用写了。');
  if (daysBetween(input.from, input.to) >= facts.rules.coverDays)
    refuseField('to', `一次最长 ${facts.rules.coverDays} 天。更久的换人，用「移交」。`);
  if (facts.others.some((other) => other.from <= input.to && input.from <= other.to))
    refuse('conflict', 'alreadyAway', '这几天已经写过请假了。');
}

type CoverFacts = {
  /** What the covering person holds today. */
  readonly held: readonly { readonly role: string; readonly countyCode: string }[];
  readonly separated: AttendanceRules['separated'];
  /** When the covering person is away, too. */
  readonly away: readonly Other[];
};

/** Duties that one person may not hold together stay apart while somebody covers as well. */
function refuseClash(absent: PostFacts, cover: PostFacts, { held, separated }: CoverFacts): void {
  const rival = held.find(({ role }) => excludes(role, absent.role));
  if (rival)
    refuseField(
      'coverByPostId',
      `三类管理员要由三个人担任，也不能兼别的岗位。${cover.name}现在是「${roleLabel(rival.role)}」，不能代「${roleLabel(absent.role)}」。`,
    );
  const pair = separated.find(({ one, other }) =>
    held.some(({ role }) => (role === one && absent.role === other) || (role === other && absent.role === one)),
  );
  if (pair) refuseField('coverByPostId', `${pair.why}${cover.name}不能代「${roleLabel(absent.role)}」。`);
}

/** Who may cover whom. Refused beside the field, in a sentence that says why. */
export function coverFor(absent: PostFacts, cover: PostFacts, span: Other, facts: CoverFacts): void {
  if (absent.userId === cover.userId) refuseField('coverByPostId', '不能自己代自己。');
  refuseClash(absent, cover, facts);
  if (absent.countyCode !== cover.countyCode) refuseField('coverByPostId', '只能由同一个区县的人代。');
  const away = facts.away.find((other) => other.from <= span.to && span.from <= other.to);
  if (away) refuseField('coverByPostId', `${cover.name}${formatDay(away.from)}到${formatDay(away.to)}也不在。`);
}

/** The day a cover ends on when the person comes back early: yesterday, so that today is the own again. */
export function endEarly(actor: Actor, post: PostFacts, span: Other, today: Day): Day {
  if (!mayAsk(actor, post)) refuse('forbidden', 'notYourPost', '销假由本人写，或者由本单位负责人、系统管理员代写。');
  if (span.to < today) refuse('conflict', 'over', '这次请假已经结束了。');
  return addDays(today, -1);
}
