import type { ClockRule, ClockUnit } from './rule.ts';

/** A limit set by law: who must keep it, from what event, how far it may be extended, and what time it leaves out. */
export type StatutoryClock = {
  rule: ClockRule;
  law: string;
  article: string;
  starts: string;
  binds: string;
  /** `length` is null where the law lets it be extended without a ceiling. */
  extension: { length: number | null; by: string } | null;
  excluded: string[];
  note: string;
};

/** What the limits of one law share. rolls: the law (or the one it refers to) moves a last day off a holiday. */
export type Law = { name: string; rolls: boolean; status: ClockRule['status'] };

/** One line of a law's table: kind, label, length, unit, article, what starts it, whom it binds, and the exceptions. */
export type Limit = [
  kind: string,
  label: string,
  length: number,
  unit: ClockUnit,
  article: string,
  starts: string,
  binds: string,
  more?: Partial<Pick<StatutoryClock, 'extension' | 'excluded' | 'note'>> & { status?: ClockRule['status'] },
];

export const extended = (length: number | null, by: string) => ({ extension: { length, by } });

/** A fifth of the limit, at least one [G]: a warning is ours, never the law's. */
function warningFor(length: number, unit: ClockUnit): ClockRule['warnBefore'] {
  if (unit === 'month') return { length: Math.min(30, length * 6), unit: 'naturalDay' };
  const fifth = Math.max(1, Math.round(length / 5));
  return { length: fifth, unit: unit === 'hour' || unit === 'workingDay' ? unit : 'naturalDay' };
}

export function limitsOf(law: Law, limits: Limit[]): StatutoryClock[] {
  return limits.map(([kind, label, length, unit, article, starts, binds, more = {}]) => ({
    rule: {
      kind,
      label,
      length,
      unit,
      countFirstDay: false,
      rollHoliday: law.rolls && unit !== 'hour' && unit !== 'workingDay',
      warnBefore: warningFor(length, unit),
      basis: `${law.name}第${article}条`,
      status: more.status ?? law.status,
    },
    law: law.name,
    article,
    starts,
    binds,
    extension: more.extension ?? null,
    excluded: more.excluded ?? [],
    note: more.note ?? '',
  }));
}

/** The rule once the extension is granted; the law's own where there is none or it has no ceiling. */
export function extendedRule({ rule, extension }: StatutoryClock): ClockRule {
  return extension?.length ? { ...rule, length: rule.length + extension.length } : rule;
}
