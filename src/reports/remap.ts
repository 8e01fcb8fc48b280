import { addressOf, type FormGrid, type FormSheet, readAddress } from '../sheets/formGrid.ts';
import { headingsOf, openCells } from './headings.ts';
import type { Mapping } from './mapping.ts';
import { piecesOf } from './readHeading.ts';

export type Remapped = {
  mapping: Mapping;
  /** Found again elsewhere by the same headings. */
  moved: { from: string; to: string }[];
  /** Not in the new form, or headed otherwise: to be mapped again or dropped. */
  lost: { address: string; headings: string }[];
  /** Empty cells that the old form did not have. */
  added: string[];
};

/** All words of a heading: 「成功（件）」 and 「成功（不含口头）」 are two. */
const whole = (text: string): string => piecesOf(text).join('/');

type Signed = { address: string; sign: string };

const signOf = (sheet: FormSheet, ref: string): string | undefined => {
  const cell = sheet.cells.find((each) => each.ref === ref);
  if (!cell) return undefined;
  const { above, left } = headingsOf(cell, sheet);
  return [
    sheet.name,
    ...left.map(whole),
    '|',
    ...above.map(whole),
    '|',
    whole(cell.text),
    cell.percent === undefined ? '' : '%',
  ].join(' ');
};

function signedCells(grid: FormGrid): Signed[] {
  return grid.sheets.flatMap((sheet, index) =>
    sheet.cells.map(({ ref }) => ({ address: addressOf(index, ref), sign: signOf(sheet, ref) ?? '' })),
  );
}

const words = (sign: string): string => sign.split('|').slice(0, 2).join('×').trim().replace(/\s+/g, ' ');

/** The superior changed the form: what is headed as before keeps its rule wherever it stands now; only the rest is left to people. */
export function remap(before: FormGrid, mapping: Mapping, after: FormGrid): Remapped {
  const now = signedCells(after);
  const bySign = Map.groupBy(now, ({ sign }) => sign);
  const kept: Record<string, Mapping[string]> = {};
  const moved: Remapped['moved'] = [];
  const lost: Remapped['lost'] = [];
  for (const [address, rule] of Object.entries(mapping)) {
    const { sheet, ref } = readAddress(address);
    const old = before.sheets[sheet];
    const sign = old && signOf(old, ref);
    const found = sign === undefined ? [] : (bySign.get(sign) ?? []);
    const same = found.find((each) => each.address === address) ?? (found.length === 1 ? found[0] : undefined);
    // Expressions name cells by their place; they stay only where nothing moved.
    if (!same || (rule.kind === 'formula' && same.address !== address))
      lost.push({ address, headings: words(sign ?? '') });
    else {
      kept[same.address] = rule;
      if (same.address !== address) moved.push({ from: address, to: same.address });
    }
  }
  const had = new Set(signedCells(before).map(({ sign }) => sign));
  const added = after.sheets.flatMap((sheet, index) =>
    openCells(sheet)
      .filter(({ ref }) => !had.has(signOf(sheet, ref) ?? ''))
      .map(({ ref }) => addressOf(index, ref)),
  );
  return { mapping: kept, moved, lost, added: added.filter((address) => !kept[address]) };
}
