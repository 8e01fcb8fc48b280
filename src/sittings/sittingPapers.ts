import { fillTemplate } from '../documents/fillTemplate.ts';
import { type Facts, type Form, type Paper, paper, type Signatory } from '../documents/paper.ts';
import { say } from '../law/say.ts';
import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';
import { invitationForm, minutesForm } from './sittingForms.ts';
import type { SittingInvite, SittingView } from './sittingViews.ts';
import { results, resultWords, type Section, sections, sectionWords } from './words.ts';

const sideLabels = { applicant: '申请人', respondent: '被申请人', third: '第三人' } as const;
const cameWords = ({ came, reason }: SittingInvite): string => {
  if (came === 'here') return '到场';
  if (came === 'absent') return reason ? `没有到场（${reason}）` : '没有到场';
  return '';
};
const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);

const clock = (iso: string): string => {
  const at = new Date(iso);
  return `${formatDocumentDay(dayOf(at))}${formatClock(at)}`;
};
const placeOf = ({ rooms, center, place }: SittingView): string =>
  rooms.length > 0 ? `${center}${rooms.join('、')}` : place;
const heldText = ({ startedAt, endedAt, when }: SittingView): string =>
  startedAt ? `${clock(startedAt)}至${endedAt ? clock(endedAt) : '＿＿＿＿'}` : when;

/** Every result as a box, the one that it was filled. */
const boxes = (result: string | null): string =>
  results.map((each) => `${each === result ? '■' : '□'}${resultWords[each].zh}`).join('　');
const signs = (label: string, name: string, thumb: boolean): Signatory => ({
  ...{ label, name, thumb, strokesSvg: '', note: '' },
});

function minutesFacts(view: SittingView, disputeId: string): Facts {
  const own = view.invites.filter((each) => each.disputeId === disputeId);
  const outside = view.invites.filter((each) => each.disputeId === null && each.came === 'here');
  const written = view.minutes.filter((each) => each.disputeId === disputeId);
  const textOf = (section: Section): string => written.find((each) => each.section === section)?.text ?? '';
  const result = view.disputes.find(({ id }) => id === disputeId)?.result ?? null;
  const others = outside.map(({ name, unit }) => joined([name, unit === name ? '' : unit], '，')).join('\n');
  return {
    时间: heldText(view),
    地点: placeOf(view),
    调解员: view.hosts.join('、'),
    记录人: [...new Set(written.map(({ by }) => by))].join('、'),
    当事人: own
      .map((each) => joined([each.name, each.side ? sideLabels[each.side] : '', cameWords(each)], '，'))
      .join('\n'),
    参加人: others === '' ? null : others,
    ...Object.fromEntries(sections.map((section) => [`记录.${sectionWords[section].zh}`, textOf(section)])),
    调解结果: boxes(result),
    再次调解: result === 'again' && view.againOn ? `改到${formatDocumentDay(view.againOn)}再谈。` : null,
    签名: {
      people: [
        ...own.map(({ name, side }) => signs(side ? sideLabels[side] : '', name, true)),
        ...view.hosts.map((name) => signs('调解员', name, false)),
        signs('记录人', '', false),
      ],
    },
  };
}

/** Of one dispute alone: of several heard together, no paper names another's parties or words. */
export function minutesPaper(
  view: SittingView,
  disputeId: string,
  { template }: Pick<Form, 'template'> = minutesForm,
): Paper {
  const warning = view.status === 'ended' ? '' : '会还没有开完，这是草稿，不要签字。';
  return paper(template.title, fillTemplate(template, minutesFacts(view, disputeId)), { warning });
}

export type Inviting = { centerName: string; phone: string | null; printedAt: Date };

/** For one who is asked; nobody else's name stands on it but of those who hold it. */
export function invitationPaper(
  view: SittingView,
  invite: SittingInvite,
  { centerName, phone, printedAt }: Inviting,
  { template }: Pick<Form, 'template'> = invitationForm,
): Paper {
  const party = invite.kind === 'party';
  const facts: Facts = {
    姓名: invite.name,
    开头: party ? '请您来参加调解会，当面把事情说清楚。' : '请你（单位）参加调解会，一起把事情谈好。',
    时间: view.when,
    地点: placeOf(view),
    请带: party && view.bring !== '' ? view.bring : null,
    主持: view.hosts.join('、'),
    电话: phone,
    说明: party ? say('sittingFree') : '来不来，请在系统里答复；来不了写明原因。',
    中心: centerName,
    日期: formatDocumentDay(dayOf(printedAt)),
  };
  return paper(template.title, fillTemplate(template, facts));
}
