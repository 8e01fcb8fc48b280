import type { Refusal } from '../../platform/refusal.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';

/** What is wrong with a form: the sentence above it, and one beside each field. */
export type Problem = { message: string; fields: Readonly<Record<string, string>> };

export const problemOf = ({ message, fields }: Refusal): Problem => ({ message, fields });

export const countOf = (problem: Problem | undefined): number =>
  problem ? Math.max(1, Object.keys(problem.fields).length) : 0;

/** Stands above the form; `role="alert"` lets a screen reader begin with it. */
export function summary(problem: Problem | undefined): Html | null {
  return problem ? html`<p class="strip late" role="alert" id="problem">${icon('late')} ${problem.message}</p>` : null;
}

/** The same sentence beside the field, unless the summary says it already. */
export function beside(problem: Problem | undefined, field: string): Html | null {
  const sentence = problem?.fields[field];
  return sentence ? html`<span class="error" id="${field}-error">${icon('late')} ${sentence}</span>` : null;
}
