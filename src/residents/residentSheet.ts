import type { Printable } from '../documents/printable.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import { type ProgressFacts, type ProgressSheet, progressSheet, type ResidentStep } from './progressSheet.ts';
import type { ResidentPage } from './residentInput.ts';

export type SheetPrint = Pick<ProgressFacts, 'paper' | 'largePrint' | 'printedAt' | 'printedBy' | 'qrSvg'>;

function waysIfUnhappy({ canContest, canObject, mediators, phone }: ResidentPage): string[] {
  const names = mediators.map(({ name, unit }) => `${name}（${unit}）`).join('、');
  const change = canObject ? [`想换调解员：手机上点「要求换调解员」，或者到窗口说。现在由${names}调解。`] : [];
  const ask = `没办完、没说清：${phone ? '打电话，或者' : ''}再来窗口问。`;
  return canContest ? [ask, '没有解决：手机上点「没有解决」，或者到窗口说，会有人答复您。'] : [ask, ...change];
}

const agreementLines = ({ head, terms, items }: ResidentPage['agreements'][number]): string[] => [
  `${head}：${terms}`,
  ...items.map(({ what, by, done }) => `${by}：${what}${done ? `（${done}）` : ''}`),
];

const visitLine = ({ at, text }: ResidentPage['visits'][number]): string =>
  `${formatDay(dayOf(new Date(at))).replace(/（.*/, '')} ${text}`;

/** The page as a sheet of paper: nothing is on one that is not on the other. */
export function residentSheet(view: ResidentPage, print: SheetPrint): Printable<ProgressSheet> {
  const here = view.steps.find(({ state }) => state === 'here');
  const reached = view.steps.flatMap(({ label, on }) => (on === null ? [] : [[label, on] as const]));
  return progressSheet({
    ...print,
    centerName: view.centerName,
    codeGrouped: view.codeGrouped,
    centerPhone: view.phone,
    title: view.title,
    registeredOn: view.registeredOn,
    where: view.where,
    withWhom: [view.unit, view.handler].filter(Boolean).join(' '),
    since: view.whereSince,
    at: (here?.label ?? null) as ResidentStep | null,
    reachedOn: Object.fromEntries(reached),
    nextStep: [view.moved, view.together, view.waitingFor?.sentence, view.next, ...view.rights]
      .filter(Boolean)
      .join(''),
    nextBy: view.nextBy ?? view.remaining,
    late: view.late,
    arithmetic: view.arithmetic,
    papers: [...view.signed, ...view.agreements.flatMap(agreementLines), ...view.visits.map(visitLine)],
    whoToAsk: view.askAt,
    waysIfUnhappy: waysIfUnhappy(view),
    claims: view.claims,
    ways: view.routes.flatMap(({ when, ways }) => [...(when ? [`${when}：`] : []), ...ways]),
  });
}
