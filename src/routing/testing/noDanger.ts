import { type SafetyAnswers, safetyItems } from '../safety.ts';

/** A checked dispute in which nothing threatens anybody. */
export const noDanger = Object.fromEntries(safetyItems.map(([item]) => [item, false])) as SafetyAnswers;
