import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { outstanding } from '../../../../promises/promise.ts';
import { textOf, type Values } from '../../steps/values.ts';
import { typedCents, typedDay, typeYuan } from './convert.ts';

export type ShownPromise = DisputeView['settlements'][number]['items'][number] & { position: number };

/** What is still owed, soonest first. */
export function openPromises({ settlements }: Pick<DisputeView, 'settlements'>): ShownPromise[] {
  const all = settlements.flatMap(({ items }) => items.map((item, position) => ({ ...item, position })));
  return all
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.position - b.position);
}

const ids = (files: unknown): string[] => (files as { id: string }[]).map(({ id }) => id);

/** Begins with the first sum that is owed, between those who owe it; the person who writes it down changes what was otherwise. */
export function firstOwed(view: DisputeView): Values {
  const first = openPromises(view).find((promise) => outstanding(promise) > 0);
  return {
    payerPartyId: first?.payerPartyId ?? '',
    payeePartyId: first?.payeePartyId ?? '',
    cents: typeYuan(first ? outstanding(first) : null),
    paidOn: dayOf(now()),
    how: '',
    named: [],
    said: '',
    uploads: [],
  };
}

export const paymentInput = (values: Values): Values => ({
  ...values,
  cents: typedCents(textOf(values, 'cents')),
  paidOn: typedDay(textOf(values, 'paidOn'), 'past'),
  uploads: ids(values.uploads),
});

export const firstDeed = (view: DisputeView): Values => ({
  promiseId: openPromises(view).find(({ amountCents }) => amountCents === null)?.id ?? '',
  doneOn: dayOf(now()),
  said: '',
  uploads: [],
});

export const deedInput = (values: Values): Values => ({
  ...values,
  doneOn: typedDay(textOf(values, 'doneOn'), 'past'),
  uploads: ids(values.uploads),
});

export function changeInput({ amountCents, ...values }: Values): Values {
  const sum = typedCents(String(amountCents));
  return {
    ...values,
    dueOn: typedDay(textOf(values, 'dueOn'), 'future'),
    ...(sum === null ? {} : { amountCents: sum }),
  };
}

/** Those whose day is over. */
export const lateOnes = (view: DisputeView): Values => {
  const today = dayOf(now());
  const late = openPromises(view).filter(({ dueOn }) => dueOn !== null && dueOn < today);
  return { promiseIds: late.map(({ id }) => id), said: '', toldWays: false };
};
