import { unitsFinding, type WeekPicture, weeksFinding } from '../dashboards/pictures.ts';
import { openLines } from '../definitions/openCounts.ts';
import type { Printable } from '../documents/printable.ts';
import { dayOf, formatClock, formatDay, formatDocumentDay } from '../platform/now.ts';
import type { Briefing, Counters } from './briefingView.ts';
import { spokenTime } from './edition.ts';
import { sayConsequence } from './sayConsequence.ts';

type Bar = { name: string; late: number; soon: number; paused: number };

/** `columns`: widths in millimetres, 0 takes what is left. */
type Listed = { head: string; columns: number[]; rows: string[][] };

export type BriefingSheet = {
  title: string;
  place: string;
  day: string;
  asOf: string;
  edition: string;
  decide: Listed;
  save: Listed;
  planTitle: string;
  plan: string[];
  counters: string;
  open: string[];
  weeks: { finding: string; bars: { day: string; late: number }[] };
  units: { finding: string; bars: Bar[]; more: number };
  hidden: number;
  printedBy: string;
  printedAt: string;
  largePrint: false;
};

/** One sheet, whatever is written: longer titles end in … and their codes find them. */
const LONGEST = 32;
const UNITS = 6;
const NAMED = 4;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

function editionText({ edition, due }: Briefing): string {
  if (!edition) return due ? '今天 7:30 的晨报还没有出来。' : '今天不上班，没有 7:30 的晨报。';
  const { counts, madeAt, late } = edition;
  const figures = `要拍板 ${counts.toDecide}，今天到期 ${counts.dueToday}，逾期 ${counts.late}，在办 ${counts.open}`;
  const made = spokenTime(new Date(madeAt));
  return late ? `7:30 的晨报 ${made} 才出，那时：${figures}。` : `${made} 的晨报：${figures}。`;
}

function countersText(counters: Counters | null): string {
  if (!counters) return '这个地方没有自己的中心。';
  const { open, opensAt, due, here, missing } = counters;
  if (!open) return '今天不开门。';
  const named = missing.slice(0, NAMED).map(({ called, words }) => `${called}（${words}）`);
  const rest = missing.length > NAMED ? `等 ${missing.length} 家` : '';
  const who = missing.length === 0 ? '没有该到没到的。' : `没到：${named.join('、')}${rest}。`;
  return `应到 ${due} 家，已到 ${here} 家，${opensAt ?? ''}开门。${who}`;
}

const planSpanText = ({ from, to }: Briefing['plan']): string =>
  from === to ? formatDay(to) : `${formatDay(from)}到${formatDay(to)}`;

function planLines({ plan }: Briefing): string[] {
  const { expected, planned, inTime, doneLate, notDone, registered, settled, struckOff } = plan;
  const said =
    plan.from === plan.to ? `（早上说 ${expected} 件）` : `（${formatDay(plan.from)}早上说当天到期 ${expected} 件）`;
  return [
    `${planSpanText(plan)}到期 ${planned} 件：按时 ${inTime}，过了时限才办 ${doneLate}，还没办 ${notDone}${expected === null ? '' : said}`,
    `登记 ${registered} 件，达成协议 ${settled} 件，销号 ${struckOff} 件`,
  ];
}

const weekBar = ({ to, late }: WeekPicture, index: number, weeks: readonly WeekPicture[]) => ({
  day: index === weeks.length - 1 ? '现在' : to.slice(5),
  late,
});

const rest = (total: number, shown: number): string => (total > shown ? `，还有 ${total - shown} 件没列` : '');

const decideRows = ({ decide: { total, rows } }: Briefing): Listed => ({
  head: `要我拍板的 ${total} 件${rest(total, rows.length)}`,
  columns: [32, 0, 24],
  rows: rows.map(({ item, consequence }) => [
    item.codeShort,
    [shortened(item.title), consequence ? sayConsequence(consequence) : ''].filter(Boolean).join('\n'),
    item.actLabel,
  ]),
});

const saveRows = ({ save: { total, rows } }: Briefing): Listed => ({
  head: `今天还来得及的 ${total} 件${rest(total, rows.length)}`,
  columns: [32, 0, 42, 34],
  rows: rows.map(({ codeShort, title, unit, handler, clock }) => [
    codeShort,
    shortened(title),
    `${unit}${handler ? ` ${handler}` : ''}`,
    clock ? `${clock.label} ${clock.chip}` : '',
  ]),
});

/** The whole morning on one A4: what stood on the screen when it was printed. */
export function briefingSheet(briefing: Briefing, printedBy: string): Printable<BriefingSheet> {
  const { units, weeks, asOf } = briefing;
  const bars = units.filter(({ late, soon, paused }) => late + soon + paused > 0);
  const at = new Date(asOf);
  const moment = `${formatDocumentDay(dayOf(at))}${formatClock(at)}`;
  return {
    template: 'briefing/briefingSheet.typ',
    data: {
      title: '主任晨报',
      place: briefing.place,
      day: formatDay(briefing.day),
      asOf: moment,
      edition: editionText(briefing),
      decide: decideRows(briefing),
      save: saveRows(briefing),
      planTitle: briefing.plan.from === briefing.plan.to ? '昨天对照计划' : '上一个办公日到昨天，对照计划',
      plan: planLines(briefing),
      counters: countersText(briefing.counters),
      open: openLines(briefing.open),
      weeks: { finding: weeksFinding(weeks).zh, bars: weeks.map(weekBar) },
      units: {
        finding: unitsFinding(units).zh,
        bars: bars.slice(0, UNITS).map(({ name, late, soon, paused }) => ({ name, late, soon, paused })),
        more: Math.max(bars.length - UNITS, 0),
      },
      hidden: briefing.hidden,
      printedBy,
      printedAt: moment,
      largePrint: false,
    },
  };
}
