import { expect, test } from 'vitest';
import type { Paper } from '../documents/paper.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { paperWords } from '../documents/testing/paperWords.ts';
import { aName } from '../signing/testing/aName.ts';
import { agreementPaper, type Signer } from './agreementPaper.ts';
import { strokesSvg } from './strokes.ts';
import { anAgreement, aTerm, guo, pays, people, ren } from './testing/anAgreement.ts';

const signers: Signer[] = people.map((each) => ({ ...each, sex: 'female', birthYear: 1966 }));
const digest = 'ab'.repeat(32);
const paperOf = (
  agreement = anAgreement(),
  all: readonly Signer[] = signers,
  number: string | null = '〔2026〕迎人调字第12号',
) => agreementPaper({ agreement, signers: all, number, digest, version: 1 });
const count = (paper: Paper) => sheetsOf(paperSheet(frame, paper));
const signatures = ({ blocks }: Paper) => blocks.flatMap((block) => (block.kind === 'signing' ? block.people : []));

test('the paper says who, what it is about and each sentence; 民族 and what nobody knows stay blank for the pen', async () => {
  const made = paperOf();
  expect(made).toMatchObject({ title: '人民调解协议书', number: '〔2026〕迎人调字第12号', warning: '' });
  const words = paperWords(made);
  expect(words.slice(0, 3)).toEqual([
    '甲方：郭秀兰',
    '性别：女　民族：＿＿＿＿　年龄：60岁　职业或职务：＿＿＿＿',
    '单位或住址：迎泽区海边街3号楼',
  ]);
  expect(words.filter((line) => /^[一二三]、/.test(line))).toHaveLength(2);
  expect(words.at(-1)).toContain('2026年10月14日');
  expect(signatures(made).map(({ label, name }) => `${label}${name}`)).toEqual([
    ...['甲方郭秀兰', '乙方任建军'],
    ...['调解员', '记录人'],
  ]);
  expect(await count(made)).toBe(2);
});

test('what is not locked says that it is a draft; an oral one is a sheet of the register', () => {
  expect(paperOf(undefined, undefined, null)).toMatchObject({
    warning: '这是草稿，不要签字。',
    number: '第1稿，还没有定稿编号',
  });
  expect(paperOf(anAgreement({ form: 'oral' })).title).toBe('口头协议登记表');
});

test('names of sixty characters, names with ·, rare characters and who signs for whom lose nothing', async () => {
  const long: Signer = { ...(signers[0] as Signer), kind: 'organization', name: '太原市迎泽区'.repeat(10) };
  const uyghur: Signer = {
    ...(signers[1] as Signer),
    name: '买买提·艾合买提·㐂䶮𠮷',
    birthYear: null,
    sex: null,
    address: '',
  };
  const legal: Signer = {
    ...uyghur,
    id: 'legal',
    name: '郭秀英',
    representsPartyId: guo,
    representation: 'legalRepresentative',
    authority: '特别授权',
  };
  const form = paperOf(undefined, [long, uyghur, legal]);
  expect(paperWords(form)).toContain('法定代表人：郭秀英，权限：特别授权');
  expect(paperWords(form)).toContain('乙方：买买提·艾合买提·㐂䶮𠮷');
  expect(paperWords(form)).toContain(`甲方：${long.name}`);
  expect(await count(form)).toBeGreaterThan(1);
});

test('ninety who claim their wages have ninety places to sign, over as many sheets as it takes', async () => {
  const workers = Array.from(
    { length: 90 },
    (_, at): Signer => ({ ...(signers[0] as Signer), id: `w${at}`, name: `工人${at + 1}` }),
  );
  const ids = workers.map(({ id }) => id);
  const form = paperOf(anAgreement({ partyIds: [...ids, ren], terms: [pays, aTerm()] }), [
    ...workers,
    signers[1] as Signer,
  ]);
  expect(signatures(form)).toHaveLength(93);
  expect(signatures(form)[89]).toMatchObject({ label: '甲方九十', name: '工人90' });
  expect(await count(form)).toBeGreaterThan(10);
});

test('who signed on the screen is drawn at his line with the time, also in the stead of another; an old version says 作废', async () => {
  const marks = new Map([
    [guo, { strokesSvg: strokesSvg(aName), note: '10-14 10:20 在屏幕上签' }],
    [ren, { strokesSvg: '', note: '在纸上签的，郭秀英代签' }],
  ]);
  const facts = { agreement: anAgreement(), signers, number: '〔2026〕迎人调字第12号', digest, version: 1 };
  const signed = agreementPaper({ ...facts, marks, checkSvg: frame.qrSvg });
  expect(signatures(signed)[0]).toMatchObject({ name: '郭秀兰', note: '10-14 10:20 在屏幕上签' });
  expect(signatures(signed)[0]?.strokesSvg).toContain('<path d="M200 80L240 110');
  expect(await count(signed)).toBe(2);
  const old = agreementPaper({ ...facts, number: null, voided: true });
  expect(old).toMatchObject({ across: '作废', checkSvg: '' });
  expect(await count(old)).toBe(2);
});
