import type { Rule } from '../lint.ts';
import { at } from '../places.ts';

const spoken = /违约|逾期|不按|未按|没按|不履行|拒不|不付|不还|到期不|没付|没还/;

/** Money or a deed that lies ahead, and nothing about what follows if it stays undone. */
export const breach: Rule = ({ agreement: { terms, madeOn } }) => {
  if (terms.some(({ text, kind }) => kind === 'other' && spoken.test(text))) return [];
  return terms.flatMap(({ kind, text, dueOn, instalments, ifNot }, index) => {
    const later = (dueOn !== null && dueOn > madeOn) || instalments.some((each) => each.dueOn > madeOn);
    const owed = (kind === 'pay' || kind === 'do') && later;
    return owed && ifNot.trim() === '' && !spoken.test(text) ? [at('nothingOnBreach', `terms.${index}.ifNot`)] : [];
  });
};
