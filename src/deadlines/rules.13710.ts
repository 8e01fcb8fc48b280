import type { ClockRule, PauseGround } from './clockRule.ts';

/** What one clock of a dispute measures; procedure rows start and stop clocks by these names. */
export type ClockKind =
  | 'accept'
  | 'deploy'
  | 'acknowledge'
  | 'report'
  | 'handle'
  | 'mediation'
  | 'verify'
  | 'returnVisit'
  | 'strikeOff'
  | 'materials'
  | 'supervisionReply'
  | 'promise';

/** Limits of a mediating body: of the county's choice, or of a law for its kind of dispute. One of them runs. */
export const mediationKinds = ['mediation', 'medicalMediation', 'laborMediation'] as const;

/** Settings hold one rule for each clock, and two more for handling, whose limit depends on difficulty. */
export type ClockRuleName = ClockKind | 'handleSimple' | 'handleComplex';
export type ClockRules = Record<ClockRuleName, ClockRule>;

const natural = { unit: 'naturalDay', countFirstDay: false, rollHoliday: false } as const;
const working = { unit: 'workingDay', countFirstDay: false, rollHoliday: false } as const;
const month = { unit: 'month', length: 1, countFirstDay: false, rollHoliday: false } as const;
const sameDay = {
  unit: 'sameDay',
  length: 1,
  countFirstDay: true,
  rollHoliday: false,
  warnBefore: { length: 4, unit: 'hour' },
} as const;
const days = (length: number) => ({ length, unit: 'naturalDay' }) as const;
const workingDays = (length: number) => ({ length, unit: 'workingDay' }) as const;

// The lengths come from the province's press conference of 2017-06-15 as reprinted. It says 天 and 当天 and never names a
// starting point or working days: those are ours, and each basis says so.
const press = '山西省政府新闻发布会2017-06-15';
const ours = '是系统缺省，规定没有写明';

// 13710 does not say when a clock may stand still or who grants more time: both are ours.
const grounds: PauseGround[] = ['material', 'appraisal', 'court', 'otherUnit', 'partyAbsent', 'forceMajeure'];
const moreDays = { length: 7, unit: 'naturalDay', times: 1, by: '中心负责人', needsPlan: false } as const;
/** 解决不了的，要拿出解决的时间节点和方案: the plan names the day, so the rule gives no ceiling. */
const datedPlan = { length: null, unit: 'naturalDay', times: 3, by: '中心负责人', needsPlan: true } as const;

export const defaultClockRules: ClockRules = {
  accept: {
    ...sameDay,
    kind: 'accept',
    label: '受理',
    startEvent: '登记',
    basis: '登记当天决定受不受理：没有统一规定',
    status: 'G',
  },
  deploy: {
    ...sameDay,
    kind: 'deploy',
    label: '分流',
    startEvent: '受理',
    basis: `13710「1」当天研究部署（${press}）；从受理起算${ours}`,
    status: 'V2',
  },
  acknowledge: {
    ...sameDay,
    kind: 'acknowledge',
    label: '签收',
    startEvent: '分流',
    basis: `13710「1」当天研究部署（${press}）；以签收为部署、从分流起算${ours}`,
    status: 'V2',
  },
  report: {
    ...natural,
    kind: 'report',
    label: '反馈',
    startEvent: '分流',
    length: 3,
    warnBefore: days(1),
    basis: `13710「3」3天内反馈办理情况（${press}）；从分流起算、按自然日${ours}`,
    status: 'V2',
    pauseGrounds: grounds,
  },
  handle: {
    ...natural,
    kind: 'handle',
    label: '办结',
    startEvent: '分流',
    length: 7,
    warnBefore: days(2),
    basis: `13710「7」一般问题原则上7天内落实解决（${press}）；从分流起算、按自然日、可以延期一次${ours}`,
    status: 'V2',
    pauseGrounds: grounds,
    extension: moreDays,
  },
  handleSimple: {
    ...natural,
    kind: 'handle',
    label: '办结',
    startEvent: '分流',
    length: 7,
    warnBefore: days(2),
    basis: `13710「7」一般问题原则上7天内落实解决（${press}），简单的事不超过它；从分流起算、按自然日${ours}`,
    status: 'V2',
    pauseGrounds: grounds,
  },
  handleComplex: {
    ...month,
    kind: 'handle',
    label: '办结',
    startEvent: '分流',
    warnBefore: days(6),
    basis: `13710「1」重大、复杂问题1个月内落实解决，解决不了的拿出时间节点和方案（${press}）；从分流起算、由谁批准延期${ours}`,
    status: 'V2',
    pauseGrounds: grounds,
    extension: datedPlan,
  },
  mediation: {
    ...month,
    kind: 'mediation',
    label: '人民调解',
    startEvent: '签收',
    warnBefore: days(6),
    basis:
      '人民调解工作若干规定（司法部令第75号）第33条：一般在一个月内调结，只约束人民调解委员会；从签收起算是系统缺省，规定没有写明',
    status: 'V2',
    pauseGrounds: grounds,
  },
  verify: {
    ...working,
    kind: 'verify',
    label: '办结审核',
    startEvent: '提交办结',
    length: 2,
    warnBefore: workingDays(1),
    basis: '提交办结后2个工作日内审核：没有统一规定',
    status: 'G',
  },
  returnVisit: {
    ...natural,
    kind: 'returnVisit',
    label: '回访',
    startEvent: '办结',
    length: 7,
    warnBefore: days(2),
    basis: '办结后7天内回访：没有统一规定',
    status: 'G',
  },
  strikeOff: {
    ...natural,
    kind: 'strikeOff',
    label: '销号',
    startEvent: '办结',
    length: 15,
    warnBefore: days(3),
    basis: `13710「0」跟踪到底、销号清零（${press}）；15天没有规定`,
    status: 'G',
  },
  materials: {
    ...working,
    kind: 'materials',
    label: '等材料',
    startEvent: '批准停钟',
    length: 10,
    warnBefore: workingDays(2),
    basis: '等当事人补材料最多停10个工作日：没有统一规定',
    status: 'G',
  },
  supervisionReply: {
    ...working,
    kind: 'supervisionReply',
    label: '回复督办',
    startEvent: '收到督办单',
    length: 1,
    warnBefore: { length: 4, unit: 'hour' },
    basis: '收到督办单后1个工作日内回复：没有统一规定',
    status: 'G',
  },
  // The day is the parties' own; only how early they are reminded is the county's choice.
  promise: {
    ...natural,
    kind: 'promise',
    label: '履行协议',
    startEvent: '协议约定',
    length: 30,
    warnBefore: days(3),
    basis: '哪天由协议定（《人民调解法》第三十一条：当事人应当按照约定履行）；提前几天提醒没有统一规定',
    status: 'G',
    binds: 'party',
    who: '应当履行的一方',
  },
};

export const clockKinds = [...new Set(Object.values(defaultClockRules).map(({ kind }) => kind))] as ClockKind[];

/** Handling takes the rule of its difficulty, every other clock its own. */
export function clockRuleFor(
  rules: ClockRules,
  kind: ClockKind,
  difficulty: 'simple' | 'ordinary' | 'complex' = 'ordinary',
): ClockRule {
  if (kind !== 'handle' || difficulty === 'ordinary') return rules[kind];
  return difficulty === 'simple' ? rules.handleSimple : rules.handleComplex;
}
