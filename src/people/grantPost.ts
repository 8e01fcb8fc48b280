import { type Static, Type } from 'typebox';
import { isWithin, type UnitKind } from '../network/network.ts';
import { type Actor, roles } from '../platform/actor.ts';
import { addDays, dayOf } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { refuseOtherCounty, refuseUnlessKeeper } from './administer.ts';
import { excludes, existsAt, roleLabel } from './roles.ts';

export const grantPostInput = Type.Object(
  {
    unitId: Type.String({ minLength: 1, maxLength: 60 }),
    role: Type.Enum([...roles]),
    /** The place the post answers for; the unit's own without it. A grid worker's is a community or a grid. */
    regionCode: Type.Optional(Type.String({ pattern: '^[0-9]{6}([0-9]{3}){0,3}$' })),
    /** Today without it. */
    validFrom: Type.Optional(Type.String({ format: 'date' })),
    /** Last day; open without it. */
    validTo: Type.Optional(Type.String({ format: 'date' })),
  },
  { additionalProperties: false },
);
export type GrantPostInput = Static<typeof grantPostInput>;

export const endPostInput = Type.Object(
  {
    /** Yesterday without it: the post ends at once. */
    lastDay: Type.Optional(Type.String({ format: 'date' })),
  },
  { additionalProperties: false },
);

type HeldPost = { readonly role: string; readonly unitId: string; readonly regionCode: string };
export type GrantFacts = {
  readonly userId: string;
  /** What the person holds today or will hold. */
  readonly held: readonly HeldPost[];
  readonly unit: {
    readonly id: string;
    readonly kind: UnitKind;
    readonly countyCode: string;
    readonly regionCode: string;
  };
};

function refuseClash(facts: GrantFacts, input: GrantPostInput, regionCode: string): void {
  const { held, unit } = facts;
  const rival = held.find((post) => excludes(post.role, input.role));
  if (rival)
    refuse(
      'conflict',
      'rolesExclude',
      `三类管理员要由三个人担任，也不能兼别的岗位。这个人现在是「${roleLabel(rival.role)}」。`,
    );
  if (held.some((post) => post.role === input.role && post.unitId === unit.id && post.regionCode === regionCode))
    refuse('conflict', 'alreadyHeld', '这个人已经在这个岗位上了。');
}

function regionOf({ unit }: GrantFacts, input: GrantPostInput): string {
  const code = input.regionCode ?? unit.regionCode;
  if (!isWithin(code, unit.regionCode)) refuseField('regionCode', '这个地方不在单位的辖区里。');
  if (input.role === 'gridWorker' && code.length < 12) refuseField('regionCode', '网格员要选到村、社区或网格。');
  return code;
}

/** Gives a post to a person: where such posts exist, by whom it may be given, and beside which others. */
export function grantPost(actor: Actor, facts: GrantFacts, input: GrantPostInput, now: Date) {
  const { unit, userId } = facts;
  if (actor.userId === userId) refuse('forbidden', 'yourself', '不能给自己任命岗位，由另一位管理员来办。');
  refuseUnlessKeeper(actor, input.role);
  refuseOtherCounty(actor, unit.countyCode);
  if (!existsAt(input.role, unit.kind)) refuseField('role', `「${roleLabel(input.role)}」不设在这个单位。`);
  const regionCode = regionOf(facts, input);
  refuseClash(facts, input, regionCode);
  const validFrom = input.validFrom ?? dayOf(now);
  const validTo = input.validTo ?? null;
  if (validTo !== null && validTo < validFrom) refuseField('validTo', '最后一天不能早于第一天。');
  return { userId, unitId: unit.id, role: input.role, regionCode, countyCode: unit.countyCode, validFrom, validTo };
}

type Ended = {
  readonly userId: string;
  readonly role: string;
  readonly countyCode: string;
  readonly validTo: string | null;
};

/** The last day of a post that is to end. What the person wrote and received stays. */
export function endPost(actor: Actor, post: Ended, lastDay: string | undefined, now: Date): string {
  const day = lastDay ?? addDays(dayOf(now), -1);
  if (actor.userId === post.userId) refuse('forbidden', 'yourself', '不能免去自己的岗位，由另一位管理员来办。');
  refuseUnlessKeeper(actor, post.role);
  refuseOtherCounty(actor, post.countyCode);
  if (post.validTo !== null && post.validTo < dayOf(now)) refuse('conflict', 'alreadyEnded', '这个岗位已经到期了。');
  return day;
}
