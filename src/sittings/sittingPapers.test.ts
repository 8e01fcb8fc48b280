import { expect, test } from 'vitest';
import type { Paper } from '../documents/paper.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { frame, sheetsOf } from '../documents/testing/pages.ts';
import { paperWords } from '../documents/testing/paperWords.ts';
import { invitationPaper, minutesPaper } from './sittingPapers.ts';
import type { SittingInvite } from './sittingViews.ts';
import { view } from './testing/aSittingView.ts';

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
