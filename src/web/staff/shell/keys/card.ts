import { stepNames, stepOf } from '../../../../disputes/procedure.ts';
import type { Language } from '../../../../ui/i18n.ts';
import { type Job, jobsOf, moreJobsOf } from '../jobs.ts';

export type CardRow = readonly [keys: string, words: string];

/** Letters of the acts that a post of this role may ever press, from the procedure itself. */
export function actKeysOf(role: string, language: Language): CardRow[] {
  return stepNames.flatMap((name): CardRow[] => {
    const { key, who, label, labelEn } = stepOf(name);
    const may = who.some((each) => each.startsWith(`${role}@`));
    return key && may ? [[key.toUpperCase(), language === 'zh' ? label : labelEn]] : [];
  });
}

/** The second key after G: pages of the post's bar. */
export function pageKeysOf(role: string, language: Language): CardRow[] {
  const pages: readonly Job[] = [...jobsOf(role), ...moreJobsOf(role)];
  return jobsOf(role).flatMap((job): CardRow[] => {
    const { keys } = pages.find(({ to }) => to === job.to) ?? job;
    return keys ? [[keys, language === 'zh' ? job.zh : job.en]] : [];
  });
}

export const standsAtCounter = (role: string): boolean => jobsOf(role).some(({ to }) => to === '/reception');
