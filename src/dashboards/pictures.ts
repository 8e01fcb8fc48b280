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

function changeOf(first: number, now: number, back: number): Say {
  const less = first - now;
  if (less === 0) return { zh: `现在逾期 ${now} 件，和${back}周前一样`, en: `${now} late now, as ${back} weeks ago` };
  if (now === 0)
    return { zh: `现在没有逾期的，${back}周前有 ${first} 件`, en: `None late now, ${first} were ${back} weeks ago` };
  return {
    zh: `现在逾期 ${now} 件，比${back}周前${less > 0 ? '少' : '多'} ${Math.abs(less)} 件`,
    en: `${now} late now, ${Math.abs(less)} ${less > 0 ? 'fewer' : 'more'} than ${back} weeks ago`,
  };
}

/** The title of the line of weeks: what one would say after having looked at it. */
export function weeksFinding(weeks: readonly WeekPicture[]): Say {
  const [first, now] = [weeks[0]?.late ?? 0, weeks.at(-1)?.late ?? 0];
  const most = Math.max(0, ...weeks.map(({ late }) => late));
  if (most === 0) return { zh: `${weeks.length}周里没有逾期的`, en: `Nothing late in ${weeks.length} weeks` };
  const change = changeOf(first, now, weeks.length - 1);
  if (most <= Math.max(first, now)) return change;
  const [peak, ...more] = weeks.filter(({ late }) => late === most);
  if (!peak || more.length > 0)
    return {
      zh: `${change.zh}；最多时 ${most} 件，有 ${more.length + 1} 周`,
      en: `${change.en}; most were ${most}, in ${more.length + 1} weeks`,
    };
  return {
    zh: `${change.zh}；最多是到${formatDay(peak.to)}的 ${most} 件`,
    en: `${change.en}; most were ${most}, by ${peak.to}`,
  };
}

const withSome = (units: readonly UnitPicture[], of: 'late' | 'soon') =>
  units.filter((unit) => unit[of] > 0).toSorted((a, b) => b[of] - a[of]);

/** The title of the picture by unit: an only one is no “most”, and of equals none is named as the first. */
export function unitsFinding(units: readonly UnitPicture[]): Say {
  const [late, soon] = [withSome(units, 'late'), withSome(units, 'soon')];
  const of = late.length > 0 ? late : soon;
  const [first] = of;
  if (!first) return { zh: '没有单位逾期，也没有将到期的', en: 'No unit is late, and nothing is due soon' };
  const [zh, en, key] =
    late.length > 0 ? (['逾期', 'late', 'late'] as const) : (['将到期', 'due soon', 'soon'] as const);
  const [before, beforeEn] = late.length > 0 ? ['', ''] : ['没有逾期的；', 'Nothing is late; '];
  const count = first[key];
  const equal = of.filter((unit) => unit[key] === count).length;
  if (of.length === 1)
    return {
      zh: `${before}只有${first.name}有${zh}的，${count} 件`,
      en: `${beforeEn}only ${first.name} has any ${en}: ${count}`,
    };
  if (equal > 1)
    return {
      zh: `${before}${zh}最多的是${first.name}等 ${equal} 个单位，各 ${count} 件`,
      en: `${beforeEn}${first.name} and ${equal - 1} more units have most ${en}: ${count} each`,
    };
  return {
    zh: `${before}${zh}最多的是${first.name}，${count} 件`,
    en: `${beforeEn}${first.name} has most ${en}: ${count}`,
  };
}
