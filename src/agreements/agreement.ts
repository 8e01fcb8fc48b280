import { Type } from 'typebox';
import { Cents, DayField, Id, StepInput } from '../matters/fields.ts';
import type { Day } from '../platform/now.ts';

/** What a term binds to: paying, doing, leaving alone, agreeing that something is so, or a sentence of its own. */
export const termKinds = ['pay', 'do', 'refrain', 'confirmFact', 'other'] as const;
export type TermKind = (typeof termKinds)[number];

export const payingWays = ['cash', 'transfer', 'mobile', 'setOff', 'unsaid'] as const;
export type PayingWay = (typeof payingWays)[number];

export type Instalment = { cents: number; dueOn: Day };

export type Term = {
  kind: TermKind;
  /** Ids of the dispute's parties: who owes it, and to whom. */
  owesId: string | null;
  toId: string | null;
  /** For what, which deed, which fact, or the whole sentence. */
  text: string;
  amountCents: number | null;
  dueOn: Day | null;
  instalments: Instalment[];
  how: PayingWay;
  /** To which account, by whose hand. */
  howNote: string;
  where: string;
  /** Only then is it owed. */
  condition: string;
  /** The place of the term that has to be done first, counted from 0. */
  after: number | null;
  /** What follows when it is not kept. */
  ifNot: string;
};

/** What the parties agree on, before it is put into sentences. */
export type Agreement = {
  form: 'written' | 'oral';
  partyIds: string[];
  facts: string;
  points: string;
  terms: Term[];
  totalCents: number | null;
  costs: string;
  copies: number;
  madeOn: Day;
  place: string;
  committee: string;
  mediators: string;
};

/** A party as the sentences and their checks need it. */
export type AgreementParty = {
  id: string;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  minor: boolean;
  representsPartyId: string | null;
};

const Nullable = <T extends typeof Id | typeof Cents | typeof DayField>(field: T) => Type.Union([field, Type.Null()]);
const words = (title: string, maxLength: number) => Type.String({ maxLength, title });
const oneOf = <T extends string>(title: string, values: readonly T[]) =>
  Type.Union(
    values.map((value) => Type.Literal(value)),
    { title },
  );

export const InstalmentsField = Type.Array(
  Type.Object({ cents: Cents, dueOn: DayField }, { additionalProperties: false }),
  { maxItems: 60, title: '分几次' },
);

export const TermField = Type.Object(
  {
    kind: oneOf('这一条是什么', termKinds),
    owesId: Nullable(Id),
    toId: Nullable(Id),
    text: Type.String({ minLength: 2, maxLength: 600, title: '内容' }),
    amountCents: Nullable(Cents),
    dueOn: Nullable(DayField),
    instalments: InstalmentsField,
    how: oneOf('怎么付', payingWays),
    howNote: words('付到哪里', 200),
    where: words('在哪里', 200),
    condition: words('什么条件下', 300),
    after: Type.Union([Type.Integer({ minimum: 0, maximum: 59 }), Type.Null()], { title: '在哪一条之后' }),
    ifNot: words('不做怎么办', 300),
  },
  { additionalProperties: false },
);

export const AgreementField = Type.Object(
  {
    form: oneOf('书面还是口头', ['written', 'oral'] as const),
    partyIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true, title: '当事人' }),
    facts: Type.String({ minLength: 2, maxLength: 2000, title: '主要事实' }),
    points: words('争议事项', 1000),
    terms: Type.Array(TermField, { minItems: 1, maxItems: 60, title: '协议内容' }),
    totalCents: Nullable(Cents),
    costs: words('费用怎么分', 300),
    copies: Type.Integer({ minimum: 1, maximum: 999, title: '一式几份' }),
    madeOn: DayField,
    place: words('在哪里签', 200),
    committee: words('调解委员会', 80),
    mediators: words('调解员', 200),
  },
  { additionalProperties: false, title: '协议' },
);

export const DraftAgreementInput = StepInput({
  /** Null: a new one; else the next version of this one. */
  agreementId: Nullable(Id),
  agreement: AgreementField,
  reason: words('改了什么、为什么', 300),
});
export type DraftAgreementInput = { agreementId: string | null; agreement: Agreement; reason: string };

export const LockAgreementInput = StepInput({
  agreementId: Id,
  /** Of the words that were read out: others are not locked. */
  digest: Type.String({ pattern: '^[0-9a-f]{64}$', title: '定稿的是哪一稿' }),
});
export type LockAgreementInput = { agreementId: string; digest: string };
