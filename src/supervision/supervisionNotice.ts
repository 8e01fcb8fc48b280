import type { Printable } from '../documents/printable.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { dayOf, dueDay, formatDocumentDay, formatDue, yearOf } from '../platform/now.ts';
import type { NoticeView } from './noticeViews.ts';

/** One notice as paper in the layout of GB/T 9704-2012; the file beside this one holds the measures. */
export type SupervisionPaper = {
  urgency: string | null;
  /** Who issues: the center first, then whoever issues with it. */
  offices: string[];
  number: string;
  /** In parts between which it may be broken. */
  title: string[];
  subtitle: string | null;
  addressees: string;
  opening: string;
  sections: { title: string; paragraphs: string[] }[];
  /** How the date was counted, line by line; its sheet is left out where no time limit is concerned. */
  attachment: { title: string; lines: string[] } | null;
  contact: string;
  date: string;
  copies: string | null;
  printedBy: string;
  printedOn: string;
};

const urgencies = { none: null, urgent: '加急', extraUrgent: '特急' } as const;
const basisNotes = { V: '', V2: '（转引，原文待核）', G: '（没有统一规定，按本地设置）' } as const;

/** 2026年10月16日24时: on paper the year is said. */
function documentDue(iso: string): string {
  const at = new Date(iso);
  return `${yearOf(dueDay(at))}年${formatDue(at)}`;
}

const isLate = (clock: NonNullable<NoticeView['clock']>, sentAt: string): boolean => clock.dueAt <= sentAt;

function titleOf({ about, clock, sentAt, units }: NoticeView): string[] {
  const category = about.category === '' ? '' : `${about.category}类`;
  const what = clock ? `${clock.label}${isLate(clock, sentAt) ? '逾期' : '时限'}` : '办理情况';
  return [`关于${category}矛盾纠纷`, `${what}的${units.length > 1 ? '联合' : ''}督办单`];
}

function matterParagraph({ about }: NoticeView): string {
  const facts = [
    `编号${formatCode(about.code)}`,
    about.category === '' ? null : `类别${about.category}`,
    about.place === '' ? null : `地点${about.place}`,
  ];
  return `${facts.filter(Boolean).join('，')}。当事人和经过在系统里按编号查看，本单不写。`;
}

function clockParagraphs({ clock, sentAt }: NoticeView): string[] {
  if (!clock) return [];
  const late = clock.daysLate > 0 ? `已逾期${clock.daysLate}天` : '已逾期，不到1天';
  return [
    `${clock.label}时限${documentDue(clock.dueAt)}到期，发文时${isLate(clock, sentAt) ? late : '还没有到期'}。`,
    `时限依据：${clock.basis}${basisNotes[clock.basisStatus]}。日期怎么算的见附件。`,
  ];
}

/** Each unit has its own day once an answer was returned; the paper says the first reply day. */
function replyParagraph({ units, clock }: NoticeView): string {
  const named = units.flatMap(({ unit, clock }) => (clock?.dueAt ? [{ unit, by: documentDue(clock.dueAt) }] : []));
  const days = [...new Set(named.map(({ by }) => by))];
  if (days.length === 0) return '各单位已经回复。';
  const who = days.length === 1 ? (days[0] ?? '') : named.map(({ unit, by }) => `${unit}${by}`).join('，');
  const each = units.length > 1 ? '各单位分别回复' : '回复';
  return `于${who}前${each}三件事：做了什么，${clock ? '为什么晚了' : '有什么要说明'}，什么时候办完。到期不回复，或者回复后没有见效的，按督办规则进入下一级督办。`;
}

function sectionsOf(view: NoticeView): SupervisionPaper['sections'] {
  const sections = [
    { title: '督办事项', paragraphs: [matterParagraph(view), ...clockParagraphs(view)] },
    // The house's own reason is the lateness that stands above it already.
    ...(view.reason === '' || view.reason === view.clock?.sentence
      ? []
      : [{ title: '督办原因', paragraphs: [view.reason] }]),
    { title: '督办要求', paragraphs: [view.ask || '立即办理。'] },
    { title: '回复期限', paragraphs: [replyParagraph(view)] },
  ];
  const numerals = ['一', '二', '三', '四'];
  return sections.map((section, at) => ({ ...section, title: `${numerals[at] ?? ''}、${section.title}` }));
}

const fullName = (view: NoticeView): string => view.units.map(({ name, unit }) => name || unit).join('、');

/** Offices, number, who is asked, what, until when; no party's name stands on it. */
export function supervisionNotice(view: NoticeView, now: Date): Printable<SupervisionPaper> {
  const day = formatDocumentDay(dayOf(new Date(view.sentAt)));
  return {
    template: 'supervision/supervisionNotice.typ',
    data: {
      urgency: urgencies[view.urgency],
      offices: [view.issuer.center, ...view.cosigners],
      number: view.number ?? view.code,
      title: titleOf(view),
      subtitle: view.level > 1 ? `（第${view.level}次督办）` : null,
      addressees: `${fullName(view)}：`,
      opening: `经核，以下事项需要督办。这是第${view.level}次督办。`,
      sections: sectionsOf(view),
      attachment: view.clock ? { title: `${view.clock.label}时限计算明细`, lines: view.clock.arithmetic } : null,
      contact: view.issuer.phone ? `联系电话：${view.issuer.phone}` : '联系：发文单位督办岗',
      date: day,
      copies: view.copiedAt ? '分管领导' : null,
      printedBy: view.issuer.center,
      printedOn: `${formatDocumentDay(dayOf(now))}印`,
    },
  };
}
