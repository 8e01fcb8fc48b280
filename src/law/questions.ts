import { questionsByCategory } from './data/routes.ts';
import { type LegalQuestion, routeSentence } from './route.ts';

const civil = questionsByCategory['18'] as readonly LegalQuestion[];

/** The ways that remain besides mediation, by what is in question. Never a condition for any of them. */
export const questionsOf = (categoryCode: string): readonly LegalQuestion[] =>
  questionsByCategory[categoryCode] ?? civil;

/** The same as sentences: one source for page, paper and what is told. */
export const spokenQuestions = (categoryCode: string): { when: string; ways: string[] }[] =>
  questionsOf(categoryCode).map(({ when, routes }) => ({ when, ways: routes.map(routeSentence) }));
