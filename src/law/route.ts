import type { Day } from '../platform/now.ts';

/** How well a sentence of law stands: V, its text was read; V2, second hand. What is our own default is no sentence of law. */
export type LawStatus = 'V' | 'V2';

/** One way of the law that stays open whatever mediation comes to. Its parts are read apart, and said as one sentence. */
export type LegalRoute = {
  code: string;
  /** 申请劳动仲裁. */
  label: string;
  /** To whom: 劳动人事争议仲裁委员会. */
  body: string;
  /** Within how long, and from when; null where the law sets none for going there. */
  limit: { within: string; from: string } | null;
  /** What to bring. */
  papers: string;
  /** What else must be known before choosing it. */
  note: string;
  basis: string;
  status: LawStatus;
  /** When the text was last compared. */
  checked: Day;
  /** Open only once another route has been gone. */
  after?: true;
};

/** Which way it is depends on the question, not on the category alone: 单位欠工资, 土地归谁. The routes in the order to go. */
export type LegalQuestion = { when: string; routes: readonly LegalRoute[] };

/** What is said to a person, on page, paper and telephone. */
export function routeSentence({ label, body, limit, note }: LegalRoute): string {
  const term = limit ? `，从${limit.from}起${limit.within}内` : '';
  return `${label}：向${body}提出${term}。${note}`;
}
