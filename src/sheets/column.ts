/** One column of a workbook, both when we write it and when somebody sends it back. */
export type Column = {
  key: string;
  title: string;
  kind: 'text' | 'number' | 'date' | 'dateTime' | 'yesNo';
  /** in characters; twice the number of Chinese ones */
  width?: number;
  /** reading: the column must be there and no row may leave it empty */
  required?: boolean;
  /** reading: other titles people give this column */
  alsoCalled?: readonly string[];
};

/** A date is '2026-10-16' or a Date read in Shanghai; a dateTime is a Date. */
export type CellValue = string | number | boolean | Date | null | undefined;

export type SheetRow = Readonly<Record<string, CellValue>>;

/** China has kept one offset since 1991; workbooks have no zone, so their wall clock is read as Shanghai's. */
export const shanghaiOffset = 8 * 60 * 60 * 1000;
