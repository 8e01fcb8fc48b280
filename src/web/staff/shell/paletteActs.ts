import type { Job } from './jobs.ts';

export type Act = { to: string; zh: string; en: string; initials: string; at: Job['to'] };

// What people say they want to do, and where it is done.
export const acts: readonly Act[] = [
  { to: '/reception', zh: '登记一件纠纷', en: 'Register a dispute', initials: 'djyjjf', at: '/reception' },
  { to: '/reception', zh: '只记咨询', en: 'Record a consultation', initials: 'zjzx', at: '/reception' },
  { to: '/ledger?due=overdue', zh: '看逾期的', en: 'See what is overdue', initials: 'kyqd', at: '/ledger' },
  { to: '/ledger?due=today', zh: '看今天到期的', en: 'See what is due today', initials: 'kjtdqd', at: '/ledger' },
  { to: '/sessions', zh: '看我在哪些机器上登录', en: 'See my log-ins', initials: 'dl', at: '/work' },
  { to: '/keys', zh: '打印按键卡', en: 'Print the card of keys', initials: 'dyajk', at: '/work' },
];

/** As typed for an act: 分流 fl, 记回访 jhf. What is not listed is found by its characters. */
export const actInitials: Readonly<Record<string, string>> = {
  accept: 'sl',
  decline: 'bysl',
  triage: 'yp',
  dispatch: 'fl',
  acknowledge: 'qs',
  rule: 'cd',
  report: 'xfk',
  recordInquiry: 'jdc',
  assign: 'zp',
  decidePause: 'sptz',
  decideExtension: 'spyq',
  submitClosure: 'tjbj',
  verifyClosure: 'shbj',
  recordReturnVisit: 'jhf',
  strikeOff: 'xh',
  answerNotice: 'hfdb',
  liftNotice: 'hxdb',
};
