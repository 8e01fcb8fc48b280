import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Head, StepContext } from '../procedures/head.ts';

/** What somebody still owes by an agreement. Cents; nobody named where an old agreement named nobody. */
export type OpenPromise = {
  id: string;
  settlementId: string;
  position: number;
  obligation: string;
  payerPartyId: string | null;
  payeePartyId: string | null;
  part: 'principal' | 'interest' | 'costs';
  /** null: a deed, not money. */
  amountCents: number | null;
  paidCents: number;
  dueOn: string | null;
  /** When it was stated that it was not kept. */
  defaultedAt: Date | null;
  /** By what it can be enforced: a ruling, an award; null: by nothing yet. */
  title?: string | null;
  /** When the payer was reminded after its day. */
  askedAt: Date | null;
};

/** Money that was written down as paid, and to which promises it went; those that are kept by it, as they would stand open. */
export type PaidSum = {
  id: string;
  payerPartyId: string;
  payeePartyId: string;
  cents: number;
  parts: readonly { promiseId: string; cents: number; kept: OpenPromise | null }[];
};

type Party = { id: string; name: string; side: string; representsPartyId: string | null };

/** What a matter must carry so that something can be owed by its agreement. */
export type Promising = Head & {
  parties: readonly Party[];
  promises: readonly OpenPromise[];
  payments: readonly PaidSum[];
};

export type PromiseContext = StepContext<Promising, { clocks: Readonly<Record<string, ClockRule>> }>;

/** What is still to be paid of it, in cents; 0 for a deed. */
export const outstanding = ({ amountCents, paidCents }: Pick<OpenPromise, 'amountCents' | 'paidCents'>): number =>
  Math.max(0, (amountCents ?? 0) - paidCents);

export const sumOf = (cents: readonly number[]): number => cents.reduce((sum, each) => sum + each, 0);

/** The first day on which something is owed; null: nothing is, or it has no day. */
export const nextDay = (promises: readonly Pick<OpenPromise, 'dueOn'>[]): string | null =>
  promises.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0] ?? null;

/** What this payer owes this payee; what an old agreement owes without names may be theirs too. */
export const between = <T extends Pick<OpenPromise, 'payerPartyId' | 'payeePartyId' | 'amountCents' | 'paidCents'>>(
  promises: readonly T[],
  { payerPartyId: payer, payeePartyId: payee }: { payerPartyId: string; payeePartyId: string },
): T[] =>
  promises.filter(
    (promise) =>
      outstanding(promise) > 0 &&
      (promise.payerPartyId ?? payer) === payer &&
      (promise.payeePartyId ?? payee) === payee,
  );
