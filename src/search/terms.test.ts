import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';
import { variants } from './data/variants.ts';
import { fold } from './fold.ts';
import { readingsOfName } from './readings.ts';
import { entryOf, type Words } from './terms.ts';

const words = (over: Partial<Words>): Words => ({
  codes: ['140106260038126'],
  place: ['邻里', '迎泽街道'],
  title: '楼上漏水赔偿',
  names: ['郭秀兰'],
  facts: ['迎泽大街3号楼2单元501', '9月20日起楼上卫生间漏水。'],
  numbers: [],
  ...over,
});

/** As the database asks: all pairs there, and then the words themselves. */
function finds(text: string, over: Partial<Words> = {}): boolean {
  const entry = entryOf(words(over));
  const terms = new Set(entry.terms);
  const readable = entry.place + entry.ledger + entry.facts;
  return readAsked(text, { '140106': '迎泽区' }).ways.some(
    (way) =>
      way.terms.every((term) => terms.has(term)) &&
      way.words.every((word) => (way.kind === 'code' ? entry.codes : readable).includes(word)),
  );
}

test.each([
  '漏水',
  '楼上',
  '郭秀兰',
  '郭',
  '秀兰',
  'gxl',
  'GXL',
  'guoxiulan',
  'guox',
  '郭秀蘭',
  '漏水賠償',
  'lslspc',
  'loushui',
  '3号楼',
  '３号楼',
  '501',
  '迎泽大街',
  '邻里',
  'yzjd',
  '郭秀兰 漏水',
  '漏水，郭',
  '3812',
  '三八一二',
  '３８１２',
  '003812',
  '38126',
  '26-3812',
  '26-003812-6',
  '迎泽 26-003812-6',
  '迎泽26 3812',
  '140106 26 003812 6',
  '幺四零幺零六 二六 零零三八幺二 六',
])('「%s」找得到', (text) => {
  expect(finds(text)).toBe(true);
});

test.each(['漏电', '秀郭', 'xlg', '赔偿漏水', '3813', '502', '水', 'x', ''])('「%s」找不到', (text) => {
  expect(finds(text)).toBe(false);
});

test('姓氏按姓来读，别人按字来读也找得到', () => {
  for (const typed of ['stf', 'dtf', 'shantianfang']) expect(finds(typed, { names: ['单田芳'] })).toBe(true);
  for (const typed of ['qh', 'qiuhe', 'chouhe']) expect(finds(typed, { names: ['仇和'] })).toBe(true);
  expect(readingsOfName('ABC物业')).toEqual([]);
});

test('繁体、异体和罕见字，写的和找的随便哪一种', () => {
  for (const [written, asked] of [
    ['陳麗華', '陈丽华'],
    ['陈丽华', '陳麗華'],
    ['𠮷喆', '吉哲'],
    ['任建軍', 'rjj'],
    ['㐂昇', '喜升'],
  ] as const)
    expect([asked, finds(asked, { names: [written] })]).toEqual([asked, true]);
});

test('折到一起的字，读音也一样：对照表没有对错行', () => {
  const readings = (character: string) => pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  // Four characters that pinyin-pro does not know, or knows by another reading.
  const unknown = ['𠮷', '㐂', '豊', '鵑'];
  const wrong = [...variants].filter(
    ([from, to]) => !unknown.includes(from) && !readings(from).some((reading) => readings(to).includes(reading)),
  );
  expect(wrong).toEqual([]);
  expect(variants.size).toBeGreaterThan(1400);
  expect([...variants.values()].filter((to) => variants.has(to))).toEqual([]);
});

test('写着的任何相连两个字以上，都找得到', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  const text = fc.array(han, { minLength: 2, maxLength: 60 }).map((each) => each.join(''));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (facts, from, length) => {
      const begin = from % (facts.length - 1);
      const part = facts.slice(begin, begin + 2 + (length % (facts.length - begin - 1)));
      return finds(part, { facts: [facts] });
    }),
  );
});

test('后四位只存钥匙算过的号，原来的数字哪里都没有', () => {
  const entry = entryOf(words({ numbers: ['keyed-index-of-9173'], facts: [] }));
  expect(entry.numbers).toHaveLength(1);
  expect(JSON.stringify(entry)).not.toContain('9173');
  expect(readAsked('2231').lastFour).toBe('2231');
  expect(readAsked('002x').lastFour).toBe('002X');
  expect(readAsked('22312').lastFour).toBeNull();
});

test('找过一遍再折一遍，还是一样', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 30 },
  );
});
