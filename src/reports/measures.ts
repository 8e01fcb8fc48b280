import { type MeasureFacts, measures, rates } from './data/measures.ts';

export { rates };
export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];
export const measureFacts = (measure: Measure): MeasureFacts => measures[measure];

export type Rate = keyof typeof rates;
export const rateNames = Object.keys(rates) as Rate[];
/** What a rate's denominator holds that is not over: while there is any, the rate is provisional. */
export const undecidedOf = (rate: Rate): Measure | null => (rates[rate] as { undecided?: Measure }).undecided ?? null;
export const isRate = (word: string): word is Rate => Object.hasOwn(rates, word);
export const figureTitle = (what: Measure | Rate): string => (isRate(what) ? rates[what].zh : measures[what].zh);
export const figureText = (what: Measure | Rate): string => (isRate(what) ? rates[what].text : measures[what].text);

/** Counted by visits at the counter: they have no category, no source and no unit. */
export const ofVisits = (measure: Measure): boolean => measure === 'visits' || measure === 'personTimes';
