import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountsIn } from '../platform/amountsIn.ts';
import { inCapitals, ordinal } from './capitals.ts';
import { daysIn } from './daysIn.ts';
import { digestOfText } from './digest.ts';
import { anAgreement, aPerson, aTerm, guo, people as parties, ren } from './testing/anAgreement.ts';
import { plainText, textOf } from './textOf.ts';

test('an agreement reads as a mediator would write it: who, to whom, how much in capitals too, by which day, and what if not', () => {
  expect(plainText(textOf(anAgreement(), parties))).toBe(
    [
      '甲方：郭秀兰',
      '乙方：任建军',
      '主要事实：2026年9月20日，任建军家卫生间漏水，泡坏了郭秀兰家的天花板和柜子。',
      '争议事项：赔多少钱，漏点谁来修。',
      '经调解，当事人自愿达成以下协议：',
      '一、乙方（任建军）付给甲方（郭秀兰）漏水损失人民币捌仟元整（¥8,000.00），分2次：第1次人民币伍仟元整（¥5,000.00），2026年10月20日以前（含当日）付清；第2次人民币叁仟元整（¥3,000.00），2026年11月20日以前（含当日）付清，用银行转账付：转到郭秀兰本人的银行卡。不按这一条做的，没付的部分当天全部到期。',
      '二、乙方（任建军）为甲方（郭秀兰）修好卫生间的漏点，2026年10月31日以前（含当日）做完，地点：3号楼2单元501室。不按这一条做的，由郭秀兰请人修，修理费任建军出。',
      '以上应付的钱合计人民币捌仟元整（¥8,000.00）。',
      '费用：调解不收费。',
      '2026年10月14日在迎泽区综治中心，由迎泽街道人民调解委员会主持，调解员赵立。',
      '本协议一式3份，2位当事人各执一份，迎泽街道人民调解委员会留存一份。',
    ].join('\n'),
  );
});

test('several of one side are told apart by a number, and who speaks for somebody stands beside the name', () => {
  const more = [
    ...parties,
    aPerson({ id: 'x', name: '郭小明', minor: true }),
    aPerson({ id: 'y', name: '郭秀英', representsPartyId: 'x' }),
  ];
  const { parties: lines } = textOf(anAgreement({ partyIds: [guo, 'x', ren] }), more);
  expect(lines).toEqual(['甲方一：郭秀兰', '甲方二：郭小明（代理人：郭秀英）', '乙方：任建军']);
});

test('what comes first and on what condition stands before the deed', () => {
  const term = aTerm({
    kind: 'pay',
    owesId: ren,
    toId: guo,
    text: '尾款',
    after: 1,
    condition: '漏点试水48小时不漏',
    dueOn: '2026-11-05',
    amountCents: 100_050,
  });
  expect(textOf(anAgreement({ terms: [term] }), parties).terms).toEqual([
    '一、第二条做完以后，条件是漏点试水48小时不漏，乙方（任建军）付给甲方（郭秀兰）尾款人民币壹仟元伍角（¥1,000.50），2026年11月05日以前（含当日）付清。'.replace(
      '05日',
      '5日',
    ),
  ]);
});

test.each([
  [0, '零元整'],
  [50, '伍角'],
  [5, '伍分'],
  [105, '壹元零伍分'],
  [800_000, '捌仟元整'],
  [1_000_000, '壹万元整'],
  [1_002_003, '壹万零贰拾元零叁分'],
  [2_003_000_00, '贰佰万叁仟元整'],
  [10_500_000, '壹拾万伍仟元整'],
  [100_000_000_00, '壹亿元整'],
  [100_010_000_00, '壹亿零壹万元整'],
])('%i cents are %s', (cents, capitals) => {
  expect(inCapitals(cents)).toBe(capitals);
});

test('sentences are counted in Chinese', () => {
  expect([1, 10, 11, 20, 23, 99, 100, 105, 110, 115, 120].map(ordinal)).toEqual(
    '一 十 十一 二十 二十三 九十九 一百 一百零五 一百一十 一百一十五 一百二十'.split(' '),
  );
});

test('whatever amount is written in capitals is read back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 99_999_999_99 }), (cents) => {
      expect(amountsIn(`付${inCapitals(cents)}。`).map((each) => each.cents)).toEqual([cents]);
    }),
  );
});

test.each([
  ['付８０００元', [800_000]],
  ['付8,000.50元', [800_050]],
  ['付¥1.2万', [1_200_000]],
  ['付人民币捌仟元整（¥8,000.00）', [800_000, 800_000]],
  ['付三万元、两千块', [3_000_000, 200_000]],
  ['付3万元', [3_000_000]],
  ['第3次到3号楼', []],
  ['尾款', []],
] as [string, number[]][])('amounts in 「%s」', (text, cents) => {
  expect(amountsIn(text).map((each) => each.cents)).toEqual(cents);
});

test.each([
  ['2026年10月30日前', ['2026-10-30']],
  ['二〇二六年十月三十日', ['2026-10-30']],
  ['2026-10-30', ['2026-10-30']],
  ['２０２６年２月３０日', [null]],
  ['2026年4月31号', [null]],
  ['10月30日', ['2028-10-30']],
  ['二月三十日', [null]],
  ['明年三月', []],
] as [string, (string | null)[]][])('days in 「%s」', (text, days) => {
  expect(daysIn(text).map(({ day }) => day)).toEqual(days);
});

const typed = fc.string({ unit: fc.constantFrom(...'甲乙付款修好。，；元10月 ·𠮷㐂'), minLength: 2, maxLength: 30 });
const cents = fc.integer({ min: 0, max: 1e11 });
const anyTerm = fc.record({
  kind: fc.constantFrom('pay', 'do', 'refrain', 'confirmFact', 'other'),
  owesId: fc.constantFrom(guo, null),
  toId: fc.constantFrom(ren, null),
  text: typed,
  amountCents: fc.option(cents),
  dueOn: fc.constantFrom('2026-11-01', null),
  instalments: fc.array(fc.record({ cents, dueOn: fc.constant('2026-12-01') }), { maxLength: 3 }),
  how: fc.constantFrom('cash', 'unsaid'),
  howNote: typed,
  where: typed,
  condition: typed,
  after: fc.constantFrom(0, null),
  ifNot: typed,
} as const);
const trimmed = (text: string): string => text.trim().replace(/[。；，;,.\s]+$/, '');

test('nothing that was typed is missing from the text, whatever was typed where', () => {
  fc.assert(
    fc.property(fc.array(anyTerm, { minLength: 1, maxLength: 4 }), typed, typed, (terms, costs, place) => {
      const text = plainText(textOf(anAgreement({ terms, costs, place }), parties));
      const words = terms.flatMap(({ text, howNote, where, condition, ifNot }) => [
        text,
        howNote,
        where,
        condition,
        ifNot,
      ]);
      for (const each of [...words, costs, place]) expect(text).toContain(trimmed(each));
      for (const { amountCents, instalments } of terms)
        for (const sum of [amountCents, ...instalments.map((each) => each.cents)])
          if (sum !== null) expect(text).toContain(inCapitals(sum));
    }),
  );
});

test('one changed letter is another digest, and the same letters are the same', () => {
  const of = (place: string) => digestOfText(plainText(textOf(anAgreement({ place }), parties)));
  expect(of('中心')).toMatch(/^[0-9a-f]{64}$/);
  expect(of('中心')).toBe(of('中心'));
  expect(of('中心')).not.toBe(of('中芯'));
});
