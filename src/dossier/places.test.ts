import { expect, test } from 'vitest';
import type { PaperEntry, PaperKey } from '../papers/catalogue.ts';
import { refuseUnfit } from './checkKeeping.ts';
import type { KeepDossierInput } from './dossier.ts';
import type { AgreementHead, FiledFile, KeptDossier, Material } from './material.ts';
import { evidenceOf, missingIn, placesOf, unsignedIn } from './places.ts';
import { planOf } from './plan.ts';
import type { Scan } from './signed.ts';

const at = (hour: number): Date => new Date(`2026-10-14T${String(hour).padStart(2, '0')}:00:00+08:00`);
const file = (id: string, over: Partial<FiledFile> = {}): FiledFile => ({
  ...{ id, name: `${id}.pdf`, mime: 'application/pdf', size: 1, sha256: id, at: at(9), ...over },
});
const entry = (form: PaperKey, subjectId: string | null = null): PaperEntry => ({
  ...{ form, subjectId, label: `${form} ${subjectId ?? ''}`.trim() },
});
const scan = (form: PaperKey, subjectId: string | null = null, when = at(12)): Scan => ({
  ...{ id: `scan ${form} ${subjectId}`, form, subjectId },
  file: file(`file ${form} ${subjectId}`, { at: when }),
});
const agreement = (over: Partial<AgreementHead> = {}): AgreementHead => ({
  ...{ id: 'a1', number: '〔2026〕迎人调字第1号', oral: false, partyIds: ['guo', 'ren'], locked: true },
  ...{ lockedAt: at(11), signed: 0, onScreen: 0, committee: '', madeOn: '', ...over },
});
const material = (over: Partial<Material> = {}): Material => ({
  ...{ agreements: [], sittings: [], files: [], kept: undefined, ...over },
});
const kept = (over: Partial<KeptDossier>): KeptDossier => ({
  ...{ version: 1, cover: null, situation: '', fileIds: null, leftOutIds: null, identityReason: '' },
  ...{ retention: null, retentionReason: '', ...over },
});

type Lying = { entries?: PaperEntry[]; scans?: Scan[]; agreements?: AgreementHead[] };
const seen = ({ entries = [], scans = [], agreements = [] }: Lying) =>
  placesOf({ material: material({ agreements }), entries, scans, evidence: [] });
const unsigned = (lying: Lying) => unsignedIn(seen(lying)).map(({ name, count }) => `${name} ${count}`);

test('what was only printed is not signed: the file says what has not come back', () => {
  const entries = [entry('application'), entry('rights', 'guo'), entry('rights', 'ren'), entry('closing')];
  expect(unsigned({ entries })).toEqual(['人民调解申请书 1', '当事人权利义务告知书 2']);
  expect(unsigned({ entries, scans: [scan('rights', 'guo')] })).toEqual(['人民调解申请书 1', '当事人权利义务告知书 1']);
  const back = [scan('rights', 'guo'), scan('rights', 'ren'), scan('application')];
  expect(unsigned({ entries, scans: back })).toEqual([]);
});

test('a scan that does not say whose it is belongs to the only paper of its place, else to none', () => {
  const loose = [scan('minutes')];
  expect(unsigned({ entries: [entry('minutes', 's1')], scans: loose })).toEqual([]);
  const two = [entry('minutes', 's1'), entry('minutes', 's2')];
  expect(unsigned({ entries: two, scans: loose })).toEqual(['人民调解记录 2']);
  // Written by hand, without a sitting in the house: it is there all the same.
  expect(missingIn(seen({ scans: loose }))).not.toContain('人民调解记录');
  expect(missingIn(seen({}))).toContain('人民调解记录');
});

test.each([
  ['signed by nobody', agreement(), [], ['人民调解协议书 1']],
  ['signed by both on the screen', agreement({ signed: 2, onScreen: 2 }), [], []],
  [
    'one on the screen, one on paper that has not come back',
    agreement({ signed: 2, onScreen: 1 }),
    [],
    ['人民调解协议书 1'],
  ],
  ['both on paper, and its scan is there', agreement({ signed: 2 }), [scan('agreement', 'a1')], []],
  ['signed on an earlier draft', agreement(), [scan('agreement', 'a1', at(10))], ['人民调解协议书 1']],
  ['spoken and written down by the mediator', agreement({ oral: true }), [], []],
])('an agreement %s', (_, head, scans, expected) => {
  expect(unsigned({ entries: [entry('agreement', 'a1')], scans, agreements: [head] })).toEqual(expected);
});

test('the contents say of each paper that it came back, or that it has not', () => {
  const lines = planOf({
    entries: [entry('rights', 'guo'), entry('rights', 'ren'), entry('agreement', 'a1'), entry('closing')],
    scans: [scan('rights', 'guo'), scan('agreement', 'a1', at(10))],
    ...{ evidence: [], files: [], agreements: [agreement()] },
  });
  expect(lines.map(({ name, remark }) => `${name}: ${remark}`)).toEqual([
    'rights guo: 扫描件',
    'rights ren: 还没有签回来',
    'agreement a1: 还没有签回来',
    'agreement a1: 扫描件',
    'closing: ',
  ]);
});

test('evidence that came after the choice is neither in nor forgotten', () => {
  const files = ['wall', 'card 身份证', 'bill'].map((name) => file(name, { name }));
  const shown = (over?: Partial<KeptDossier>) =>
    evidenceOf({ files, kept: over && kept(over) }, new Set()).map(
      ({ name, chosen, fresh }) => `${name}${chosen ? ' in' : ''}${fresh ? ' fresh' : ''}`,
    );
  expect(shown()).toEqual(['wall in', 'card 身份证', 'bill in']);
  expect(shown({ fileIds: ['bill'], leftOutIds: ['card 身份证'] })).toEqual(['bill in', 'wall fresh', 'card 身份证']);
  // Kept before it was written down what was left out: then nothing is known to be new.
  expect(shown({ fileIds: ['bill'], leftOutIds: null })).toEqual(['bill in', 'wall', 'card 身份证']);
  // For how long was chosen at archiving, and nobody chose evidence.
  expect(shown({ fileIds: null, leftOutIds: null })).toEqual(['wall in', 'card 身份证', 'bill in']);
});

const asked: KeepDossierInput = {
  ...{ version: 0, situation: '', fileIds: ['wall'], leftOutIds: ['card'], identityReason: '' },
  ...{ retention: null, retentionReason: '' },
  cover: {
    ...{ committee: '', title: '楼上漏水赔偿', number: '', mediators: '', boundBy: '', checkedBy: '', remark: '' },
    ...{ mediatedFrom: '2026-10-14', mediatedUntil: '2026-10-20', boundOn: null },
  },
};
const refused = (over: Partial<KeepDossierInput>): string | undefined => {
  try {
    refuseUnfit({ ...asked, ...over }, [
      { id: 'wall', name: '天花板.jpg' },
      { id: 'card', name: '郭秀兰身份证.jpg' },
    ]);
  } catch (error) {
    return Object.keys((error as { fields: object }).fields).join();
  }
  return undefined;
};

test.each([
  ['as it should be', {}, undefined],
  ['an identity paper without a reason', { fileIds: ['card'], leftOutIds: ['wall'] }, 'identityReason'],
  ['an identity paper with its reason', { fileIds: ['card'], leftOutIds: [], identityReason: '法院要' }, undefined],
  ['what is not of this matter', { fileIds: ['stranger'] }, 'fileIds'],
  ['in and out at once', { fileIds: ['wall'], leftOutIds: ['wall'] }, 'fileIds'],
  ['no title', { cover: { ...asked.cover, title: ' ' } }, 'cover.title'],
  ['an end before the beginning', { cover: { ...asked.cover, mediatedUntil: '2026-10-13' } }, 'cover.mediatedUntil'],
])('a cover is kept or refused: %s', (_, over, expected) => {
  expect(refused(over)).toBe(expected);
});
