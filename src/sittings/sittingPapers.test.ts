import { expect, test } from 'vitest';
import type { Paper } from '../documents/paper.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { paperWords } from '../documents/testing/paperWords.ts';
import { invitationPaper, minutesPaper } from './sittingPapers.ts';
import type { SittingInvite, SittingView } from './sittingViews.ts';

const invite = (over: Partial<SittingInvite>): SittingInvite => ({
  ...{ id: 'i1', kind: 'party', of: 'p1', disputeId: 'd1', name: '郭秀兰', unit: '', side: 'applicant' },
  ...{ answer: 'open', came: 'here', reason: '', ...over },
});
const heard = (id: string) => ({
  ...{ id, code: '140106260000019', codeShort: '迎泽 26-000001-9', category: '邻里', categoryCode: '02', open: true },
  ...{
    title: '漏水',
    facts: '',
    demands: '',
    parties: [],
    result: id === 'd1' ? ('again' as const) : ('agreed' as const),
  },
});
const line = (disputeId: string, text: string) => ({
  ...{ disputeId, section: 'said' as const, version: 3, text, by: '武志强', at: '2026-09-30T15:20:00+08:00' },
  heldBy: null,
});
const view: SittingView = {
  ...{
    asOf: '',
    id: 's1',
    code: 'TJ14010626000001',
    title: '调解会（集束）',
    form: 'bundled',
    status: 'ended',
    statusLabel: '',
  },
  ...{ sight: 'full', from: '2026-09-30T15:00:00+08:00', to: '2026-09-30T17:00:00+08:00' },
  ...{ when: '9月30日（周三）15:00—17:00', center: '迎泽区综治中心', centerId: '140106-center', countyCode: '140106' },
  ...{
    rooms: ['调解室'],
    roomIds: [],
    place: '',
    needsRoom: false,
    agenda: '机密议程',
    bring: '收据',
    hosts: ['武志强'],
  },
  ...{ leadingUnit: null, shared: [], asked: null, coolingUntil: null, result: 'again', againOn: '2026-10-12' },
  disputes: [heard('d1'), heard('d2')],
  invites: [
    invite({}),
    invite({ id: 'i2', of: 'p2', name: '买买提·艾合买提·㐂䶮𠮷', side: 'respondent', came: 'absent', reason: '病了' }),
    invite({ id: 'i3', of: 'p3', disputeId: 'd2', name: '别家的人' }),
    invite({ id: 'i4', kind: 'post', of: 'x', disputeId: null, name: '孟法官', unit: '迎泽区法院', side: null }),
  ],
  minutes: [line('d1', '第一件说的话'), line('d2', '第二件说的话')],
  proposals: [],
  notes: [{ id: 'n', kind: 'sealedNote', text: '只给自己看的', at: '', by: '武志强', mine: true }],
  ...{ startedAt: '2026-09-30T15:05:00+08:00', endedAt: '2026-09-30T16:40:00+08:00', version: 9 },
  steps: { now: [], later: [] },
};

const count = (paper: Paper, largePrint = false) => sheetsOf(paperSheet({ ...frame, largePrint }, paper));
const letterTo = (invite: SittingInvite, phone: string | null = null) =>
  invitationPaper(view, invite, { ...frame, phone });

test('the minutes say when, where, who came, what was said and how it ended, with room to sign', async () => {
  const form = minutesPaper(view, 'd1');
  const words = paperWords(form);
  expect(words[0]).toBe('时间|2026年9月30日15:05至2026年9月30日16:40');
  expect(words).toContain('当事人|郭秀兰，申请人，到场/买买提·艾合买提·㐂䶮𠮷，被申请人，没有到场（病了）');
  expect(words).toContain('参加人|孟法官，迎泽区法院');
  expect(words).toContain('□谈成了　□谈成一部分　□没谈成　■改期再谈　□有人不愿意调了');
  expect(words).toContain('改到2026年10月12日再谈。');
  expect(words).toContain('申请人（郭秀兰）');
  expect(form.warning).toBe('');
  expect(minutesPaper({ ...view, status: 'inSession' }, 'd1').warning).toBe('会还没有开完，这是草稿，不要签字。');
  expect(await count(form)).toBe(2);
});

test('of several heard together, no paper names another’s parties or words; sealed notes and the agenda are on none', () => {
  const own = JSON.stringify(minutesPaper(view, 'd1'));
  expect(own).toContain('第一件说的话');
  for (const other of ['第二件说的话', '别家的人', '只给自己看的', '机密议程']) expect(own).not.toContain(other);
  const invited = JSON.stringify(letterTo(view.invites[0] as SittingInvite));
  for (const other of ['买买提', '别家的人', '孟法官', '机密议程']) expect(invited).not.toContain(other);
});

test('the invitation is one sheet, also in large print, and says that the courts stay open', async () => {
  const [guo, , , judge] = view.invites as [SittingInvite, SittingInvite, SittingInvite, SittingInvite];
  const letter = letterTo(guo, '0351-0000000');
  const words = paperWords(letter);
  for (const line of ['郭秀兰：', '请带|收据', '地点|迎泽区综治中心调解室', '电话|0351-0000000'])
    expect(words).toContain(line);
  expect(words.join()).toContain('不影响您申请仲裁或者到法院起诉');
  expect(await count(letter)).toBe(1);
  expect(await count(letter, true)).toBe(1);
  expect(paperWords(letterTo(judge)).join()).not.toContain('收据');
});
