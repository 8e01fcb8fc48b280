import type { Language } from '../../../ui/i18n.ts';
import { type Job, jobs } from './jobs.ts';

export const groupNames = ['matters', 'hall', 'watching', 'colleagues', 'house'] as const;
export type MoreGroup = (typeof groupNames)[number];
type PageName = keyof typeof jobs;

/** Where each page stands in 更多: by what one comes for, in the order of the table. */
const groupOf: Readonly<Record<PageName, MoreGroup>> = {
  briefing: 'watching',
  work: 'matters',
  ledger: 'matters',
  notices: 'matters',
  reception: 'hall',
  reports: 'watching',
  definitions: 'watching',
  reportForms: 'watching',
  presence: 'colleagues',
  duty: 'colleagues',
  bookings: 'hall',
  sittings: 'matters',
  myWeek: 'colleagues',
  reorganizations: 'house',
  handovers: 'matters',
  phrases: 'matters',
  scans: 'matters',
  promises: 'matters',
  mediation: 'colleagues',
  dimensions: 'matters',
  duplicates: 'matters',
  imports: 'house',
  hallQueue: 'hall',
  hallAppointments: 'hall',
  hallVisits: 'hall',
  clues: 'matters',
  deliveries: 'matters',
  supervision: 'watching',
  rulings: 'matters',
  supervisionNotices: 'watching',
  people: 'colleagues',
  network: 'house',
  settings: 'house',
  law: 'house',
  templates: 'house',
  calendar: 'house',
  sessions: 'colleagues',
  trail: 'watching',
  paper: 'house',
  outputs: 'matters',
  hallDevices: 'hall',
  absences: 'colleagues',
  burden: 'watching',
  operations: 'house',
};

const names = Object.keys(jobs) as PageName[];
export const pageNameOf = (to: string): PageName | undefined => names.find((name) => jobs[name].to === to);
export const pageOf = (to: string): Job | undefined => Object.values(jobs).find((job) => job.to === to);

/** By its name in either language, or by the initials of its pinyin. */
function fits({ zh, en, initials }: Job, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  return zh.includes(wanted) || en.toLowerCase().includes(wanted) || initials.startsWith(wanted);
}

export type Grouped = { name: MoreGroup; pages: Job[] };

/** The pages that fit what was typed, group by group; a group without any is left out. */
export function moreGroups(pages: readonly Job[], typed: string, language: Language): Grouped[] {
  const found = pages.filter((page) => fits(page, typed));
  const of = (group: MoreGroup) =>
    found
      .filter(({ to }) => groupOf[pageNameOf(to) ?? 'work'] === group)
      .toSorted((a, b) => a[language].localeCompare(b[language], 'zh-CN'));
  return groupNames.map((name) => ({ name, pages: of(name) })).filter(({ pages: own }) => own.length > 0);
}
