import { addDays, dayOf } from '../src/platform/now.ts';
import { hastyAgreement } from './agreements.ts';
import {
  accept,
  acknowledge,
  archive,
  assign,
  at,
  center,
  closerOf,
  deskOf,
  dispatch,
  handOf,
  headOf,
  intake,
  keep,
  lockAgreement,
  rate,
  report,
  ruleThat,
  settle,
  strikeOff,
  submit,
  triage,
  unkept,
  verify,
  visit,
  writeAgreement,
} from './steps.ts';
import type { Tale } from './tale.ts';

const refusals = [
  '约了三次，对方都没有来，电话里明确说不调解，要走法院。',
  '双方差距太大，谈了两次没有谈拢，申请人准备起诉。',
  '对方坚持一分不出，申请人也不愿意再让，调不成。',
];

/** Settled on the third day, closed on the fourth. */
function untilClosed(c: Tale): void {
  intake(c);
  acknowledge(c).on(1);
  report(c).on(3);
  settle(c);
  submit(c).on(4);
  verify(c);
}

function untilStruckOff(c: Tale): void {
  untilClosed(c);
  c.t.on(6);
  visit(c).on(7);
  // Six of ten pay before they are asked.
  if (c.t.chance.between(1, 10) <= 6) keep(c);
  rate(c).on(8);
  strikeOff(c);
}

/** What was not paid by then: nine of ten pay in the weeks after, one has to be asked. */
function afterwards(c: Tale): void {
  c.t.on(c.t.chance.between(22, 34));
  if (c.t.chance.between(1, 10) <= 9) keep(c);
  else unkept(c);
}

function outcomeOf(c: Tale, end: () => void): void {
  intake(c);
  acknowledge(c).on(1);
  report(c).on(3);
  end();
}

const fail = (c: Tale) => c.t.step(handOf(c.lead), 'fail', { reason: c.t.chance.pick(refusals), toldRoutes: true });

/** Only the county's own center has a post for approvals. */
const approver = (c: Tale) => center(c, c.t.centerId === '140106-center' ? 'approver' : 'centerLeader');

function decline(c: Tale, ground: string, reason: string, goTo: string): void {
  c.t.step(approver(c), 'decline', { ground, reason, goTo, way: 'none', startedOn: null });
}

const declineForCourt = (c: Tale) =>
  decline(c, 'inCourt', '法院已经立案，案件正在审理，中心不能再受理同一件事。', '受理案件的人民法院诉讼服务窗口');

/** The lives that disputes have, by where they end; the sheet of the cast names them. */
export const courses = {
  registered: (_c: Tale) => {},
  accepted: (c: Tale) => {
    accept(c);
  },
  triaged: (c: Tale) => {
    accept(c);
    triage(c);
  },
  dispatched: (c: Tale) => {
    intake(c);
  },
  taken: (c: Tale) => {
    intake(c);
    acknowledge(c);
  },
  assigned: (c: Tale) => {
    intake(c);
    assign(c);
  },
  unassigned: (c: Tale) => {
    intake(c).step(headOf(c.lead), 'acknowledge');
  },
  reported: (c: Tale) => {
    intake(c);
    acknowledge(c).on(1);
    report(c);
  },
  /** Half agreed: what was written down in haste has places to change. */
  drafted: (c: Tale) => {
    courses.reported(c);
    writeAgreement(c, hastyAgreement);
  },
  /** Taken, then nothing more was heard of it. */
  silent: (c: Tale) => {
    intake(c);
    acknowledge(c);
  },
  asking: (c: Tale) => {
    intake(c);
    acknowledge(c).on(1);
    report(c).step(handOf(c.lead), 'requestMaterial', { what: '付款的收据或者转账记录', workingDays: 5 });
  },
  paused: (c: Tale) => {
    courses.asking(c);
    c.t.step(approver(c), 'decidePause', {
      approve: true,
      reason: '没有收据数额算不准，同意等。',
    });
  },
  resumed: (c: Tale) => {
    courses.paused(c);
    c.t
      .on(3)
      .upload('resident', { name: '转账记录', kind: 'photo' })
      .step('resident', 'addFile', (_now, live) => ({ uploads: live.uploads.splice(0) }))
      .step('resident', 'message', { text: '收据找到了，照片已经传上来，请看看清楚不清楚。' })
      .step(handOf(c.lead), 'receiveMaterial', { note: '收据看得清，接着办。' });
  },
  waitingForAppraisal: (c: Tale) => {
    intake(c);
    acknowledge(c).on(1);
    report(c).step(handOf(c.lead), 'requestWait', (now) => ({
      ground: 'appraisal',
      what: '损失数额的鉴定意见',
      until: addDays(dayOf(now), 10),
    }));
    c.t.step(approver(c), 'decidePause', { approve: true, reason: '数额两边差得远，等鉴定意见再谈。' });
  },
  extensionAsked: (c: Tale) => {
    intake(c);
    acknowledge(c).on(1);
    report(c).on(3);
    c.t.step(handOf(c.lead), 'requestExtension', {
      clockKind: 'handle',
      length: 5,
      reason: '一方在外地，下周才能回来当面谈。',
      plan: [],
    });
  },
  extended: (c: Tale) => {
    courses.extensionAsked(c);
    c.t.on(4).step(approver(c), 'decideExtension', { approve: true, reason: '两边都同意等，日期也定了，同意延期。' });
  },
  /** The worker also went to arbitration: its limit runs beside ours, and is not ours to keep. */
  besideArbitration: (c: Tale) => {
    courses.resumed(c);
    c.t.step(handOf(c.lead), 'startStatutory', (now) => ({
      kind: 'laborAward',
      day: dayOf(now),
      note: '申请人同时申请了劳动仲裁，这边接着谈。',
    }));
  },
  settled: (c: Tale) => outcomeOf(c, () => settle(c)),
  settledByAgreement: (c: Tale) =>
    outcomeOf(c, () => {
      writeAgreement(c);
      lockAgreement(c);
      settle(c);
    }),
  settledAndConfirmed: (c: Tale) =>
    outcomeOf(c, () => {
      settle(c);
      submit(c);
    }),
  failed: (c: Tale) => outcomeOf(c, () => fail(c)),
  withdrawn: (c: Tale) => {
    accept(c);
    triage(c);
    c.t.step(deskOf(c), 'withdraw', { reason: '申请人说两家自己说开了，不用再办。' });
  },
  withdrawnLater: (c: Tale) =>
    outcomeOf(c, () => c.t.step(handOf(c.lead), 'withdraw', { reason: '申请人打电话说对方已经把钱给了，撤回申请。' })),
  terminated: (c: Tale) =>
    outcomeOf(c, () =>
      c.t.step(handOf(c.lead), 'terminate', { reason: '被申请人书面表示拒绝调解，已经向双方说明还可以走的途径。' }),
    ),
  submitted: (c: Tale) => {
    outcomeOf(c, () => settle(c));
    submit(c);
  },
  failedSubmitted: (c: Tale) => {
    outcomeOf(c, () => fail(c));
    submit(c, handOf(c.lead), '没有调成，已经把还能走的路告诉双方，申请办结。');
  },
  returned: (c: Tale) => {
    courses.submitted(c);
    c.t.on(4).step(closerOf(c), 'returnClosure', { reason: '协议上没有写付款的日期，补上再提交。' });
  },
  returnedClosed: (c: Tale) => {
    courses.returned(c);
    c.t.on(5);
    settle(c);
    submit(c).on(6);
    verify(c).on(8);
    visit(c);
  },
  closed: untilClosed,
  failedClosed: (c: Tale) => {
    courses.failedSubmitted(c);
    c.t.on(4);
    verify(c);
  },
  visited: (c: Tale) => {
    untilClosed(c);
    c.t.on(6);
    visit(c);
  },
  rated: (c: Tale) => {
    courses.visited(c);
    rate(c);
  },
  unreachable: (c: Tale) => {
    untilClosed(c);
    c.t.on(6);
    visit(c, { outcome: 'unreachable', performed: 'none', words: '打了三次没有人接，发了短信，下周再打。' });
  },
  contested: (c: Tale) => {
    courses.visited(c);
    c.t.on(7).step('resident', 'contest', { reason: '协议写的钱到日子没有给，打电话对方不接，这件事没有解决。' });
  },
  visitContested: (c: Tale) => {
    untilClosed(c);
    c.t.on(6);
    visit(c, { outcome: 'notSettled', performed: 'notPerformed', words: '说对方一分钱都没有给，不满意。' });
  },
  reopened: (c: Tale) => {
    courses.contested(c);
    c.t.on(8).step(closerOf(c), 'reopen', { reason: '回访核实，协议没有履行，重新办理。' });
    acknowledge(c);
  },
  reopenedArchived: (c: Tale) => {
    courses.reopened(c);
    c.t.on(9);
    report(c, '约双方当面谈，对方承认拖了，当场转了第一笔。').on(11);
    settle(c);
    submit(c).on(12);
    verify(c).on(14);
    visit(c).on(15);
    rate(c).on(16);
    strikeOff(c).on(17);
    archive(c);
    afterwards(c);
  },
  keptClosed: (c: Tale) => {
    courses.contested(c);
    c.t.on(9).step(center(c, 'centerLeader'), 'keepClosed', {
      reason: '已经核实，对方当天已把款打到协议写的账户，转账凭证交给了申请人。',
    });
  },
  struckOff: (c: Tale) => {
    untilStruckOff(c);
    afterwards(c);
  },
  archived: (c: Tale) => {
    untilStruckOff(c);
    c.t.on(10);
    archive(c);
    afterwards(c);
  },
  /** Nobody rated it: the time for that runs out first. */
  archivedUnrated: (c: Tale) => {
    untilClosed(c);
    c.t.on(6);
    visit(c).on(20);
    strikeOff(c).on(21);
    archive(c);
    afterwards(c);
  },
  failedArchived: (c: Tale) => {
    courses.failedClosed(c);
    c.t.on(6);
    visit(c, { outcome: 'partly', performed: 'none', words: '已经到法院立了案，说中心讲得清楚，没有白跑。' });
    rate(c, 4).on(8);
    strikeOff(c).on(9);
    archive(c);
  },
  declined: declineForCourt,
  declinedPolice: (c: Tale) =>
    decline(c, 'crime', '对方涉嫌诈骗，已经有多人报案，应由公安机关立案侦查。', '公安机关，紧急请打110'),
  declinedArchived: (c: Tale) => {
    declineForCourt(c);
    c.t.on(5).step(closerOf(c), 'archive');
  },
  reconsidered: (c: Tale) => {
    declineForCourt(c);
    c.t.on(2).step(center(c, 'centerLeader'), 'reconsider', {
      reason: '申请人交来法院准许撤诉的裁定，可以重新看。',
    });
  },
  reconsideredTaken: (c: Tale) => {
    courses.reconsidered(c);
    intake(c);
    acknowledge(c);
  },
  sentBack: (c: Tale) => {
    intake(c);
    acknowledge(c).step(handOf(c.lead), 'sendBack', {
      reason: '到现场看了，漏点在公共管道，应当由管公共设施的单位牵头。',
      basis: '职责清单：共用设施设备由物业主管部门负责',
      betterUnitId: `${c.lead.slice(0, 6)}-housing`,
    });
  },
  redispatched: (c: Tale) => {
    courses.sentBack(c);
    const other = `${c.lead.slice(0, 6)}-housing`;
    c.t.on(1);
    ruleThat(c, other);
    acknowledge(c, other).on(2);
    report(c, '和物业一起看了公共管道，已经派人来修。', handOf(other));
  },
  transferred: (c: Tale) => {
    courses.taken(c);
    const other = `${c.lead.slice(0, 6)}-center`;
    c.t.on(1).step(deskOf(c), 'transfer', { leadUnitId: other, reason: '牵涉两个街道，由区中心牵头办。' });
    acknowledge(c, other);
  },
  escalated: (c: Tale) => {
    courses.reported(c);
    c.t.on(2).step(handOf(c.lead), 'escalate', { reason: '涉及的人多，街道协调不动，请区中心牵头。' });
    acknowledge(c, `${c.lead.slice(0, 6)}-center`);
  },
  undone: (c: Tale) => {
    accept(c);
    triage(c);
    dispatch(c).soon(6).step(deskOf(c), 'undoDispatch');
  },
  helped: (c: Tale) => {
    courses.reported(c);
    for (const unitId of c.support.slice(0, 1))
      report(c, '派人一起看了现场，提了处理意见，协办的事做完了。', headOf(unitId));
  },
  reminded: (c: Tale) => {
    courses.taken(c);
    c.t
      .on(4)
      .step(at('supervisor', `${c.lead.slice(0, 6)}-center`), 'remind', { text: '当事人来问过两次，请尽快反馈。' });
  },
} as const satisfies Record<string, (c: Tale) => void>;

export type Course = keyof typeof courses;
