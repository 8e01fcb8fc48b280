import type { Agreement, Term } from '../../../../agreements/agreement.ts';
import type { LintFacts, PartyFacts } from '../../../../agreements/lint.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, isDay, now } from '../../../../platform/now.ts';
import type { Values } from '../../steps/values.ts';
import { typedCents, typedDay, typeYuan } from '../steps/convert.ts';

export type TypedInstalment = { amount: string; due: string };
export type TypedTerm = Omit<Term, 'owesId' | 'toId' | 'amountCents' | 'dueOn' | 'instalments' | 'after'> & {
  owesId: string;
  toId: string;
  amount: string;
  due: string;
  instalments: TypedInstalment[];
  after: string;
};
export type Typed = Omit<Agreement, 'terms' | 'totalCents' | 'copies'> & {
  terms: TypedTerm[];
  total: string;
  copies: string;
};

export const emptyTerm: TypedTerm = {
  ...{ kind: 'pay', owesId: '', toId: '', text: '', amount: '', due: '', instalments: [], how: 'unsaid', howNote: '' },
  ...{ where: '', condition: '', after: '', ifNot: '' },
};

const principalsOf = ({ parties }: DisputeView) =>
  parties.filter(({ representsPartyId }) => representsPartyId === null);

/** Begins with what is known: who, what it is about, that the one side owes the other. */
export function unwritten(view: DisputeView): Values {
  const principals = principalsOf(view);
  const first = (side: string): string => principals.find((party) => party.side === side)?.id ?? '';
  const agreement: Typed = {
    form: 'written',
    partyIds: principals.map(({ id }) => id),
    facts: view.facts?.facts ?? '',
    points: view.facts?.demands ?? '',
    terms: [{ ...emptyTerm, owesId: first('respondent'), toId: first('applicant') }],
    ...{ total: '', costs: '', copies: String(principals.length + 1), madeOn: dayOf(now()) },
    ...{ place: view.center.short, committee: '', mediators: view.handler?.name ?? '' },
  };
  return { agreementId: '', reason: '', agreement };
}

/** A kept version as it is typed. */
export const typedOf = ({ terms, totalCents, copies, ...rest }: Agreement): Typed => ({
  ...rest,
  total: typeYuan(totalCents),
  copies: String(copies),
  terms: terms.map(({ owesId, toId, amountCents, dueOn, instalments, after, ...term }) => ({
    ...term,
    ...{ owesId: owesId ?? '', toId: toId ?? '', amount: typeYuan(amountCents), due: dueOn ?? '' },
    instalments: instalments.map(({ cents, dueOn: due }) => ({ amount: typeYuan(cents), due })),
    after: after === null ? '' : String(after),
  })),
});

const termInput = ({ amount, due, owesId, toId, instalments, after, ...term }: TypedTerm) => ({
  ...term,
  text: term.text.trim(),
  owesId: owesId || null,
  toId: toId || null,
  amountCents: typedCents(amount),
  dueOn: due === '' ? null : typedDay(due, 'future'),
  instalments: instalments
    .filter((each) => each.amount + each.due !== '')
    .map((each) => ({ cents: typedCents(each.amount), dueOn: typedDay(each.due, 'future') })),
  after: after === '' ? null : Number(after),
});

/** What is no amount and no day goes out as it was typed, so that the schema names the field. */
export function agreementInput({ agreementId, agreement, reason }: Values): Values {
  const { total, terms, copies, ...rest } = agreement as Typed;
  return {
    agreementId: agreementId || null,
    reason,
    agreement: {
      ...rest,
      ...{ facts: rest.facts.trim(), madeOn: typedDay(rest.madeOn, 'past'), totalCents: typedCents(total) },
      copies: /^\d+$/.test(copies) ? Number(copies) : copies,
      terms: terms.map(termInput),
    },
  };
}

const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const date = (value: unknown): string | null => (typeof value === 'string' && isDay(value) ? value : null);

/** The same for the eye and the checks, while half of it is written: what is no amount yet is none. */
export function draftOf(values: Values): Agreement {
  const agreement = agreementInput(values).agreement as Agreement;
  return {
    ...agreement,
    ...{ copies: figure(agreement.copies) ?? 1, totalCents: figure(agreement.totalCents) },
    madeOn: date(agreement.madeOn) ?? dayOf(now()),
    terms: agreement.terms.map((term) => ({
      ...term,
      ...{ amountCents: figure(term.amountCents), dueOn: date(term.dueOn) },
      instalments: term.instalments.flatMap(({ cents, dueOn }) =>
        figure(cents) === null || date(dueOn) === null ? [] : [{ cents, dueOn }],
      ),
    })),
  };
}

export const factsOf = ({ parties, category, facts }: DisputeView): LintFacts => ({
  categoryCode: category.code,
  amountCents: facts?.amountCents ?? null,
  parties: parties.map(
    (party): PartyFacts => ({
      ...party,
      authority: party.authority ?? '',
      address: party.address ?? '',
    }),
  ),
});
