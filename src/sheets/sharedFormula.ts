import { columnName, columnOf } from './references.ts';

const parts = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(])/g;

/** A formula that stands for several cells, as it reads so many rows down and columns to the right: 「SUM(B4:B6)」 → 「SUM(C4:C6)」. */
export const shifted = (formula: string, rows: number, columns: number): string =>
  formula.replace(parts, (whole, ownColumn?: string, letters?: string, ownRow?: string, digits?: string, at = 0) => {
    // A name that ends like a reference is none: 「TAX2026」.
    if (letters === undefined || /[\w.]/.test(formula[at - 1] ?? '')) return whole;
    const column = ownColumn ? letters : columnName(columnOf(letters) + columns);
    return `${ownColumn}${column}${ownRow}${ownRow ? digits : Number(digits) + rows}`;
  });
