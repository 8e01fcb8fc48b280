import { type OpenPromise, outstanding, sumOf } from './promise.ts';

export type Owed = Pick<OpenPromise, 'id' | 'position' | 'part' | 'amountCents' | 'paidCents' | 'dueOn'>;
/** Why money goes where it goes. `named`: the payer said so; `due`: it was due already; `only`: nothing else was owed. */
export type Why = 'named' | 'due' | 'earliest' | 'sameDay' | 'only';
export type Part = { promiseId: string; cents: number; why: Why };
export type Allocation = { parts: Part[]; over: number };

/** Within what falls due on one day, costs come before interest, and interest before the principal (民法典 561). */
const order = { costs: 0, interest: 1, principal: 2 } as const;
const NEVER = '9999-12-31';

/** Shares of one sum by weight, in whole cents, that add up to it: what is left over goes to the largest remainders. */
function shares(cents: number, weights: readonly number[]): number[] {
  const total = BigInt(sumOf(weights));
  // Two amounts multiplied are more than a number holds exactly.
  const exact = weights.map((weight) => BigInt(cents) * BigInt(weight));
  const whole = exact.map((each) => Number(each / total));
  const left = cents - sumOf(whole);
  const byRest = exact.map((each, at) => ({ at, rest: Number(each % total) })).toSorted((a, b) => b.rest - a.rest);
  for (const { at } of byRest.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

type Step = { promises: readonly Owed[]; why: Why };

/** One day after the other, and on each day costs, interest, principal: what is alike in all that shares the sum by size. */
function inTurn(promises: readonly Owed[], why: (alike: readonly Owed[]) => Why): Step[] {
  const turns = new Map<string, Owed[]>();
  for (const promise of promises) {
    const turn = `${promise.dueOn ?? NEVER} ${order[promise.part]}`;
    turns.set(turn, [...(turns.get(turn) ?? []), promise]);
  }
  return [...turns]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, alike]) => ({ promises: alike, why: why(alike) }));
}

const openOf = (promises: readonly Owed[]): Owed[] => promises.filter((promise) => outstanding(promise) > 0);

/**
 * Where a payment goes when it does not pay everything (民法典 560): first to what the payer named; without that, or with what is
 * left, to what was due on the day it was paid, then to what falls due first; what falls due on one day shares it by size. Of
 * securities and burdens, which the article puts in between, nothing is recorded; the page says so. `over`: nothing took it.
 */
export function allocate(
  promises: readonly Owed[],
  cents: number,
  { named, paidOn }: { named: readonly string[]; paidOn: string },
): Allocation {
  const open = openOf(promises);
  const chosen = open.filter(({ id }) => named.includes(id));
  const rest = open.filter(({ id }) => !named.includes(id));
  const isDue = ({ dueOn }: Owed) => dueOn !== null && dueOn <= paidOn;
  const why = (usual: Why) => (alike: readonly Owed[]) => (alike.length > 1 ? 'sameDay' : usual);
  const steps = [
    ...inTurn(chosen, () => 'named'),
    ...inTurn(rest.filter(isDue), why(open.length === 1 ? 'only' : 'due')),
    ...inTurn(
      rest.filter((promise) => !isDue(promise)),
      why(open.length === 1 ? 'only' : 'earliest'),
    ),
  ];
  const parts: Part[] = [];
  let left = cents;
  for (const { promises: alike, why: reason } of steps) {
    const sizes = alike.map(outstanding);
    const here = Math.min(left, sumOf(sizes));
    const given = here === left && alike.length > 1 ? shares(here, sizes) : sizes.map((size) => Math.min(size, left));
    for (const [at, { id }] of alike.entries()) {
      const part = given[at] ?? 0;
      if (part > 0) parts.push({ promiseId: id, cents: part, why: reason });
    }
    left -= here;
    if (left === 0) break;
  }
  return { parts, over: left };
}
