import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSameMatterRules as rules } from '../disputes/sameMatterRules.ts';
import { atTime } from '../platform/now.ts';
import { bigramsOf, likeness } from './bigrams.ts';
import { compare } from './compare.ts';
import { buildingOf, type Comparable, type Known, sameKeysOf, soundOf } from './sameKeys.ts';

const person = (side: Known['side'], name: string, over: Partial<Known> = {}): Known => ({
  side,
  name,
  identity: null,
  phone: null,
  ...over,
});
const leak: Comparable = {
  parties: [
    person('applicant', '郭秀兰', { phone: 'p1', identity: 'i1' }),
    person('respondent', '任建军', { phone: 'p2' }),
  ],
  categoryCode: '02',
  regionCode: '140106004001',
  address: '示例小区3号楼2单元401',
  text: '楼上漏水赔偿\n9月20日起楼上卫生间漏水，天花板和吊柜泡坏，找过楼上两次没有结果。',
  occurredOn: '2026-09-20',
  openedAt: atTime('2026-09-21', '09:00'),
};
const newcomer: Comparable = {
  parties: [],
  categoryCode: '',
  regionCode: '',
  address: '',
  text: '',
  occurredOn: null,
  openedAt: atTime('2026-09-29', '09:00'),
};
const reasons = (one: Partial<Comparable>, other: Partial<Comparable> = {}, ended = false) =>
  compare({ ...newcomer, ...one }, { ...leak, ...other }, ended, rules)?.reasons ?? null;
const place = { categoryCode: '02', regionCode: '140106004001', address: '示例小区 3号楼' };

test('the neighbor one floor down: the same opponent, the same building, eight days later', () => {
  const parties = [person('applicant', '张小梅'), person('respondent', '任建軍')];
  expect(reasons({ parties, ...place })).toEqual(['对方', '地址', '类别', '8天前']);
});

test('she comes back herself: after name and telephone, before anything else is written', () => {
  expect(reasons({ parties: [person('applicant', '郭秀兰', { phone: 'p1' })] })).toEqual(['来的人', '8天前']);
  expect(reasons({ parties: [person('applicant', '郭秀蘭')] })).toEqual(['来的人', '8天前']);
  expect(reasons({ parties: [person('applicant', '郭秀蓝')] })).toBeNull();
});

test('the other side comes: each is the other’s opponent', () => {
  const parties = [person('applicant', '任建军', { phone: 'p2' }), person('respondent', '郭秀兰')];
  expect(reasons({ parties })).toEqual(['来的人是那件的对方', '对方是那件来的人', '8天前']);
});

test('the same person about something else is no reason, however often she came', () => {
  const her = person('applicant', '郭秀兰', { phone: 'p1', identity: 'i1' });
  expect(reasons({ parties: [her, person('respondent', '安居物业')], ...place })).toBeNull();
  expect(reasons({ parties: [her], categoryCode: '17', regionCode: '140106004001' })).toBeNull();
});

test('a common name alone says nothing once the matter is told; with the place it does', () => {
  const parties = [person('applicant', '李四'), person('respondent', '任建军')];
  expect(
    reasons({ parties, categoryCode: '02', regionCode: '140106009001', text: '借了钱不还，说好上个月还清的。' }),
  ).toBeNull();
  expect(reasons({ parties, ...place, address: '' })).toContain('对方');
});

test('nobody is known by name: the same building and the same story, not long ago', () => {
  const text = '楼上卫生间漏水，我家天花板和吊柜都泡坏了，找过楼上两次没有结果。';
  expect(reasons({ ...place, text })).toEqual(['地址', '经过', '类别', '8天前']);
  const openedAt = atTime('2026-12-20', '09:00');
  expect(reasons({ ...place, text, openedAt })).toBeNull();
});

test('what has ended is the same only between the same people, and not for ever', () => {
  const both = [person('applicant', '郭秀兰'), person('respondent', '任建军')];
  expect(reasons({ parties: both }, {}, true)).toEqual(['来的人', '对方', '8天前']);
  expect(reasons({ parties: [both[1] as Known], ...place }, {}, true)).toBeNull();
  expect(reasons({ parties: both, openedAt: atTime('2027-03-01', '09:00') }, {}, true)).toBeNull();
});

test('two papers with two numbers are two people, whatever they are called', () => {
  const parties = [person('applicant', '郭秀兰', { identity: 'i9' })];
  expect(reasons({ parties })).toBeNull();
});

test('a building has one name, however its doors are written', () => {
  for (const address of ['示例小区3号楼2单元401', '示例小区 3号楼', '示例小区３号楼-2-401', '示例小區3号楼2单元'])
    expect(buildingOf(address)).toBe('示例小区3号楼');
  expect(buildingOf('3')).toBe('');
  expect(soundOf('任建軍')).toBe(soundOf('任建军'));
});

test('likeness of texts is the same both ways, full for the same text, and says nothing of short ones', () => {
  const text = fc
    .array(fc.constantFrom(...'楼上漏水天花板泡坏吊柜物业不管找过两次没有结果'), { maxLength: 60 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [a, b] = [bigramsOf(one), bigramsOf(other)];
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, a)).toBe(a.size < 8 ? 0 : 100);
    }),
  );
});

test('keys hold no name, no number and no address in clear', () => {
  const keys = sameKeysOf(leak, (kind, words) => `${kind}#${words.length}`);
  const text = JSON.stringify(keys);
  for (const personal of ['郭', 'guo', '任', 'ren', '示例', '3号楼']) expect(text).not.toContain(personal);
  expect(new Set(keys.map(({ kind }) => kind))).toEqual(new Set(['identity', 'phone', 'name', 'address', 'place']));
});
