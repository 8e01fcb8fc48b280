import { questionsByCategory } from './data/routes.ts';
import { type LegalQuestion, routeSentence } from './route.ts';

const civil = questionsByCategory['18'] as readonly LegalQuestion[];

/** The ways that remain besides mediation, by what is in question. Never a condition for any of them. */
export const questionsOf = (categoryCode: string): readonly LegalQuestion[] =>
  questionsByCategory[categoryCode] ?? civil;

/** Where arbitration comes before the court: 劳动争议调解仲裁法 5. */
export const isLabor = (categoryCode: string): boolean =>
  questionsOf(categoryCode).some(({ routes }) => routes.some(({ code }) => code === 'laborArbitration'));

/** The same as sentences: one source for page, paper and what is told. */
export const spokenQuestions = (categoryCode: string): { when: string; ways: string[] }[] =>
  questionsOf(categoryCode).map(({ when, routes }) => ({ when, ways: routes.map(routeSentence) }));
