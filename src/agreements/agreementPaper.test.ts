import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { renderPdf } from '../documents/typst.ts';
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
) => agreementPaper({ ...frame, agreement, signers: all, number, digest, version: 1 });

test('the paper says who, what it is about and each sentence; 民族 and what nobody knows stay blank for the pen', async () => {
  const { data } = paperOf();
  expect(data).toMatchObject({
    title: '人民调解协议书',
    number: '〔2026〕迎人调字第12号',
    draft: false,
    madeOn: '2026年10月14日',
  });
  expect(data.parties[0]).toEqual({
    ...{ id: guo, role: '甲方', name: '郭秀兰', speakers: [] },
    facts: ['性别：女　民族：＿＿＿＿　年龄：60岁　职业或职务：＿＿＿＿', '单位或住址：迎泽区海边街3号楼'],
  });
  expect(data.terms).toHaveLength(2);
  expect(data.signatures.map(({ name }) => name)).toEqual(['甲方（郭秀兰）', '乙方（任建军）']);
  expect(await sheetsOf(paperOf())).toBe(2);
});

test('what is not locked says that it is a draft; an oral one is a sheet of the register', () => {
  expect(paperOf(undefined, undefined, null).data).toMatchObject({ draft: true, number: '第1稿，还没有定稿编号' });
  expect(paperOf(anAgreement({ form: 'oral' })).data.title).toBe('口头协议登记表');
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
  expect(form.data.parties[0]?.speakers).toEqual(['法定代表人：郭秀英，权限：特别授权']);
  expect(form.data.parties[1]?.name).toBe('买买提·艾合买提·㐂䶮𠮷');
  expect(await sheetsOf(form)).toBeGreaterThan(1);
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
  expect(form.data.signatures).toHaveLength(91);
  expect(form.data.signatures[89]?.name).toBe('甲方九十（工人90）');
  expect(await sheetsOf(form)).toBeGreaterThan(10);
});

test('who signed on the screen is drawn at his line with the time, also in the stead of another; an old version says 作废', async () => {
  const marks = new Map([
    [guo, { strokesSvg: strokesSvg(aName), note: '10-14 10:20 在屏幕上签' }],
    [ren, { strokesSvg: '', note: '在纸上签的，郭秀英代签' }],
  ]);
  const facts = { ...frame, agreement: anAgreement(), signers, number: '〔2026〕迎人调字第12号', digest, version: 1 };
  const signed = agreementPaper({ ...facts, marks, checkSvg: frame.qrSvg });
  expect(signed.data.signatures[0]).toMatchObject({ name: '甲方（郭秀兰）', note: '10-14 10:20 在屏幕上签' });
  expect(signed.data.signatures[0]?.strokesSvg).toContain('<path d="M200 80L240 110');
  expect(await sheetsOf(signed)).toBe(2);
  const old = agreementPaper({ ...facts, number: null, voided: true });
  expect(old.data).toMatchObject({ voided: true, checkSvg: '' });
  expect(await sheetsOf(old)).toBe(2);
  if (process.env.KEEP_PAPERS)
    for (const [name, form] of Object.entries({ signed, old }))
      writeFileSync(`${process.env.KEEP_PAPERS}/${name}.pdf`, await renderPdf(form, {}));
});
