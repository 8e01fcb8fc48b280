import type { FilledCell } from '../sheets/filledCell.ts';
import { type FormGrid, readAddress } from '../sheets/formGrid.ts';
import type { Answers, Manuals } from './answers.ts';

/**
 * What is written into the copy: the person's word before the count. The form's own formulas stay; beside them stands what
 * they count to where we can say it.
 */
export function cellsToFill(grid: FormGrid, answers: Answers, manual: Manuals): FilledCell[] {
  const addresses = new Set([...Object.keys(answers), ...Object.keys(manual)]);
  return [...addresses].flatMap((address) => {
    const { sheet, ref } = readAddress(address);
    const answer = answers[address];
    const value = manual[address]?.value ?? answer?.value;
    const edits = manual[address] ? undefined : answer?.edits;
    const name = grid.sheets[sheet]?.name;
    if (value === null || value === undefined || name === undefined) return [];
    const counted = answer?.kind === 'own' && !manual[address];
    return [{ sheet: name, ref, value, ...(edits && { edits }), ...(counted && { counted }) }];
  });
}
