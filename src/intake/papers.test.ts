import { expect, test } from 'vitest';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { type DeclineFacts, declineNotice } from './declineNotice.ts';
import { type SlipFacts, slip } from './slip.ts';

const slipFacts: SlipFacts = {
  ...frame,
  centerPhone: '0351-0000000',
  counterLabel: '3号窗口',
  receptionist: '贾敏',
  code: '140106260038126',
  pin: '482913',
  title: '楼上漏水赔偿',
  registeredOn: '2026-09-29',
  nextStep: '中心看过以后，告诉您由哪个单位来办。',
  nextBy: '9月29日（周二）24时',
  arithmetic: ['登记当天就要定下来，当天24时为止。'],
  whoToAsk: '3号窗口 贾敏',
  waysIfUnhappy: ['打电话、再来窗口，都可以', '也可以直接去法院起诉，不用先调解'],
  address: '太原市迎泽区示例路1号 一楼大厅',
};

const longTitle = '𠮷㐂䶮诉太原市晋东建筑劳务分包有限责任公司拖欠九十名工人二〇二六年上半年工资及加班费'.slice(0, 60);

test('a walk-in takes home one A5 sheet', async () => {
  expect(await sheetsOf(slip(slipFacts))).toBe(1);
});

test('in large print, with a long title and a long reckoning, the slip goes on to the back', async () => {
  const arithmetic = Array.from({ length: 6 }, () => '10月1日到7日国庆放假，不算；10月10日（周六）调休上班，算。');
  expect(await sheetsOf(slip({ ...slipFacts, title: longTitle, arithmetic }))).toBe(2);
  expect(await sheetsOf(slip({ ...slipFacts, largePrint: true }))).toBe(2);
});

test('a slip of what an old ledger brought names whom the ledger named, and nobody where it named nobody', () => {
  const old = { ...slipFacts, counterLabel: null };
  expect(slip({ ...old, receptionist: '老周' }).data.registered).toBe('2026年9月29日，老周接待');
  expect(slip({ ...old, receptionist: '' }).data.registered).toBe('2026年9月29日');
});

test('a slip without phone, address, counter, date or reckoning leaves nothing half said', async () => {
  const bare = slip({
    ...slipFacts,
    centerPhone: null,
    counterLabel: null,
    address: null,
    nextBy: null,
    arithmetic: [],
  });
  expect(bare.data.registered).toBe('2026年9月29日，贾敏接待');
  expect(bare.data.whoToAsk).toEqual(['3号窗口 贾敏']);
  expect(bare.data.lookUp.join()).not.toContain('打电话');
  expect(await sheetsOf(bare)).toBe(1);
});

test('the PIN is printed in two groups of three the first time and not at all after that', async () => {
  expect(slip(slipFacts).data.pin).toEqual(['482', '913']);
  const reprint = slip({ ...slipFacts, pin: null });
  expect(reprint.data.pin).toBeNull();
  expect(await sheetsOf(reprint)).toBe(1);
});

test('a slip with a wrong code or PIN is never printed', () => {
  expect(() => slip({ ...slipFacts, code: '14010626003812' })).toThrow('15 digits');
  expect(() => slip({ ...slipFacts, pin: '48291' })).toThrow('6 digits');
});

const declineFacts: DeclineFacts = {
  ...frame,
  centerPhone: '0351-0000000',
  counterLabel: '3号窗口',
  receptionist: '贾敏',
  noticeNumber: null,
  addressee: '郭秀兰',
  addresseeAddress: null,
  title: '要求撤销房产登记',
  registeredOn: '2026-09-29',
  declinedOn: '2026-09-30',
  reason: '这是对行政机关的决定不服，要由复议机关或者法院来审，调解组织不能代替它们作决定。',
  legalBasis: ['《中华人民共和国行政复议法》第十一条'],
  otherDoors: [
    {
      where: '迎泽区行政复议窗口',
      what: '申请行政复议，不收费。',
      bring: '身份证',
      phone: '0351-0000001',
      before: null,
    },
  ],
  review: ['打电话或来窗口，说「请再看一次」，由没有经手过的人重新看。'],
};

test('a declined resident gets one A4 sheet that says why, where to go instead and how to object', async () => {
  const notice = declineNotice(declineFacts);
  expect(notice.data.opening).toBe('您2026年9月29日来登记的「要求撤销房产登记」，我们看过了，本中心不能受理。');
  expect(notice.data.otherDoors[0]?.details).toEqual(['要带：身份证', '电话 0351-0000001']);
  expect(notice.data.whoToAsk).toBe('3号窗口贾敏，电话 0351-0000000');
  expect(await sheetsOf(notice)).toBe(1);
});

test('in large print with three other doors the notice needs a second sheet', async () => {
  const [door] = declineFacts.otherDoors;
  const otherDoors = door ? [door, door, door] : [];
  expect(await sheetsOf(declineNotice({ ...declineFacts, otherDoors, largePrint: true }))).toBe(2);
});

test('nobody is declined without a reason', () => {
  expect(() => declineNotice({ ...declineFacts, reason: '  ' })).toThrow('without a reason');
});
