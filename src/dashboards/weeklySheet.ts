import type { PauseGround } from '../deadlines/clockRule.ts';
import type { Printable } from '../documents/printable.ts';
import { dayOf, dueDay, endOfDay, formatClock, formatDocumentDay } from '../platform/now.ts';
import type { Week } from './boardFrame.ts';
import type { BoardMatter, BoardRow, BoardTotals, Definition } from './boardView.ts';

export type NoticeSteps = { issued: number; answered: number; lifted: number };

export type WeeklyFacts = {
  place: string;
  week: Week;
  /** The end of the week, or now while it is under way. */
  at: Date;
  rows: readonly BoardRow[];
  totals: BoardTotals;
  /** The same figures a week before. */
  before: BoardTotals;
  oldest: readonly BoardMatter[];
  /** Late ones that are counted and not named. */
  unnamed: number;
  notices: NoticeSteps;
  /** How the board's number fits those of ledger and reports; of now only. */
  reconciled: readonly string[];
  definitions: readonly Definition[];
  printedBy: string;
  printedAt: Date;
};

type Line = { label: string; now: string; before: string; change: string };

export type WeeklySheet = {
  title: string;
  place: string;
  week: string;
  asOf: string;
  underWay: boolean;
  lines: Line[];
  rows: string[][];
  oldest: string[][];
  unnamed: number;
  notices: NoticeSteps;
  waits: { label: string; count: number }[];
  reconciled: string[];
  definitions: Definition[];
  printedBy: string;
  printedAt: string;
  largePrint: false;
};

/** '2026年10月14日14:32'; the end of a day is its 24时, never 00:00 of the next. */
function moment(at: Date): string {
  const day = dueDay(at);
  const end = endOfDay(day).getTime() === at.getTime();
  return end ? `${formatDocumentDay(day)}24时` : `${formatDocumentDay(dayOf(at))}${formatClock(at)}`;
}

function changeOf(now: number, before: number): string {
  if (now === before) return '不变';
  return now > before ? `多${now - before}` : `少${before - now}`;
}

const rateOf = ({ numerator, denominator }: BoardTotals['lateRate']): string =>
  denominator === 0 ? '—' : `${((numerator / denominator) * 100).toFixed(1)}%（${numerator}/${denominator}）`;

const counted: readonly [label: string, of: (totals: BoardTotals) => number][] = [
  ['在办', ({ open }) => open],
  ['逾期', ({ late }) => late],
  ['将到期', ({ soon }) => soon],
  ['3天内到期', ({ threeDays }) => threeDays],
  ['暂停', ({ paused }) => paused.all],
  ['接手前已逾期', ({ tookOver }) => tookOver],
  ['一周内销号', ({ struckOff }) => struckOff ?? 0],
];

function linesOf(totals: BoardTotals, before: BoardTotals): Line[] {
  const lines = counted.map(([label, of]) => ({
    label,
    now: String(of(totals)),
    before: String(of(before)),
    change: changeOf(of(totals), of(before)),
  }));
  const rate = { label: '逾期率', now: rateOf(totals.lateRate), before: rateOf(before.lateRate), change: '' };
  return lines.toSpliced(2, 0, rate);
}

const rowOf = (row: BoardRow): string[] => [
  row.name,
  String(row.open),
  String(row.late),
  row.small ? '件数少' : rateOf(row.lateRate).replace(/（.*/, ''),
  String(row.soon),
  String(row.threeDays),
  String(row.paused.all),
  String(row.others.party + row.others.other),
  String(row.tookOver),
  String(row.struckOff ?? 0),
];

const waitWords: Record<PauseGround, string> = {
  court: '等法院',
  appraisal: '等鉴定',
  material: '等材料',
  otherUnit: '等别的单位',
  partyAbsent: '等当事人',
  forceMajeure: '不可抗力',
};

function waitsOf({ paused, others }: BoardTotals): WeeklySheet['waits'] {
  const grounds = Object.entries(waitWords).map(([ground, label]) => ({
    label: `暂停：${label}`,
    count: paused.grounds[ground as PauseGround],
  }));
  const rest = [
    { label: '当事人自己的期限', count: others.party },
    { label: '法院等单位的期限', count: others.other },
  ];
  return [...grounds, ...rest].filter(({ count }) => count > 0);
}

const oldestOf = (matter: BoardMatter): string[] => [
  matter.daysLate === null || matter.daysLate === 0 ? '不到1天' : `${matter.daysLate}天`,
  matter.codeShort,
  matter.title,
  matter.unit,
  matter.clock?.label ?? '',
  matter.noticeLevel > 0 ? `第${matter.noticeLevel}次` : '没有',
];

/** The weekly sheet: what the board said at the end of the week, beside the week before. */
export function weeklySheet(facts: WeeklyFacts): Printable<WeeklySheet> {
  const { week, at, totals } = facts;
  return {
    template: 'dashboards/weeklySheet.typ',
    data: {
      title: '督办周报',
      place: facts.place,
      week: `${week.id.slice(0, 4)}年第${Number(week.id.slice(6))}周 ${formatDocumentDay(week.from)}至${formatDocumentDay(week.to)}`,
      asOf: moment(at),
      underWay: at < endOfDay(week.to),
      lines: linesOf(totals, facts.before),
      rows: facts.rows.map(rowOf),
      oldest: facts.oldest.map(oldestOf),
      unnamed: facts.unnamed,
      notices: facts.notices,
      waits: waitsOf(totals),
      reconciled: [...facts.reconciled],
      definitions: [...facts.definitions],
      printedBy: facts.printedBy,
      printedAt: moment(facts.printedAt),
      largePrint: false,
    },
  };
}
