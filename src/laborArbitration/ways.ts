import { runningClocks } from '../deadlines/leading.ts';
import type { DoorFacts, DoorWay, Entry } from '../handover/door.ts';
import { doorNames } from '../law/data/doors.ts';
import { isLabor } from '../law/questions.ts';
import { say } from '../law/say.ts';

const { laborArbitration: arbitration, laborReview: review } = doorNames;
const limits = ['laborLimitation', 'laborWageLimitation'] as const;

const isOpen = (status: string): boolean => ['preparing', 'handedIn', 'supplementing', 'accepted'].includes(status);

/** Open always: a year that passed is the commission's to weigh, and is said. */
function arbitrationEntry({ clocks, doors, categoryCode, now }: DoorFacts): Entry {
  if (!isLabor(categoryCode)) return { open: false, why: '这件事不是劳动争议，不归劳动人事争议仲裁委员会。' };
  if (doors.some(({ way, status }) => way === 'laborArbitration' && isOpen(status)))
    return { open: false, why: '已经申请了仲裁，接着那一件办。' };
  const limit = runningClocks(clocks).find(({ kind }) => limits.some((each) => each === kind));
  const late = limit?.dueAt !== undefined && limit.dueAt !== null && limit.dueAt <= now;
  const until = late ? null : (limit?.dueAt ?? null);
  return {
    open: true,
    until,
    clock: late ? null : (limit?.kind ?? null),
    note: late ? say('laborLate') : say('laborFree'),
  };
}

/** Together, within fifteen days of the agreement: the dispute runs that limit only where a lawful body mediated. */
function reviewEntry({ clocks, agreements }: DoorFacts): Entry {
  const running = runningClocks(clocks).find(({ kind }) => kind === 'laborReview');
  if (running) return { open: true, until: running.dueAt, clock: running.kind, note: say('reviewTogether') };
  if (agreements.length === 0) return { open: false, why: '还没有达成协议；仲裁审查是给调解协议的。' };
  return { open: false, why: '申请仲裁审查的十五日过了，或者这份协议不能审查；可以申请仲裁、起诉。' };
}

const shared = {
  ...{ bodies: ['laborArbitration'], body: '劳动人事争议仲裁委员会', secret: false },
  grounds: {
    notLabor: '不是劳动争议，不在受理范围',
    otherCommission: '不归这个仲裁委员会管辖',
    noRespondent: '没有明确的被申请人，或者主体不对',
    otherwise: '其他不符合受理条件的情形（书面说明的理由）',
  },
} as const satisfies Partial<DoorWay>;

/** 劳动仲裁 (劳动争议调解仲裁法 27, 28): by one side; the other learns of it when the copy is served (30). */
const laborArbitration: DoorWay = {
  ...shared,
  ...{ route: 'laborArbitration', label: arbitration.label, paper: '劳动人事争议仲裁申请书', joint: false },
  keeps: [...limits],
  fields: [
    {
      ...{ name: 'claims', label: '仲裁请求', kind: 'long', must: true, who: '申请人' },
      hint: '一项一项写：要什么、多少钱',
      proposal: ({ demands }) => demands,
    },
    {
      ...{ name: 'reasons', label: '事实和理由', kind: 'long', must: true, who: '申请人' },
      hint: '什么时候进单位、做什么、怎么起的争议',
      proposal: ({ facts }) => facts,
    },
    { name: 'employedFrom', label: '哪天进单位', hint: '2025-03-01', kind: 'day', who: '申请人' },
    { name: 'monthlyWage', label: '每月工资', hint: '12000', kind: 'money', protect: true, who: '申请人' },
    { name: 'witnesses', label: '证人的姓名、住址', hint: '没有写「无」', kind: 'text', who: '申请人' },
    {
      name: 'account',
      label: '收款账号',
      hint: '裁决、调解以后往哪里打款',
      kind: 'text',
      protect: true,
      who: '申请人',
    },
  ],
  papers: [
    { name: '身份证明', who: '申请人', must: true },
    { name: '劳动关系的证据（合同、工牌、社保、工资流水）', who: '申请人', must: true },
    { name: '争议的证据（欠条、考勤、通知）', who: '申请人', must: false },
    { name: '推举代表人的：代表人推选书', who: '十人以上共同申请的', must: false },
  ],
  results: {
    mediated: { label: arbitration.results.mediated, says: say('laborMediated') },
    finalAward: {
      ...{ label: arbitration.results.finalAward, says: say('laborFinalAward') },
      rights: ['laborWorkerSuit', 'laborSetAside'],
    },
    award: { label: arbitration.results.award, says: say('laborOtherAward'), rights: ['laborSuit'] },
    withdrawn: { label: arbitration.results.withdrawn, says: '' },
  },
  concerns: ({ categoryCode }) => isLabor(categoryCode),
  entry: arbitrationEntry,
};

/** 仲裁审查 (劳动人事争议仲裁办案规则 74, V2): what was agreed on becomes a 调解书 that can be enforced. */
const laborReview: DoorWay = {
  ...shared,
  ...{ route: 'laborReview', label: review.label, paper: '调解协议仲裁审查申请书', joint: true },
  keeps: ['laborReview'],
  without: ['laborCopy', 'laborAward', 'laborAcceptance'],
  fields: [
    {
      ...{ name: 'request', label: '请求事项', kind: 'long', must: true, who: '双方当事人' },
      hint: '请求审查哪一份协议',
      proposal: ({ agreementNumber }) =>
        agreementNumber === '' ? '' : `请求审查${agreementNumber}调解协议，出具调解书。`,
    },
  ],
  papers: [
    { name: '调解协议书', who: '调解组织', must: true },
    { name: '双方的身份证明', who: '双方当事人', must: true },
  ],
  results: {
    reviewed: { label: review.results.reviewed, says: say('laborReviewed'), title: 'laborReviewed' },
    rejected: { label: review.results.rejected, says: say('laborReviewRejected') },
  },
  concerns: ({ categoryCode, agreements }) => isLabor(categoryCode) && agreements.length > 0,
  entry: reviewEntry,
};

export const laborWays = { laborArbitration, laborReview };
