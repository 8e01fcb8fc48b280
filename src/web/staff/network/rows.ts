import type { AnyForm, Book } from '../../../network/book.ts';
import type { AnySubject } from '../../../network/subjects.ts';
import { cellIn } from '../../../sheets/cellIn.ts';

export type Row = AnyForm & { key: string };
export type SheetField = AnySubject['fields'][number];

/** What a cell of the table, and of the form, says. Yes and no are words, empty is empty. */
export function textOf(field: SheetField, form: AnyForm, book: Book): string {
  const value = field.out(form, book);
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** Keys by which a workbook names centers and units; on a page they go by their names. */
export const idFields: ReadonlySet<string> = new Set(['id', 'unitId', 'centerId']);

/** Those that can be chosen by name; what a unit itself is keyed by is the house's own affair. */
export function choicesOf(field: string, book: Book): { value: string; label: string }[] | undefined {
  const units = field === 'unitId' || field === 'supportingUnitIds';
  const named = units ? book.units : field === 'centerId' ? book.centers : undefined;
  return named && [...named].map(([value, { name }]) => ({ value, label: name }));
}

/** What was and what will be, in names. */
export function spokenText(field: string, text: string, book: Book): string {
  const choices = choicesOf(field, book);
  if (!choices) return text;
  return idsIn(text)
    .map((id) => choices.find(({ value }) => value === id)?.label ?? id)
    .join('、');
}

export const idsIn = (text: string): string[] => text.split(/[、,，;；\s]+/).filter(Boolean);

/** On a page, where people go by names, 单位编号 is 单位. */
export const titleOf = ({ key, title }: Pick<SheetField, 'key' | 'title'>): string =>
  idFields.has(key) || key === 'supportingUnitIds' ? title.replace(/编号$/, '') : title;

export type Typed = Readonly<Record<string, string>>;

/** What was typed, as a form: each text is read exactly as a workbook's cell would be. */
export function formOf(
  subject: AnySubject,
  before: AnyForm,
  typed: Typed,
): { form: Record<string, unknown>; problems: Record<string, string> } {
  const form: Record<string, unknown> = { ...before };
  const problems: Record<string, string> = {};
  for (const field of subject.fields) {
    const text = typed[field.key];
    if (text === undefined || field.into === undefined) continue;
    const cell = cellIn(text, field.kind);
    const read = 'error' in cell ? cell : field.into(cell.value);
    if ('error' in read) problems[field.key] = read.error;
    else form[field.key] = read.value;
  }
  delete form.key;
  return { form, problems };
}

/** Fields that hold a word and may not be null are left as they were when emptied, unless the server says otherwise. */
export function changed(subject: AnySubject, before: AnyForm, typed: Typed, book: Book) {
  return subject.fields.flatMap((field) => {
    const [from, to] = [textOf(field, before, book), typed[field.key]?.trim()];
    return to === undefined || to === from ? [] : [{ key: field.key, title: field.title, from, to }];
  });
}

export function found(subject: AnySubject, rows: readonly Row[], text: string, book: Book): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) => subject.fields.some((field) => textOf(field, row, book).toLowerCase().includes(wanted)));
}
