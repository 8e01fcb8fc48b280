import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { legalReviewDocument } from '../../bin/legalReview.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import { legalCatalog } from './legalCatalog.ts';

const catalog = legalCatalog(defaultCountyRules);

test('every sentence has its own name, an article, a status, and a day on which it was compared unless it is ours', () => {
  expect(new Set(catalog.map(({ id }) => id)).size).toBe(catalog.length);
  for (const { id, says, basis, status, checked } of catalog) {
    expect(says.length, id).toBeGreaterThan(5);
    expect(basis.length, id).toBeGreaterThan(1);
    if (status === 'V') expect(basis, id).toMatch(/第.+条|〔\d+〕/);
    expect(checked === null, id).toBe(status === 'G');
  }
});

test('no default of ours is called law, and what a county words itself is the county’s', () => {
  expect(catalog.filter(({ group, status }) => group !== 'local' && status === 'G')).toEqual([]);
  const [first, ...others] = defaultCountyRules.intake.declineGrounds;
  const reworded = legalCatalog({
    ...defaultCountyRules,
    intake: { declineGrounds: [{ ...first!, label: '别的说法' }, ...others] },
  });
  expect(reworded.find(({ id }) => id === `ground:${first?.code}`)).toMatchObject({ status: 'G', checked: null });
});

test('docs/legal-review.md lists what the catalog says today', () => {
  const kept = readFileSync(join(import.meta.dirname, '../../docs/legal-review.md'), 'utf8');
  expect(kept).toBe(legalReviewDocument());
});
