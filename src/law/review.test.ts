import { expect, test } from 'vitest';
import { digestOf, type LegalReview, standingOf } from './review.ts';
import type { LegalSentence } from './sentence.ts';

const sentence: LegalSentence = {
  ...{ id: 'words:a', group: 'words', about: '一句', says: '可以起诉。', basis: '《民事诉讼法》第三条', status: 'V' },
  checked: '2026-11-30',
};
const review: LegalReview = {
  ...{
    id: '1',
    countyCode: '140106',
    sentenceId: 'words:a',
    digest: digestOf(sentence),
    reviewer: '测试律师',
    note: '',
  },
  ...{ reviewedOn: '2026-09-28', validUntil: '2027-09-28', enteredBy: 'a', enteredByName: '甲' },
  ...{ publishedByName: '乙', publishedAt: new Date('2026-09-28') },
};
const standing = (today: string, reviews = [review], now = sentence) => standingOf(now, reviews, today).standing;

test('a review holds through its last day, and the day after it has run out', () => {
  expect(standing('2027-09-28')).toBe('reviewed');
  expect(standing('2027-09-29')).toBe('expired');
});

test('one word changed, and nobody has read it', () => {
  expect(standing('2026-10-01', [review], { ...sentence, says: '可以申请仲裁。' })).toBe('changed');
  expect(standing('2026-10-01', [review], { ...sentence, status: 'V2' })).toBe('changed');
});

test('of several the one that lasts longest counts; one that waits for its publisher counts as nothing yet', () => {
  const waiting = { ...review, id: '2', publishedAt: null, publishedByName: null, validUntil: '2028-01-01' };
  expect(standingOf(sentence, [waiting, review], '2026-10-01')).toMatchObject({ standing: 'reviewed', review });
  expect(standing('2026-10-01', [waiting])).toBe('pending');
  expect(standing('2027-10-01', [waiting, review])).toBe('pending');
  expect(standing('2026-10-01', [])).toBe('unreviewed');
});
