import { expect, test } from 'vitest';
import { defaultDossier } from '../disputes/dossierRules.ts';
import { proposeRetention, reasonOf, retentionWords } from './retention.ts';

const county = {
  ...defaultDossier,
  ...{ longYears: 60, shortYears: 30, usual: 'long' as const },
  byCategory: [
    { category: '03', retention: 'permanent' as const, why: '宅基地的权属以后还要查。' },
    { category: '02', retention: 'short' as const, why: '当场履行完的小事。' },
  ],
};

test.each([
  [defaultDossier, '02', 'permanent', '没有另外规定的都永久保管。'],
  [county, '02', 'short', '当场履行完的小事。'],
  [county, '03', 'permanent', '宅基地的权属以后还要查。'],
  [county, '11', 'long', '没有另外规定的都长期保管。'],
])('by the rules of the county, category %#: how long, and why', (rules, category, proposed, why) => {
  expect(proposeRetention(rules, category)).toEqual({ proposed, why });
});

test('years stand on the cover where the county has set them', () => {
  expect(retentionWords(defaultDossier)).toEqual({ permanent: '永久', long: '长期', short: '短期' });
  expect(retentionWords(county)).toEqual({ permanent: '永久', long: '长期（60年）', short: '短期（30年）' });
});

test('whoever keeps a file for another time than is proposed says why', () => {
  const proposal = { proposed: 'permanent' as const, why: '没有另外规定的都永久保管。' };
  expect(reasonOf('permanent', '', proposal)).toBe(proposal.why);
  expect(reasonOf('permanent', ' 以后还要查 ', proposal)).toBe('以后还要查');
  expect(reasonOf('short', ' 当场付清 ', proposal)).toBe('当场付清');
  expect(() => reasonOf('short', ' ', proposal)).toThrow('写一句为什么');
});
