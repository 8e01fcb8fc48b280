import type { Actor } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RowRead, SheetRead } from '../sheets/readSheet.ts';
import type { AnyForm, Book } from './book.ts';
import { type Difference, type Kept, keep } from './keep.ts';
import type { AnySubject } from './subjects.ts';

export type ImportRow = {
  rowNumber: number;
  key: string | null;
  result: 'new' | 'changed' | 'same' | 'refused';
  differences: readonly Difference[];
  problems: string[];
};
export type Import = { rows: ImportRow[]; kept: Kept[]; unknownColumns: string[]; absentColumns: string[] };

type Reader = {
  subject: AnySubject;
  book: Book;
  actor: Pick<Actor, 'counties' | 'countyCode'>;
  seen: Map<string, number>;
};

/** What the row says, in the form's words; sentences for what it says wrongly. */
function partsOf(subject: AnySubject, row: RowRead): { parts: Partial<AnyForm>; problems: string[] } {
  const problems = row.errors.map(({ sentence }) => sentence);
  const parts: Record<string, unknown> = {};
  for (const field of subject.fields) {
    const value = row.values[field.key];
    if (value === undefined || field.into === undefined || row.errors.some(({ key }) => key === field.key)) continue;
    const word = field.into(value);
    if ('error' in word) problems.push(`第${row.rowNumber}行「${field.title}」：${word.error}。`);
    else parts[field.key] = word.value;
  }
  return { parts, problems };
}

/** A cell that was emptied leaves the value as it was where a thing cannot be without one. */
function filled(subject: AnySubject, parts: Partial<AnyForm>, book: Book): AnyForm {
  const usual = subject.fresh as Record<string, unknown>;
  const empty = (key: string) => usual[key] === null || usual[key] === '';
  const given = Object.entries(parts).filter(([key, value]) => value !== null || empty(key));
  const said = Object.fromEntries(given.map(([key, value]) => [key, value ?? usual[key]]));
  const draft = { ...usual, ...said } as AnyForm;
  const before = book[subject.noun].get(subject.key(subject.complete?.(draft, book) ?? draft));
  return { ...usual, ...before, ...said } as AnyForm;
}

function sentencesOf(subject: AnySubject, rowNumber: number, refusal: Refusal): string[] {
  const fields = Object.entries(refusal.fields);
  if (fields.length === 0) return [`第${rowNumber}行：${refusal.message}`];
  const title = (name: string) => subject.fields.find(({ key }) => key === name.split('.')[0])?.title ?? name;
  return fields.map(([name, sentence]) => `第${rowNumber}行「${title(name)}」：${sentence}。`);
}

function readRow(reader: Reader, row: RowRead): { row: ImportRow; kept?: Kept } {
  const { subject, book, actor, seen } = reader;
  const { rowNumber } = row;
  const { parts, problems } = partsOf(subject, row);
  const refused = (sentences: string[]): { row: ImportRow } => ({
    row: { rowNumber, key: null, result: 'refused', differences: [], problems: sentences },
  });
  if (problems.length > 0) return refused(problems);
  try {
    const kept = keep(subject, filled(subject, parts, book), book, actor);
    const { key, differences, before } = kept;
    const earlier = seen.get(key);
    if (earlier !== undefined) return refused([`第${rowNumber}行和第${earlier}行说的是同一个。`]);
    seen.set(key, rowNumber);
    if (differences.length > 0) (book[subject.noun] as Map<string, AnyForm>).set(key, kept.after);
    const result = before === undefined ? 'new' : differences.length > 0 ? 'changed' : 'same';
    return { row: { rowNumber, key, result, differences, problems: [] }, ...(result !== 'same' && { kept }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(sentencesOf(subject, rowNumber, error));
  }
}

/** What a workbook would do, row by row. Later rows may rest on earlier ones; bad rows keep nothing else from being taken. */
export function importSheet(subject: AnySubject, sheet: SheetRead, book: Book, actor: Reader['actor']): Import {
  // The rows join a copy: who asked still holds the network as it was.
  const grown = { ...book, [subject.noun]: new Map<string, AnyForm>(book[subject.noun]) } as Book;
  const reader = { subject, book: grown, actor, seen: new Map<string, number>() };
  const read = sheet.rows.map((row) => readRow(reader, row));
  return {
    rows: read.map(({ row }) => row),
    kept: read.flatMap(({ kept }) => kept ?? []),
    unknownColumns: sheet.unknownColumns,
    absentColumns: sheet.absentColumns,
  };
}
