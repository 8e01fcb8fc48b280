/** One cell of a blank form as people see it: merged cells are one, with how far they reach. Rows and columns count from 1. */
export type FormCell = {
  /** 'C5', of the cell's first row and column. */
  ref: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** Without the equals sign; a formula of the form's own stays and is counted by the office program. */
  formula: string | null;
  /** The cell shows a number as a share with so many decimals: 0.88 stands there as 88%. */
  percent?: number;
};

export type FormSheet = {
  name: string;
  rows: number;
  columns: number;
  /** In characters of a workbook; of a document all alike. */
  widths: number[];
  cells: FormCell[];
  /** Lines outside of tables, of a document: each is one row with one cell. */
  lines: boolean;
};

/** A form as tables, whatever file it came in. */
export type FormGrid = { kind: 'xlsx' | 'docx'; sheets: FormSheet[] };

/** A cell of a form across its sheets: '0!C5'. */
export type CellAddress = string;
export const addressOf = (sheet: number, ref: string): CellAddress => `${sheet}!${ref}`;

export function readAddress(address: CellAddress): { sheet: number; ref: string } {
  const [sheet = '', ref = ''] = address.split('!');
  return { sheet: Number(sheet), ref };
}

/** 1 → 'A', 27 → 'AA'. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest);
}

export const refOf = (row: number, column: number): string => `${columnName(column)}${row}`;

/** 'C5' → row 5, column 3; nothing for what is no reference. */
export function readRef(ref: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,5})$/.exec(ref) ?? [];
  if (letters === '') return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&amp;', '&');
