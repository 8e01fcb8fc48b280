import { type BoardTerm, boardDefinition, boardTerms } from '../dashboards/boardWords.ts';
import { figureText, figureTitle, type Measure, measureNames, type Rate, rateNames } from '../reports/measures.ts';
import { ownWords } from './data/words.ts';

type OwnTerm = keyof typeof ownWords;
/** One name a definition, which is also its anchor: measures and rates by theirs, the board's with its own name before. */
export type DefinitionId = Measure | Rate | `board.${BoardTerm}` | OwnTerm;

export const definitionGroups = ['open', 'board', 'measures', 'rates', 'ledger', 'morning', 'days'] as const;
export type DefinitionGroup = (typeof definitionGroups)[number];
export type Defined = { id: DefinitionId; group: DefinitionGroup; term: string; text: string };

const figures = (names: readonly (Measure | Rate)[], group: DefinitionGroup): Defined[] =>
  names.map((id) => ({ id, group, term: figureTitle(id), text: `${figureText(id)}。` }));

/** THE list of what figures count, from where each is counted; nothing is said twice. */
export const allDefinitions = (smallNumber?: number): Defined[] => [
  ...Object.entries(ownWords).map(([id, words]) => ({ id: id as OwnTerm, ...words })),
  ...boardTerms.map((of): Defined => ({ id: `board.${of}`, group: 'board', ...boardDefinition(of, smallNumber) })),
  ...figures(measureNames, 'measures'),
  ...figures(rateNames, 'rates'),
];

export const definitionOf = (id: DefinitionId): Defined | undefined => allDefinitions().find((each) => each.id === id);
