import type { Term } from '../agreement.ts';
import { daysIn } from '../daysIn.ts';
import type { Rule } from '../lint.ts';
import { at } from '../places.ts';

const isDated = ({ text, dueOn, instalments }: Term): boolean =>
  dueOn !== null || instalments.length > 0 || daysIn(text).length > 0 || /当场|同时/.test(text);
const isOrdered = (term: Term): boolean => isDated(term) || term.after !== null || term.condition !== '';

/** Going from term to term along "after", one comes back. */
function inCircle(terms: readonly Term[], start: number): boolean {
  let at: number | null = terms[start]?.after ?? null;
  for (let steps = 0; steps < terms.length && at !== null; steps++) {
    if (at === start) return true;
    at = terms[at]?.after ?? null;
  }
  return false;
}

const owes = ({ kind, owesId }: Term): boolean => (kind === 'pay' || kind === 'do') && owesId !== null;

/** Both sides owe something: who goes first? */
export const order: Rule = ({ agreement: { terms } }) => {
  const circles = terms.flatMap((_, index) => (inCircle(terms, index) ? [at('circle', `terms.${index}.after`)] : []));
  const open = terms.flatMap((term, index) => {
    const other = terms.some(
      (each) => owes(each) && each.owesId === term.toId && each.toId === term.owesId && !isOrdered(each),
    );
    return owes(term) && term.toId !== null && !isOrdered(term) && other ? [at('noOrder', `terms.${index}.after`)] : [];
  });
  return [...circles, ...open];
};
