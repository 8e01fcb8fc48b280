import type { Day } from '../platform/now.ts';

/** How well a sentence of law stands: V, its text was read; V2, second hand. What is our own default is no sentence of law. */
export type LawStatus = 'V' | 'V2';

/** `clock`: the limit of law that measures it, so that one date stands on page, paper and telephone. */
export type RouteLimit = { within: string; from: string; clock: string };

/** One way of the law that stays open whatever mediation comes to. Its parts are read apart, and said as one sentence. */
export type LegalRoute = {
  code: string;
  /** 申请劳动仲裁. */
  label: string;
  /** To whom: 劳动人事争议仲裁委员会. */
  body: string;
  /** Within how long, and from when; null where the law sets none for going there. */
  limit: RouteLimit | null;
  /** What to bring. */
  papers: string;
  /** What else must be known before choosing it. */
  note: string;
  basis: string;
  /** G: a county's own. */
  status: LawStatus | 'G';
  /** When the text was last compared. */
  checked: Day | null;
  /** Open only once another route has been gone. */
  after?: true;
};

/** Which way it is depends on the question, not on the category alone: 单位欠工资, 土地归谁. The routes in the order to go. */
export type LegalQuestion = { when: string; routes: readonly LegalRoute[] };

/** 从收到仲裁裁决书起十五日内. */
export const limitSentence = ({ within, from }: RouteLimit): string => `从${from}起${within}内`;

/** What is said to a person, on page, paper and telephone. */
export function routeSentence({ label, body, limit, note }: LegalRoute): string {
  const term = limit ? `，${limitSentence(limit)}` : '';
  return `${label}：向${body}提出${term}。${note}`;
}
