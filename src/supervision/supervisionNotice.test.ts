import { expect, test } from 'vitest';
import { sheetsOf } from '../documents/testing/pages.ts';
import { supervisionNotice } from './supervisionNotice.ts';
import { aNoticeView, aUnit, jointNoticeView } from './testing/aNoticeView.ts';

const printed = new Date('2026-10-19T02:00:00Z');
const paperOf = (more: Partial<typeof aNoticeView> = {}) => supervisionNotice({ ...aNoticeView, ...more }, printed);
const wordsOf = (form: ReturnType<typeof paperOf>): string => JSON.stringify(form.data);

test('a notice says which matter, which limit, how late, what is asked, until when, and how the date was counted', async () => {
  const { data } = paperOf();
  expect(data.number).toBe('迎综督〔2026〕12号');
  expect(data.title.join('')).toBe('关于物业类矛盾纠纷办结逾期的督办单');
  expect(data.addressees).toBe('太原市迎泽区住房和城乡建设局：');
  expect(data.sections.map(({ title }) => title)).toEqual(['一、督办事项', '二、督办要求', '三、回复期限']);
  expect(data.sections[0]?.paragraphs[0]).toBe(
    '编号140106 26 003812 6，类别物业，地点迎泽区迎泽街道。当事人和经过在系统里按编号查看，本单不写。',
  );
  expect(data.sections[0]?.paragraphs[1]).toBe('办结时限2026年10月14日24时到期，发文时已逾期5天。');
  expect(data.sections[2]?.paragraphs[0]).toMatch(/^于2026年10月20日24时前回复三件事/);
  expect(data.attachment?.lines).toEqual(aNoticeView.clock?.arithmetic);
  expect(data).toMatchObject({ date: '2026年10月19日', copies: '分管领导', urgency: null, subtitle: null });
  // Two sides of text, and the reckoning on a sheet of its own.
  expect(await sheetsOf(paperOf())).toBe(3);
});

test('what is our own default is never printed as a regulation', () => {
  const clock = { ...(aNoticeView.clock as NonNullable<typeof aNoticeView.clock>), basisStatus: 'G' as const };
  expect(wordsOf(paperOf({ clock }))).toContain('没有统一规定，按本地设置');
  expect(wordsOf(paperOf())).toContain('转引，原文待核');
});

test('a joint notice names both offices that issue it, and for each unit its own day of reply', async () => {
  const form = supervisionNotice(jointNoticeView, printed);
  expect(form.data.offices).toEqual(['太原市社会治安综合治理中心', '太原市迎泽区社会治安综合治理中心']);
  expect(form.data.title).toEqual(['关于拖欠农民工工资类矛盾纠纷', '办理情况的联合督办单']);
  expect(form.data).toMatchObject({ urgency: '特急', subtitle: '（第2次督办）', attachment: null });
  expect(form.data.sections.at(-1)?.paragraphs[0]).toBe(
    '于太原市迎泽区人力资源和社会保障局2026年10月21日24时，太原市迎泽区住房和城乡建设局2026年10月22日24时前各单位分别回复三件事：做了什么，有什么要说明，什么时候办完。到期不回复，或者回复后没有见效的，按督办规则进入下一级督办。',
  );
  expect(await sheetsOf(form)).toBe(2);
});

test('eight units, long words and rare characters go on to further sheets and lose nothing', async () => {
  const units = Array.from({ length: 8 }, (_, at) => aUnit(`u${at}`, `太原市迎泽区第${at + 1}人民政府办公室`, '10-21'));
  const form = paperOf({ units, reason: '㐂 䶮 㛃 𬸚 𠮷 犇。'.repeat(60), origin: 'leader' });
  expect(form.data.sections.map(({ title }) => title)).toContain('二、督办原因');
  expect(await sheetsOf(form)).toBeGreaterThan(3);
});

test('a notice from before the numbers prints its code, and without phone, place and category leaves nothing half said', async () => {
  const about = { ...aNoticeView.about, category: '', place: '' };
  const issuer = { ...aNoticeView.issuer, phone: null };
  const form = paperOf({ number: null, about, issuer, clock: null, reason: '', ask: '', units: [] });
  expect(form.data.number).toBe('DB14010626000012');
  expect(form.data.title).toEqual(['关于矛盾纠纷', '办理情况的督办单']);
  expect(form.data.sections[0]?.paragraphs[0]).toMatch(/^编号140106 26 003812 6。/);
  expect(form.data.contact).toBe('联系：发文单位督办岗');
  expect(await sheetsOf(form)).toBeGreaterThan(0);
});
