import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from './shareOut.ts';

const all = (count: number, receivers: readonly string[]) =>
  Array.from({ length: count }, (_, index) => ({ code: String(index), receivers }));

test('who has least in hand gets the next one', () => {
  const given = shareOut(all(4, ['a', 'b']), [
    { postId: 'a', load: 2 },
    { postId: 'b', load: 0 },
  ]);
  expect([...given.values()]).toEqual(['b', 'b', 'a', 'b']);
});

test('nobody gets what the post cannot take, and what nobody can take is left out', () => {
  const items = [
    { code: '1', receivers: ['a'] },
    { code: '2', receivers: [] },
  ];
  const given = shareOut(items, [
    { postId: 'a', load: 9 },
    { postId: 'b', load: 0 },
  ]);
  expect([...given]).toEqual([['1', 'a']]);
});

test('shared among people who can take all of it, nobody ends with two more than another began with', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }), (count, loads) => {
      const chosen = loads.map((load, index) => ({ postId: `p${index}`, load }));
      const given = shareOut(
        all(
          count,
          chosen.map(({ postId }) => postId),
        ),
        chosen,
      );
      expect(given.size).toBe(count);
      const after = chosen.map(({ postId, load }) => load + [...given.values()].filter((id) => id === postId).length);
      const grown = after.filter((total, index) => total > (loads[index] ?? 0));
      expect(Math.max(0, ...grown)).toBeLessThanOrEqual(Math.min(...after) + 1);
    }),
  );
});
