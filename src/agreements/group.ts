import { Type } from 'typebox';
import { Cents, DayField, Id, StepInput } from '../matters/fields.ts';
import {
  type Agreement,
  AgreementField,
  type AgreementParty,
  type Instalment,
  InstalmentsField,
  type Term,
  TermField,
} from './agreement.ts';
import type { Locked } from './lockedTerms.ts';

/** Stands for each one of the group where a term names a party. */
export const EACH = 'each';

/** A term for many: it may name each of them, give each the sum of his own, and split any sum by shares of ten thousand. */
export type GroupTerm = Omit<Term, 'instalments'> & { own: boolean; shares: { share: number; dueOn: string }[] };
/** One set of terms; `partyIds` are those who stand in every agreement, such as the one who pays. */
export type GroupTerms = Omit<Agreement, 'terms' | 'totalCents'> & { terms: GroupTerm[] };
/** What is each one's own: his sum, and where his instalments differ from the shares, these. */
export type GroupRow = { partyId: string; cents: number; instalments: Instalment[] | null };

const Party = Type.Union([Id, Type.Literal(EACH), Type.Null()]);
const Shares = Type.Array(
  Type.Object(
    { share: Type.Integer({ minimum: 1, maximum: 10_000, title: '占几成' }), dueOn: DayField },
    { additionalProperties: false },
  ),
  { maxItems: 60, title: '分几次' },
);
const { instalments: _instalments, ...oneTerm } = TermField.properties;
const { terms: _terms, totalCents: _total, ...oneAgreement } = AgreementField.properties;
export const GroupTermsField = Type.Object(
  {
    ...oneAgreement,
    terms: Type.Array(
      Type.Object(
        { ...oneTerm, owesId: Party, toId: Party, own: Type.Boolean({ title: '各人的金额' }), shares: Shares },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 60, title: '协议内容' },
    ),
  },
  { additionalProperties: false, title: '协议' },
);
export const GroupRowsField = Type.Array(
  Type.Object(
    { partyId: Id, cents: Cents, instalments: Type.Union([InstalmentsField, Type.Null()]) },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 500, title: '各人的金额' },
);

export const DraftGroupInput = StepInput({
  /** Null: a new group; else the next version of what changes in this one. */
  groupId: Type.Union([Id, Type.Null()]),
  terms: GroupTermsField,
  rows: GroupRowsField,
  /** Whose agreement was written apart and stays as it is. */
  keep: Type.Array(Id, { maxItems: 500, title: '单独写的' }),
  reason: Type.String({ maxLength: 300, title: '改了什么、为什么' }),
});
export type DraftGroupInput = {
  groupId: string | null;
  terms: GroupTerms;
  rows: GroupRow[];
  keep: string[];
  reason: string;
};

export const LockGroupInput = StepInput({
  groupId: Id,
  /** Over the digests of all that are locked by it: other words than were read out are not locked. */
  digest: Type.String({ pattern: '^[0-9a-f]{64}$', title: '定稿的是哪些' }),
  leaveOut: Type.Array(Id, { maxItems: 500, uniqueItems: true, title: '先不定稿的人' }),
});
export type LockGroupInput = { groupId: string; digest: string; leaveOut: string[] };

/** A whole group that was locked: its terms and sums, and in full only what was written apart from them. */
export type LockedGroup = { groupId: string; terms: GroupTerms; rows: GroupRow[]; apart: Locked[] };
export const LockedGroupField = Type.Object(
  {
    ...{ groupId: Id, terms: GroupTermsField, rows: GroupRowsField },
    apart: Type.Array(Type.Object({ agreementId: Id, agreement: AgreementField }, { additionalProperties: false }), {
      maxItems: 500,
      title: '单独写的',
    }),
  },
  { additionalProperties: false },
);

type Parties = readonly AgreementParty[];

/** Whole cents that come to the sum: what is left over goes to the last. */
export function split(cents: number, shares: readonly { share: number; dueOn: string }[]): Instalment[] {
  let left = cents;
  return shares.map(({ share, dueOn }, index) => {
    const part = index === shares.length - 1 ? left : Math.floor((cents * share) / 10_000);
    left -= part;
    return { cents: part, dueOn };
  });
}

function termFor({ own, shares, ...term }: GroupTerm, row: GroupRow, name: string): Term {
  const of = (id: string | null) => (id === EACH ? row.partyId : id);
  const amountCents = own ? row.cents : term.amountCents;
  const instalments = own && row.instalments ? row.instalments : amountCents === null ? [] : split(amountCents, shares);
  const text = term.text.replaceAll('{姓名}', name);
  return { ...term, owesId: of(term.owesId), toId: of(term.toId), text, amountCents, instalments };
}

/** The agreement of one of them; from the same terms and row it is the same to the letter. */
export function agreementFor({ terms, ...rest }: GroupTerms, row: GroupRow, parties: Parties): Agreement {
  const name = parties.find(({ id }) => id === row.partyId)?.name ?? '';
  const own = terms.map((term) => termFor(term, row, name));
  const paid = own.filter(({ kind, amountCents }) => kind === 'pay' && amountCents !== null);
  const totalCents = paid.length === 0 ? null : paid.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
  return { ...rest, partyIds: [row.partyId, ...rest.partyIds], terms: own, totalCents };
}

/** Those of many parties whom the sentences of one agreement can name. */
export const partiesFor = <T extends AgreementParty>(partyIds: readonly string[], parties: readonly T[]): T[] =>
  parties.filter(
    ({ id, representsPartyId }) =>
      partyIds.includes(id) || (representsPartyId !== null && partyIds.includes(representsPartyId)),
  );
