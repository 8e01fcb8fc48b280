import { type FrameFacts, type Printable, type SheetFrame, sheetFrame } from '../documents/printable.ts';
import { say } from '../law/say.ts';
import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';
import type { SittingInvite, SittingView } from './sittingViews.ts';
import { results, resultWords, type Section, sections, sectionWords } from './words.ts';

export type MinutesSheet = SheetFrame & {
  draft: boolean;
  facts: [label: string, body: string][];
  parties: string[];
  others: string[];
  sections: { title: string; body: string }[];
  results: { label: string; chosen: boolean }[];
  ending: string;
  signatures: string[];
};

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

/** Of one dispute alone: of several heard together, no paper names another's parties or words. */
export function minutesPaper(view: SittingView, disputeId: string, frame: FrameFacts): Printable<MinutesSheet> {
  const own = view.invites.filter((each) => each.disputeId === disputeId);
  const outside = view.invites.filter((each) => each.disputeId === null && each.came === 'here');
  const written = view.minutes.filter((each) => each.disputeId === disputeId);
  const textOf = (section: Section): string => written.find((each) => each.section === section)?.text ?? '';
  const result = view.disputes.find(({ id }) => id === disputeId)?.result ?? null;
  const scribes = [...new Set(written.map(({ by }) => by))];
  return {
    template: 'sittings/minutes.typ',
    data: {
      ...sheetFrame(frame),
      draft: view.status !== 'ended',
      facts: [
        ['时间', heldText(view)],
        ['地点', placeOf(view)],
        ['调解员', view.hosts.join('、')],
        ['记录人', scribes.join('、') || '＿＿＿＿'],
      ],
      parties: own.map((each) => joined([each.name, each.side ? sideLabels[each.side] : '', cameWords(each)], '，')),
      others: outside.map(({ name, unit }) => joined([name, unit === name ? '' : unit], '，')),
      sections: sections.map((section) => ({ title: sectionWords[section].zh, body: textOf(section) })),
      results: results.map((each) => ({ label: resultWords[each].zh, chosen: each === result })),
      ending: result === 'again' && view.againOn ? `改到${formatDocumentDay(view.againOn)}再谈。` : '',
      signatures: [
        ...own.map(({ name, side }) => `${side ? sideLabels[side] : ''}（${name}）`),
        ...view.hosts.map((name) => `调解员（${name}）`),
        '记录人',
      ],
    },
  };
}

export type InvitationSheet = SheetFrame & {
  name: string;
  opening: string;
  when: string;
  place: string;
  bring: string;
  hosts: string;
  phone: string | null;
  free: string;
  day: string;
};

/** For one who is asked; nobody else's name stands on it but of those who hold it. */
export function invitationPaper(
  view: SittingView,
  invite: SittingInvite,
  frame: FrameFacts & { phone: string | null },
): Printable<InvitationSheet> {
  const party = invite.kind === 'party';
  return {
    template: 'sittings/invitation.typ',
    data: {
      ...sheetFrame(frame),
      name: invite.name,
      opening: party ? '请您来参加调解会，当面把事情说清楚。' : '请你（单位）参加调解会，一起把事情谈好。',
      when: view.when,
      place: placeOf(view),
      bring: party ? view.bring : '',
      hosts: view.hosts.join('、'),
      phone: frame.phone,
      free: party ? say('sittingFree') : '来不来，请在系统里答复；来不了写明原因。',
      day: formatDocumentDay(dayOf(frame.printedAt)),
    },
  };
}
