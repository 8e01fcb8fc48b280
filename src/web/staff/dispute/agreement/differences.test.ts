import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('a changed clause is seen with what stood there before', () => {
  expect(differences('任建军付8000元，10月20日付清。', '任建军付8000元，11月20日付清。')).toEqual([
    { text: '任建军付8000元，', mark: 'same' },
    { text: '10月20日付清。', mark: 'removed' },
    { text: '11月20日付清。', mark: 'added' },
  ]);
});

test('without what was added it is the one version, without what was removed the other', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙，。\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differences(before, after);
      const without = (mark: string) =>
        pieces
          .filter((each) => each.mark !== mark)
          .map((each) => each.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
