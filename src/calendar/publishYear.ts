import { type Static, Type } from 'typebox';
import { isDay, weekday } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { PublishedYear, SpecialDay } from './calendar.ts';

export const YearDays = Type.Array(
  Type.Object(
    {
      day: Type.String({ format: 'date', title: '日期' }),
      kind: Type.Enum(['holiday', 'workday'], { title: '放假或上班' }),
      name: Type.String({ minLength: 1, maxLength: 40, title: '名称' }),
    },
    { additionalProperties: false },
  ),
  { maxItems: 120, title: '放假和调休的日子' },
);
export type PublishYearInput = { source: string; publishedOn: string | null; days: SpecialDay[] };

/** A draft may lack what a notice must have: it is kept as it is, and told what is still missing. */
export const DraftInput = Type.Object(
  {
    revision: Type.Integer({ minimum: 0, title: '草稿的第几稿' }),
    source: Type.String({ maxLength: 100, title: '通知' }),
    publishedOn: Type.Union([Type.String({ format: 'date' }), Type.Null()], { title: '发布日期' }),
    days: YearDays,
  },
  { additionalProperties: false },
);
export type DraftInput = Static<typeof DraftInput>;

/** Days off by name in 《全国年节及纪念日放假办法》: a notice without them was not copied whole. */
const fixedHolidays = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const;

/** What a year still lacks, by field; nothing when it can be published. */
export function problemsOf(year: number, { source, days }: PublishYearInput): Record<string, string> {
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  if (source.trim() === '') problems.source = '写上是哪一份通知';
  days.forEach(({ day, kind }, index) => {
    const place = `days.${index}.day`;
    if (!isDay(day) || !day.startsWith(`${year}-`)) problems[place] = `不是${year}年的日子`;
    else if (seen.has(day)) problems[place] = '这一天写了两次';
    else if (kind === 'workday' && weekday(day) < 6) problems[place] = '调休上班的应是周六或周日';
    seen.add(day);
  });
  for (const [monthAndDay, name] of fixedHolidays)
    if (!days.some(({ day, kind }) => kind === 'holiday' && day === `${year}-${monthAndDay}`))
      problems.days ??= `没有${name}，通知没有抄全`;
  return problems;
}

export type NewYear = PublishedYear & { publishedOn: string | null; days: readonly SpecialDay[] };

/** A State Council notice as it is entered: one more version of its year. */
export function publishYear(year: number, input: PublishYearInput, storedVersion: number): NewYear {
  const problems = problemsOf(year, input);
  const count = Object.keys(problems).length;
  if (count > 0) throw new Refusal('invalid', 'invalidInput', `有 ${count} 处要改。`, problems);
  const days = [...input.days].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { year, version: storedVersion + 1, source: input.source.trim(), publishedOn: input.publishedOn, days };
}
