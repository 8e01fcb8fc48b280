import type { Binds, ClockRule, ClockUnit, ExtensionRule, Ground } from './clockRule.ts';

/**
 * A limit set by law. Its rule carries everything a clock needs; `note` is what people should know beside it; `body`: where
 * it is kept or used, as people look for it. atMost: the law gives a ceiling, and the paper says how long. anew: limitation
 * that begins anew once it is interrupted. suspension: when it may rest at all, and how long it still runs after that.
 * before: counted back from a day to come, on which what starts it will happen.
 */
export type StatutoryClock = {
  rule: ClockRule;
  law: string;
  article: string;
  note: string;
  body: string;
  atMost: boolean;
  anew: boolean;
  suspension: Suspension | null;
  before: boolean;
};

/** Only in the last months; after the obstacle it runs these months more, else what was left. */
export type Suspension = { lastMonths: number; restMonths?: number; basis: string };

/** Whose time a limit measures, by those whom laws name. 'ours' are those whom a center sees to. */
const whose = {
  调解委员会: 'ours',
  医疗纠纷人民调解委员会: 'ours',
  调解组织: 'ours',
  调解员: 'ours',
  信访部门: 'ours',
  '有关机关、单位': 'ours',
  双方当事人共同: 'party',
  当事人: 'party',
  申请人: 'party',
  被申请人: 'party',
  权利人: 'party',
  债务人: 'party',
  劳动者: 'party',
  用人单位: 'party',
  信访人: 'party',
  起诉人: 'party',
  被告: 'party',
  赔偿请求人: 'party',
  法院: 'other',
  仲裁委员会: 'other',
  仲裁庭: 'other',
  复议机关: 'other',
  被申请复议的机关: 'other',
  '上一级机关、单位': 'other',
  法律援助机构: 'other',
  公证机构: 'other',
  司法行政部门: 'other',
  行政机关: 'other',
  作出处罚的机关: 'other',
  赔偿义务机关: 'other',
  卫生主管部门: 'other',
  公安交管部门: 'other',
} as const satisfies Record<string, Binds>;

/**
 * What the limits of one law share. rolls: the law (or the one it refers to) moves a last day off a holiday. from: the day
 * since which it holds as we read it.
 */
export type Law = { name: string; body: string; rolls: boolean; status: ClockRule['status']; from: string };

type More = {
  extension?: Pick<ExtensionRule, 'length' | 'by'>;
  pauseGrounds?: Ground[];
  /** A party's own day rolls off a holiday though its law is silent: 民事诉讼法 85, 民法典 203; what is no such day stays. */
  rolls?: boolean;
  note?: string;
  /** Where this one is used, if not where the others of its law are. */
  body?: string;
  atMost?: true;
  anew?: true;
  suspension?: Suspension;
  before?: true;
  status?: ClockRule['status'];
};

/** One line of a law's table: kind, label, length, unit, article, what starts it, whom it binds, and the exceptions. */
export type Limit = [
  kind: string,
  label: string,
  length: number,
  unit: ClockUnit,
  article: string,
  starts: string,
  who: keyof typeof whose,
  more?: More,
];

/** The most the form can say: the law gives no ceiling, so it gives no number of times either. */
const NO_LIMIT = 20;

export const extended = (length: number | null, by: string) => ({ extension: { length, by } });

/** A fifth of the limit, at least one [G]: a warning is ours, never the law's. */
function warningFor(length: number, unit: ClockUnit): ClockRule['warnBefore'] {
  if (unit === 'month') return { length: Math.min(30, length * 6), unit: 'naturalDay' };
  const fifth = Math.max(1, Math.round(length / 5));
  return { length: fifth, unit: unit === 'hour' || unit === 'workingDay' ? unit : 'naturalDay' };
}

function extensionOf({ extension }: More, unit: ClockUnit): Pick<ClockRule, 'extension'> {
  if (!extension) return {};
  const counted = unit === 'month' || unit === 'workingDay' ? unit : 'naturalDay';
  const times = extension.length === null ? NO_LIMIT : 1;
  return { extension: { ...extension, unit: counted, times, needsPlan: false } };
}

export function limitsOf(law: Law, limits: Limit[]): StatutoryClock[] {
  return limits.map(([kind, label, length, unit, article, startEvent, who, more = {}]) => ({
    rule: {
      kind,
      label,
      length,
      unit,
      countFirstDay: false,
      rollHoliday: (more.rolls ?? law.rolls) && unit !== 'hour' && unit !== 'workingDay',
      warnBefore: warningFor(length, unit),
      basis: `${law.name}第${article}条`,
      status: more.status ?? law.status,
      startEvent,
      binds: whose[who],
      who,
      pauseGrounds: more.pauseGrounds ?? [],
      ...extensionOf(more, unit),
      effectiveFrom: law.from,
    },
    law: law.name,
    article,
    note: more.note ?? '',
    body: more.body ?? law.body,
    atMost: more.atMost ?? false,
    anew: more.anew ?? false,
    suspension: more.suspension ?? null,
    before: more.before ?? false,
  }));
}
