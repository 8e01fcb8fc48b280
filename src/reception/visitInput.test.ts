import { expect, test } from 'vitest';
import { decideTicketStep } from './ticketSteps.ts';
import { checkCorrection, representativesHint, withoutTrace } from './visitInput.ts';

const said = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('six people with one petition are told of five representatives, with the article; twelve who mediate are not', () => {
  expect(representativesHint({ services: ['petition'], headCount: 6 })).toContain('《信访工作条例》第二十条');
  expect(representativesHint({ services: ['petition'], headCount: 5 })).toBeNull();
  expect(representativesHint({ services: ['mediation'], headCount: 12 })).toBeNull();
});

test('of a visitor who stays unnamed no word is kept', () => {
  const input = { services: ['psychology' as const], headCount: 1, memo: '和丈夫吵架' };
  expect(withoutTrace({ ...input, confidential: true }).memo).toBe('');
  expect(withoutTrace(input).memo).toBe('和丈夫吵架');
});

test('a visit is put right the same day by whoever recorded it', () => {
  const visit = { postId: 'p1', day: '2026-10-14', withdrawn: false, matterId: null };
  expect(said(() => checkCorrection(visit, { postId: 'p1' }, '2026-10-14'))).toBe('');
  expect(said(() => checkCorrection(visit, { postId: 'p2' }, '2026-10-14'))).toContain('谁记的谁来改');
  expect(said(() => checkCorrection(visit, { postId: 'p1' }, '2026-10-15'))).toContain('只能当天改');
  expect(said(() => checkCorrection({ ...visit, withdrawn: true }, { postId: 'p1' }, '2026-10-14'))).toContain('撤掉');
});

test('a number that another counter has is refused with where it is; one that is done cannot be called again', () => {
  const held = { state: 'serving' as const, label: 'A027', counterNumber: 3 };
  expect(decideTicketStep('finish', held, 3)).toBe('done');
  expect(said(() => decideTicketStep('finish', held, 4))).toBe('A027 在 3 号窗办，由那个窗口来。');
  expect(said(() => decideTicketStep('recall', { ...held, state: 'done' }, 3))).toContain('现在是「办完了」');
  expect(decideTicketStep('requeue', { ...held, state: 'noShow' }, null)).toBe('waiting');
});
