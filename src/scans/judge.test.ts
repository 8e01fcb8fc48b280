import { expect, test } from 'vitest';
import { qrPath, sheetPath, signCode } from '../platform/qr.ts';
import { judge, type MatterFacts, type ReadPage } from './judge.ts';
import { secret } from './testing/aSheet.ts';

const [mine, others, over] = ['140106260038126', '140107260000315', '140106260000117'];
const agreement = '0198aaaa-0000-7000-8000-000000000007';
const guo = '0198aaaa-0000-7000-8000-000000000101';
const facts = (ended: string | null): MatterFacts => ({
  ...{ codeShort: '迎泽 26-3812', title: '郭秀兰与任建军漏水纠纷', ended },
  subjects: [
    { form: 'agreement', subjectId: agreement, label: '人民调解协议书' },
    { form: 'rights', subjectId: guo, label: '当事人权利义务告知书（郭秀兰）' },
  ],
  versions: new Map([[agreement, 2]]),
});
const known = new Map<string, MatterFacts | null>([
  [mine, facts(null)],
  [others, null],
  [over, facts('这件事已经归档。')],
]);

const site = 'https://fengqiao.example.cn';
const sheet = (page: number, { code = mine, form = 'agr', subjectId = agreement as string | null, by = secret } = {}) =>
  site + sheetPath(by, { code, form, subjectId, page });
const check = (version: number): string => {
  const code = `140106-${agreement.replaceAll('-', '')}-${version}`;
  return `${site}/c/a/${code}?s=${signCode(secret, code)}`;
};
const pagesOf = (...texts: string[][]): ReadPage[] =>
  texts.map((each, at) => ({ page: at + 1, texts: each, state: 'waiting', reason: '' }));
const doubtsOf = (...texts: string[][]) => judge(secret, known, pagesOf(...texts)).map(({ doubt }) => doubt);

test('sheets of two papers, shuffled, are sure and go each to its place', () => {
  const rights = sheet(1, { form: 'rig', subjectId: guo });
  const judged = judge(secret, known, pagesOf([sheet(2)], [rights], [sheet(1), check(2)]));
  expect(judged.map(({ place, doubt }) => [place?.label, place?.number, doubt])).toEqual([
    ['人民调解协议书', 2, null],
    ['当事人权利义务告知书（郭秀兰）', 1, null],
    ['人民调解协议书', 1, null],
  ]);
});

test.each<[string, string[][], RegExp]>([
  ['no QR at all', [[]], /没有二维码/],
  ['a QR that leads elsewhere', [['https://example.cn/pay?x=1']], /不是这里的文书/],
  ['a QR that somebody forged', [[sheet(1, { by: Buffer.from('another') })]], /签名不对/],
  ['a matter of somebody else', [[sheet(1, { code: others })]], /^不是您手上的事。$/],
  ['a sheet of two papers', [[sheet(1), sheet(1, { form: 'rig', subjectId: guo })]], /两张纸/],
  ['an earlier version', [[sheet(1), check(1)]], /作废的第 1 稿/],
  ['an agreement that is void', [[sheet(1, { subjectId: guo })]], /作废/],
  ['somebody who is not in the matter', [[sheet(1, { form: 'rig', subjectId: agreement })]], /找不到/],
  ['a matter that is over', [[sheet(1, { code: over })]], /已经归档/],
  ['only the slip of the matter', [[site + qrPath(secret, mine)]], /看不出是哪张纸/],
])('%s goes to a person, with the reason', (_, texts, sentence) => {
  expect(doubtsOf(...texts)).toEqual([expect.stringMatching(sentence)]);
});

test('of a matter that is somebody else’s nothing is named', () => {
  const [page] = judge(secret, known, pagesOf([sheet(1, { code: others })]));
  expect(JSON.stringify(page)).not.toContain(others);
});

test('a foreign QR is shown as text', () => {
  expect(judge(secret, known, pagesOf(['javascript:alert(1)']))[0]).toMatchObject({
    place: null,
    foreign: 'javascript:alert(1)',
  });
});

test('a sheet that is missing between two others, and one that is there twice, are told', () => {
  expect(doubtsOf([sheet(1)], [sheet(3)])).toEqual(['这份缺第 2 页。', '这份缺第 2 页。']);
  expect(doubtsOf([sheet(1)], [sheet(2)], [sheet(2)])).toEqual([
    null,
    '第 2 页扫了两次，留一张。',
    '第 2 页扫了两次，留一张。',
  ]);
  // One of the two is put aside.
  const pages = pagesOf([sheet(1)], [sheet(2)], [sheet(2)]).map((page) =>
    page.page === 3 ? { ...page, state: 'aside' as const } : page,
  );
  expect(judge(secret, known, pages).map(({ doubt }) => doubt)).toEqual([null, null, null]);
});

test('a sheet without QR behind one that has it is proposed as its annex, and asked about', () => {
  expect(
    judge(secret, known, pagesOf([sheet(1)], [], [])).map(({ place, annex, doubt }) => [
      place?.form,
      place?.number,
      annex,
      doubt === null,
    ]),
  ).toEqual([
    ['agreement', 1, false, true],
    ['agreement', null, true, false],
    ['agreement', null, true, false],
  ]);
  // Behind a sheet that is nobody's it is nobody's.
  expect(judge(secret, known, pagesOf([sheet(1, { code: others })], []))[1]).toMatchObject({
    place: null,
    annex: false,
  });
});

test('sheets that Word printed name the paper and no page: they keep the order in which they lay', () => {
  expect(doubtsOf([sheet(0)], [sheet(0)])).toEqual([null, null]);
});
