import { type Day, formatDay } from '../platform/now.ts';
import type { Week } from './boardFrame.ts';
import type { BoardRow } from './boardView.ts';

/** What a picture shows of one unit and of one week; each number opens to its list. */
export type UnitPicture = { key: string; name: string; open: number; late: number; soon: number; paused: number };
export type WeekPicture = { id: string; to: Day; late: number };

export const unitPicture = ({ key, name, open, late, soon, paused }: BoardRow): UnitPicture => ({
  ...{ key, name, open, late, soon },
  paused: paused.all,
});

/** The board's weeks, newest first, beside what was counted, oldest first. */
export const weekPictures = (weeks: readonly Pick<Week, 'id' | 'to'>[], counted: readonly number[]): WeekPicture[] =>
  weeks.toReversed().map(({ id, to }, index) => ({ id, to, late: counted[index] ?? 0 }));

type Say = { zh: string; en: string };

/** The title of the line of weeks: what one would say after having looked at it. */
export function weeksFinding(weeks: readonly WeekPicture[]): Say {
  const [first, now] = [weeks[0]?.late ?? 0, weeks.at(-1)?.late ?? 0];
  const [back, less] = [weeks.length - 1, first - now];
  const peak = weeks.reduce((most, week) => (week.late > most.late ? week : most), { to: '', late: 0 });
  if (peak.late === 0) return { zh: `${weeks.length}周里没有逾期的`, en: `Nothing late in ${weeks.length} weeks` };
  const most = peak.late > Math.max(first, now) ? peak : null;
  const zh = `现在逾期 ${now} 件，${less === 0 ? `和${back}周前一样` : `比${back}周前${less > 0 ? '少' : '多'} ${Math.abs(less)} 件`}`;
  const change =
    less === 0 ? `as ${back} weeks ago` : `${Math.abs(less)} ${less > 0 ? 'fewer' : 'more'} than ${back} weeks ago`;
  return {
    zh: most ? `${zh}；最多是到${formatDay(most.to)}的 ${most.late} 件` : zh,
    en: `${now} late now, ${change}${most ? `; most were ${most.late}, by ${most.to}` : ''}`,
  };
}

function most(units: readonly UnitPicture[], of: 'late' | 'soon'): UnitPicture[] {
  const top = Math.max(0, ...units.map((unit) => unit[of]));
  return top === 0 ? [] : units.filter((unit) => unit[of] === top);
}

/** The title of the picture by unit. */
export function unitsFinding(units: readonly UnitPicture[]): Say {
  const [late, soon] = [most(units, 'late'), most(units, 'soon')];
  const of = late.length > 0 ? late : soon;
  const [first] = of;
  if (!first) return { zh: '没有单位逾期，也没有将到期的', en: 'No unit is late, and nothing is due soon' };
  const [zh, en, count] = late.length > 0 ? ['逾期', 'late', first.late] : ['将到期', 'due soon', first.soon];
  if (of.length > 1)
    return {
      zh: `${zh}最多的是${first.name}等 ${of.length} 个单位，各 ${count} 件`,
      en: `${first.name} and ${of.length - 1} more units have most ${en}: ${count} each`,
    };
  return { zh: `${zh}最多的是${first.name}，${count} 件`, en: `${first.name} has most ${en}: ${count}` };
}
