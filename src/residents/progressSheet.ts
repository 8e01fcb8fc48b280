import { type FrameFacts, type Printable, type SheetFrame, sheetFrame } from '../documents/printable.ts';
import { formatDocumentDay } from '../platform/now.ts';

/** The five steps a resident sees, in order; the procedure's own steps fall into these. */
export const residentSteps = ['登记', '转办', '调解', '结果', '回访'] as const;
export type ResidentStep = (typeof residentSteps)[number];

export type ProgressFacts = FrameFacts & {
  centerPhone: string | null;
  title: string;
  registeredOn: string;
  /** 正在调解 */
  where: string;
  /** 迎泽街道 武志强; null while nobody has it yet */
  withWhom: string | null;
  /** calendar day since when it is there */
  since: string;
  /** where the matter stands in the five steps; null when all five are behind it */
  at: ResidentStep | null;
  /** day on which a step was reached, as far as known */
  reachedOn: Partial<Record<ResidentStep, string>>;
  nextStep: string;
  nextBy: string | null;
  /** 原定 10月16日，已经晚了 1 天。中心在催办，督办人 张伟民。 */
  late: string | null;
  arithmetic: string[];
  /** Agreement and return visits, a line each. */
  papers: string[];
  whoToAsk: string;
  waysIfUnhappy: string[];
  /** 2026年10月8日向…提出请求：… */
  claims: string[];
  /** The ways of the law besides mediation, a line each. */
  ways: string[];
  paper: 'a4' | 'a5';
};

type StepShown = { number: string; label: string; state: 'done' | 'here' | 'ahead'; on: string | null };

export type ProgressSheet = SheetFrame & {
  paper: 'a4' | 'a5';
  title: string;
  registered: string;
  where: string;
  since: string;
  nextStep: string;
  nextBy: string | null;
  late: string | null;
  arithmetic: string[];
  papers: string[];
  whoToAsk: string[];
  waysIfUnhappy: string[];
  claims: string[];
  ways: string[];
  steps: StepShown[];
};

/** The paper twin of the resident's page: same step, same date, same person to call. The PIN is not on it. */
export function progressSheet(facts: ProgressFacts): Printable<ProgressSheet> {
  return {
    template: 'residents/progressSheet.typ',
    data: {
      ...sheetFrame(facts),
      paper: facts.paper,
      title: facts.title,
      registered: formatDocumentDay(facts.registeredOn),
      where: facts.withWhom ? `${facts.where}（${facts.withWhom}）` : facts.where,
      since: `${formatDocumentDay(facts.since)}起`,
      nextStep: facts.nextStep,
      nextBy: facts.nextBy,
      late: facts.late,
      arithmetic: facts.arithmetic,
      papers: facts.papers,
      whoToAsk: [facts.whoToAsk, ...(facts.centerPhone ? [`电话 ${facts.centerPhone}`] : [])],
      waysIfUnhappy: facts.waysIfUnhappy,
      claims: facts.claims,
      ways: facts.ways,
      steps: stepsShown(facts),
    },
  };
}

function stepsShown({ at, reachedOn }: ProgressFacts): StepShown[] {
  const here = at === null ? residentSteps.length : residentSteps.indexOf(at);
  return residentSteps.map((label, index) => ({
    number: '①②③④⑤'.charAt(index),
    label,
    state: index < here ? 'done' : index === here ? 'here' : 'ahead',
    on: shortDay(reachedOn[label]),
  }));
}

/** '2026-09-29' → '9月29日' */
function shortDay(day: string | undefined): string | null {
  return day === undefined ? null : formatDocumentDay(day).replace(/^\d+年/, '');
}
