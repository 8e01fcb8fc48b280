import { countyQuestion, defaultLaw, type LawRules } from './countyRoutes.ts';
import { questionsByCategory } from './data/routes.ts';
import { type LegalQuestion, type LegalRoute, routeSentence } from './route.ts';

const civil = questionsByCategory['18'] as readonly LegalQuestion[];

/** The ways that remain besides mediation, by what is in question. Never a condition for any of them. */
export const questionsOf = (categoryCode: string, county: LawRules = defaultLaw): readonly LegalQuestion[] => [
  ...(questionsByCategory[categoryCode] ?? civil),
  ...countyQuestion(county, categoryCode),
];

const routes = new Map(
  Object.values(questionsByCategory).flatMap((questions) =>
    questions.flatMap((question) => question.routes.map((route) => [route.code, route] as const)),
  ),
);

export const routeOf = (code: string): LegalRoute | undefined => routes.get(code);

/** Where arbitration comes before the court: 劳动争议调解仲裁法 5. */
export const isLabor = (categoryCode: string): boolean =>
  questionsOf(categoryCode).some(({ routes }) => routes.some(({ code }) => code === 'laborArbitration'));

/** The same as sentences: one source for page, paper and what is told. */
export const spokenQuestions = (categoryCode: string, county: LawRules): { when: string; ways: string[] }[] =>
  questionsOf(categoryCode, county).map(({ when, routes }) => ({ when, ways: routes.map(routeSentence) }));
