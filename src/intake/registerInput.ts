import { Type } from 'typebox';
import { Cents, DayField, Id } from '../matters/fields.ts';
import { RegisteredVisit } from '../reception/visitInput.ts';
import { PartyInput } from './party.ts';

export const sources = [
  'walkIn',
  'online',
  'letter',
  'phone',
  'hotline',
  'gridReport',
  'screening',
  'unitReferral',
  'assignedFromAbove',
  'police',
  'court',
  'petitionOffice',
] as const;
export type Source = (typeof sources)[number];
/** Of what an old ledger brings it may not be said how it came; at the counter it always is. */
export type KnownOrNot = Source | 'unknown';
const restrictions = ['minor', 'domesticViolence', 'sexualHarm', 'secret'] as const;

const RegionCode = Type.String({ pattern: '^[0-9]{6}([0-9]{3}){0,3}$', title: '地点' });

/** What the receptionist fills in once; every later form, slip and page reads from here. */
export const RegisterInput = Type.Object(
  {
    parties: Type.Array(PartyInput, { minItems: 1, maxItems: 500, title: '当事人' }),
    categoryCode: Type.String({ minLength: 2, maxLength: 10, title: '类别' }),
    source: Type.Union(
      sources.map((source) => Type.Literal(source)),
      { title: '来源' },
    ),
    regionCode: RegionCode,
    address: Type.String({ maxLength: 200, title: '详细地点' }),
    title: Type.String({ maxLength: 60, title: '一句话说清' }),
    facts: Type.String({ minLength: 4, maxLength: 2000, title: '经过' }),
    demands: Type.String({ maxLength: 1000, title: '要求' }),
    occurredOn: Type.Union([DayField, Type.Null()], { title: '发生日期' }),
    peopleInvolved: Type.Integer({ minimum: 1, maximum: 999999, title: '涉及人数' }),
    amountCents: Type.Union([Cents, Type.Null()], { title: '金额' }),
    willing: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('undecided')], {
      title: '愿不愿意调解',
    }),
    headCount: Type.Integer({ minimum: 1, maximum: 999, title: '来了几个人' }),
    restriction: Type.Union([...restrictions.map((word) => Type.Literal(word)), Type.Null()], { title: '限制知悉' }),
    uploads: Type.Array(Id, { maxItems: 30, title: '材料' }),
    creditCodeConfirmed: Type.Boolean(),
    /** The visit that this comes from: its number, what else was given, or the visit that is recorded already. */
    visit: Type.Optional(RegisteredVisit),
    /** What somebody on the ground reported, and this is made of. */
    clueId: Type.Optional(Id),
    commandId: Id,
  },
  { additionalProperties: false },
);
export type RegisterInput = {
  parties: PartyInput[];
  categoryCode: string;
  source: KnownOrNot;
  regionCode: string;
  address: string;
  title: string;
  facts: string;
  demands: string;
  occurredOn: string | null;
  peopleInvolved: number;
  amountCents: number | null;
  willing: 'yes' | 'no' | 'undecided';
  headCount: number;
  restriction: (typeof restrictions)[number] | null;
  uploads: string[];
  creditCodeConfirmed: boolean;
  visit?: RegisteredVisit;
  clueId?: string;
  commandId: string;
};
