import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf } from '../disputes/testing/applyDecision.ts';
import { jiaMin, theResident } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import { rate } from './rate.ts';

const closed = aDispute({ status: 'closed' });
const hers = (day: string, time = '20:00') => aContext({ actor: theResident(closed.id), now: atTime(day, time) });

test('she gives her mark at home, with her own words', () => {
  const context = hers('2026-10-20');
  const decided = rate(closed, { score: 4, words: '就是慢了点' }, context);
  expect(decided.inserts).toMatchObject([{ into: 'rating', values: { score: 4, channel: 'web' } }]);
  expect(decided.notes).toMatchObject([{ visibility: 'resident', body: '就是慢了点' }]);
  expect(applyDecision('rate', closed, decided, context).rated).toBe(true);
});

test('the counter can take it down for her, and cannot pass it off as hers from the web', () => {
  const counter = aContext({ actor: jiaMin, now: atTime('2026-10-20', '10:00') });
  expect(rate(closed, { score: 5 }, counter).data).toMatchObject({ channel: 'counter' });
  expect(rate(closed, { score: 5, channel: 'paper' }, counter).data).toMatchObject({ channel: 'paper' });
  expect(rate(closed, { score: 5, channel: 'paper' }, hers('2026-10-20')).data).toMatchObject({ channel: 'web' });
});

test('one mark a closing, until 24:00 of the fifteenth day', () => {
  expect(refusalOf(() => rate({ ...closed, rated: true }, { score: 5 }, hers('2026-10-20')))).toBe('alreadyRated');
  expect(rate(closed, { score: 3 }, hers('2026-10-30', '23:59')).type).toBe('rate');
  expect(refusalOf(() => rate(closed, { score: 3 }, hers('2026-10-31', '00:00')))).toBe('ratingOver');
});
