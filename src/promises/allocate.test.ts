import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, type Owed } from './allocate.ts';
import { outstanding } from './promise.ts';

const owed = (id: string, amount: number, dueOn: string | null, over: Partial<Owed> = {}): Owed => ({
  ...{ id, position: 0, part: 'principal', amountCents: amount * 100, paidCents: 0, dueOn },
  ...over,
});
const three = [
  owed('十月', 5000, '2026-10-20'),
  owed('十一月', 3000, '2026-11-20'),
  owed('十二月', 2000, '2026-12-20'),
];
const given = (promises: readonly Owed[], yuan: number, named: string[] = [], paidOn = '2026-11-25') => {
  const { parts, over } = allocate(promises, yuan * 100, { named, paidOn });
  return [...parts.map(({ promiseId, cents, why }) => `${promiseId} ${cents / 100} ${why}`), ...(over ? [over] : [])];
};

test('what the payer named comes first, also before what is due longer', () => {
  expect(given(three, 2500, ['十二月'])).toEqual(['十二月 2000 named', '十月 500 due']);
});

test('without a word of the payer it goes to what is due, the oldest first, and only then to what is not due yet', () => {
  expect(given(three, 9000)).toEqual(['十月 5000 due', '十一月 3000 due', '十二月 1000 earliest']);
  expect(given(three, 100, [], '2026-10-01')).toEqual(['十月 100 earliest']);
});

test('after a part payment the rest is what is owed; it stays due', () => {
  const after = [owed('十月', 5000, '2026-10-20', { paidCents: 200_000 }), three[1] as Owed];
  expect(given(after, 3500)).toEqual(['十月 3000 due', '十一月 500 due']);
});

test('within one day costs come first, then interest, then the principal', () => {
  const debt = [
    owed('本金', 1000, '2026-10-20'),
    owed('利息', 80, '2026-10-20', { part: 'interest' }),
    owed('费用', 50, '2026-10-20', { part: 'costs' }),
  ];
  expect(given(debt, 100)).toEqual(['费用 50 due', '利息 50 due']);
  expect(given(debt, 500, ['本金', '利息', '费用'])).toEqual(['费用 50 named', '利息 80 named', '本金 370 named']);
});

test('what falls due on one day shares by size, to the cent', () => {
  const alike = [owed('甲', 100, '2026-10-20'), owed('乙', 100, '2026-10-20'), owed('丙', 100, '2026-10-20')];
  expect(given(alike, 100)).toEqual(['甲 33.34 sameDay', '乙 33.33 sameDay', '丙 33.33 sameDay']);
});

test('deeds take no money, and what nothing takes is said', () => {
  expect(given([owed('修漏点', 0, '2026-10-20', { amountCents: null })], 10)).toEqual([1000]);
  expect(given([owed('十月', 5000, '2026-10-20')], 5100)).toEqual(['十月 5000 only', 10_000]);
});

test('whatever is owed and paid: nothing is lost, nothing is paid twice, and what is paid later never pays less', () => {
  const anOwed = fc.record({
    id: fc.uuid(),
    position: fc.nat(50),
    part: fc.constantFrom('principal', 'interest', 'costs'),
    amountCents: fc.option(fc.integer({ min: 1, max: 10_000_000_000_000 }), { nil: null }),
    paidCents: fc.integer({ min: 0, max: 10_000_000 }),
    dueOn: fc.option(fc.constantFrom('2026-09-30', '2026-10-31', '2026-11-30', '2027-02-28'), { nil: null }),
  });
  const several = fc.uniqueArray(anOwed as fc.Arbitrary<Owed>, { selector: ({ id }) => id, maxLength: 30 });
  fc.assert(
    fc.property(several, fc.integer({ min: 1, max: 100_000_000_000_000 }), fc.nat(3), (promises, cents, every) => {
      const named = promises.filter((_, at) => every > 0 && at % every === 0).map(({ id }) => id);
      const { parts, over } = allocate(promises, cents, { named, paidOn: '2026-11-15' });
      const to = new Map(parts.map((part) => [part.promiseId, part.cents]));
      expect(to.size).toBe(parts.length);
      expect([...to.values()].reduce((sum, each) => sum + each, 0) + over).toBe(cents);
      for (const promise of promises) expect(to.get(promise.id) ?? 0).toBeLessThanOrEqual(outstanding(promise));
      const open = promises.filter((promise) => outstanding(promise) > 0);
      // Something is left over only when all is paid, and nobody unnamed is paid while a named one waits.
      if (over > 0) expect(open.every((promise) => to.get(promise.id) === outstanding(promise))).toBe(true);
      const waits = open.some(({ id, ...rest }) => named.includes(id) && (to.get(id) ?? 0) < outstanding(rest));
      if (waits) expect(parts.every(({ promiseId }) => named.includes(promiseId))).toBe(true);
    }),
  );
});
