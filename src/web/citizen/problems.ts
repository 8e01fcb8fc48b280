import { Refusal } from '../../platform/refusal.ts';
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

export const filesRefused = (sentences: readonly string[]): Refusal =>
  new Refusal('invalid', 'filesRefused', sentences.join('\n'), { files: sentences.join('；') });

export function nothingGiven(send: boolean): Refusal {
  return send
    ? new Refusal('invalid', 'nothingGiven', '写一句话再发，或者选材料。', { text: '写一句话再发，或者选材料。' })
    : new Refusal('invalid', 'noFile', '先选材料，再按「先把材料传上去」。', { files: '先选材料。' });
}
