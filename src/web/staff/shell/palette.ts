import type { PostView } from '../../../people/me.ts';
import type { Language } from '../../../ui/i18n.ts';
import { type Job, jobsOf, moreJobsOf } from './jobs.ts';

export type Found = {
  id: string;
  to: string;
  label: string;
  /** Why it was found, in small letters beside it. */
  reason: string;
};

type Act = { to: string; zh: string; en: string; initials: string; at: Job['to'] };

// What people say they want to do, and where it is done.
const acts: readonly Act[] = [
  { to: '/reception', zh: '登记一件纠纷', en: 'Register a dispute', initials: 'djyjjf', at: '/reception' },
  { to: '/reception', zh: '只记咨询', en: 'Record a consultation', initials: 'zjzx', at: '/reception' },
  { to: '/ledger?due=overdue', zh: '看逾期的', en: 'See what is overdue', initials: 'kyqd', at: '/ledger' },
  { to: '/ledger?due=today', zh: '看今天到期的', en: 'See what is due today', initials: 'kjtdqd', at: '/ledger' },
  { to: '/sessions', zh: '看我在哪些机器上登录', en: 'See my log-ins', initials: 'dl', at: '/work' },
];

const matches = (text: string, row: { zh: string; en: string; initials: string }): boolean => {
  const wanted = text.trim().toLowerCase();
  return (
    wanted === '' ||
    row.zh.includes(wanted) ||
    row.en.toLowerCase().includes(wanted) ||
    (/^[a-z]+$/.test(wanted) && row.initials.startsWith(wanted))
  );
};

/** Pages and acts of this post that fit what was typed; matters are asked of the server. */
export function findPlaces(text: string, post: Pick<PostView, 'role'>, language: Language): Found[] {
  const pages: Job[] = [...jobsOf(post.role), ...moreJobsOf(post.role)];
  const reachable = new Set<string>(pages.map(({ to }) => to));
  const why = { zh: { page: '页面', act: '要办的事' }, en: { page: 'page', act: 'act' } }[language];
  return [
    ...pages
      .filter((job) => matches(text, job))
      .map((job) => ({ id: job.to, to: job.to, label: job[language], reason: why.page })),
    ...acts
      .filter((act) => reachable.has(act.at) && matches(text, act))
      .map((act) => ({ id: act.zh, to: act.to, label: act[language], reason: why.act })),
  ].slice(0, 8);
}

/** Digits, or a county's name and digits: worth asking the server whose code it is. */
export function looksLikeCode(text: string): boolean {
  return text.normalize('NFKC').replace(/[^0-9〇零一二三四五六七八九幺两洞拐勾]/g, '').length >= 6;
}
