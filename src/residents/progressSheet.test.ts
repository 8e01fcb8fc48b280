import { expect, test } from 'vitest';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { defaultLaw } from '../law/countyRoutes.ts';
import { spokenQuestions } from '../law/questions.ts';
import { type ProgressFacts, progressSheet } from './progressSheet.ts';

const facts: ProgressFacts = {
  ...frame,
  centerPhone: '0351-0000000',
  title: '楼上漏水赔偿',
  registeredOn: '2026-09-29',
  where: '正在调解',
  withWhom: '迎泽街道 武志强',
  since: '2026-10-08',
  at: '调解',
  reachedOn: { 登记: '2026-09-29', 转办: '2026-09-29' },
  nextStep: '迎泽街道把调解结果告诉您。',
  nextBy: '10月16日（周五）24时',
  late: null,
  arithmetic: ['从9月29日（周二）转给迎泽街道的第二天算起，一般7个工作日。', '10月1日到7日国庆放假，不算。'],
  papers: [],
  whoToAsk: '迎泽街道 武志强，或来3号窗口找贾敏',
  claims: [],
  waysIfUnhappy: ['打电话、再来窗口，都可以', '办完了还觉得没解决，说一声，可以重新办'],
  ways: [],
  paper: 'a5',
};

test('the five steps say what is done, where the matter is, and what is still to come', () => {
  expect(progressSheet(facts).data.steps).toEqual([
    { number: '①', label: '登记', state: 'done', on: '9月29日' },
    { number: '②', label: '转办', state: 'done', on: '9月29日' },
    { number: '③', label: '调解', state: 'here', on: null },
    { number: '④', label: '结果', state: 'ahead', on: null },
    { number: '⑤', label: '回访', state: 'ahead', on: null },
  ]);
  expect(progressSheet({ ...facts, at: null }).data.steps.every(({ state }) => state === 'done')).toBe(true);
});

test('the sheet names the unit and the person who has the matter, once there is one', () => {
  expect(progressSheet(facts).data.where).toBe('正在调解（迎泽街道 武志强）');
  expect(progressSheet({ ...facts, withWhom: null }).data.where).toBe('正在调解');
});

test('a resident reads all of it on one A5 sheet, late or not', async () => {
  expect(await sheetsOf(progressSheet(facts))).toBe(1);
  const late = '原定10月16日，已经晚了1天。中心在催办，督办人 张伟民。';
  expect(await sheetsOf(progressSheet({ ...facts, late }))).toBe(1);
});

test('what the party asked of another body stands on it, to be taken along', async () => {
  const claims = ['2026年10月8日向老军营街道人民调解委员会提出请求：赔偿 8000 元。'];
  expect(progressSheet({ ...facts, claims }).data.claims).toEqual(claims);
  expect(await sheetsOf(progressSheet({ ...facts, claims, paper: 'a4' }))).toBe(1);
});

test('A4 and large print work too', async () => {
  expect(await sheetsOf(progressSheet({ ...facts, paper: 'a4' }))).toBe(1);
  expect(await sheetsOf(progressSheet({ ...facts, paper: 'a4', largePrint: true }))).toBeLessThanOrEqual(2);
  expect(await sheetsOf(progressSheet({ ...facts, largePrint: true }))).toBe(3);
});

test('a category with many ways runs on to a second side, and nothing is cut off', async () => {
  const ways = spokenQuestions('10', defaultLaw).flatMap((question) => question.ways);
  expect(await sheetsOf(progressSheet({ ...facts, ways }))).toBe(2);
});
