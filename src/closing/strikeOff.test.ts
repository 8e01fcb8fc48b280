import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf } from '../disputes/testing/applyDecision.ts';
import { closer } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import { archive } from './archive.ts';
import { strikeOff } from './strikeOff.ts';

const visited = aDispute({ status: 'closed', returnVisited: true });
const on = (day: string, time = '09:00') => aContext({ actor: closer, now: atTime(day, time) });
const strike = (over: Partial<typeof visited>, context = on('2026-10-20')) =>
  refusalOf(() => strikeOff({ ...visited, ...over }, {}, context));

test('visited and rated, it leaves the supervision list', () => {
  expect(strikeOff({ ...visited, rated: true }, { note: '履行完毕' }, on('2026-10-20'))).toMatchObject({
    type: 'strikeOff',
    data: { rated: true },
    notes: [{ visibility: 'shared', body: '履行完毕' }],
  });
});

test('not while the resident says that it is not settled, and not without a return visit', () => {
  expect(strike({ rated: true, contested: true })).toBe('contested');
  expect(strike({ rated: true, returnVisited: false })).toBe('noReturnVisit');
});

test('an unrated matter waits for the rating to the end of the fifteenth day, and no longer', () => {
  expect(strike({}, on('2026-10-30', '23:59'))).toBe('ratingOpen');
  expect(strikeOff(visited, {}, on('2026-10-31', '00:00')).data).toEqual({ rated: false });
});

test('what is contested is not put into the archive', () => {
  const context = on('2026-11-02');
  expect(refusalOf(() => archive(aDispute({ status: 'struckOff', contested: true }), {}, context))).toBe('contested');
  expect(archive(aDispute({ status: 'declined' }), {}, context).data).toEqual({ from: 'declined' });
});
