import { expect, test } from 'vitest';
import { movedForResident, movedSentence } from './movedClocks.ts';

const clocks = [
  { clockId: 'a', kind: 'handle', from: '2026-10-14T16:00:00.000Z', to: '2026-10-16T16:00:00.000Z' },
  { clockId: 'b', kind: 'report', from: '2026-10-09T16:00:00.000Z', to: '2026-10-10T16:00:00.000Z' },
];

test('officials read every clock that moved, with old date and new', () => {
  expect(movedSentence({ reason: 'calendar', clocks })).toBe(
    '放假安排改了：办结 10月14日24时 → 10月16日24时；反馈 10月9日24时 → 10月10日24时。',
  );
});

test('the resident reads only what was promised to him', () => {
  expect(movedForResident({ reason: 'calendar', clocks })).toBe(
    '放假安排改了，办完的日期从10月14日24时改到10月16日24时。',
  );
  expect(movedForResident({ reason: 'settings', clocks: clocks.slice(1) })).toBeNull();
});

test('a rule that changed without its date, and an event that holds nothing', () => {
  const [handle] = clocks;
  expect(movedSentence({ reason: 'settings', clocks: [{ ...handle, to: handle?.from }] })).toBe(
    '时限规则改了，日期没有变。',
  );
  expect(movedForResident(null)).toBeNull();
});
