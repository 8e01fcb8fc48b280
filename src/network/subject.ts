import type { TObject } from 'typebox';
import type { ReadValue } from '../sheets/cellIn.ts';
import type { CellValue, Column } from '../sheets/column.ts';
import type { Book, Noun } from './book.ts';

/** Field → Chinese sentence. Empty: nothing is wrong. */
export type Problems = Record<string, string>;

/** A field of a form as a column of its workbook. Without `into` the column is there for people to read only. */
export type Field<F> = Column & {
  out(form: F, book: Book): CellValue;
  into?(value: ReadValue): { value: unknown } | { error: string };
};

/** One kind of thing that the network keeps: its form, its workbook, and what must hold of it. */
export type Subject<F extends object> = {
  readonly noun: Noun;
  readonly title: string;
  /** The form's schema, the API's and the type. */
  readonly form: TObject;
  readonly fields: readonly Field<F>[];
  /** What a new one has where a workbook says nothing. */
  readonly fresh: Partial<F>;
  key(form: F): string;
  /** Whose administrator keeps it; null: the city's, because all counties share it. */
  county(form: F): string | null;
  check(form: F, book: Book, before: F | undefined): Problems;
  /** Finds the key of what a workbook left without one. */
  complete?(form: F, book: Book): F;
  listed?(form: F): boolean;
};

type Key<F> = keyof F & string;
type More = Omit<Partial<Column>, 'key' | 'title' | 'kind'>;

function plain<F>(kind: Column['kind'], key: Key<F>, title: string, more: More = {}): Field<F> {
  return { key, title, kind, ...more, out: (form) => form[key] as CellValue, into: (value) => ({ value }) };
}

/** Columns of a form's own fields, and of what only helps to read them. */
export function fieldsFor<F>() {
  return {
    text: (key: Key<F>, title: string, more?: More) => plain<F>('text', key, title, more),
    number: (key: Key<F>, title: string, more?: More) => plain<F>('number', key, title, more),
    date: (key: Key<F>, title: string, more?: More) => plain<F>('date', key, title, more),
    yesNo: (key: Key<F>, title: string, more?: More) => plain<F>('yesNo', key, title, more),
    shown: (key: string, title: string, out: (form: F, book: Book) => CellValue): Field<F> => ({
      key: `shown:${key}`,
      title,
      kind: 'text',
      width: 24,
      out,
    }),
    choice: (key: Key<F>, title: string, words: Readonly<Record<string, string>>, more: More = {}): Field<F> => ({
      ...plain<F>('text', key, title, more),
      out: (form) => words[form[key] as string] ?? (form[key] as string),
      into: (value) => (value === null ? { value } : wordIn(String(value).trim(), words)),
    }),
    list: (key: Key<F>, title: string, more: More = {}): Field<F> => ({
      ...plain<F>('text', key, title, more),
      out: (form) => (form[key] as readonly string[]).join('、'),
      into: (value) => ({
        value:
          value === null
            ? []
            : String(value)
                .split(/[、,，;；\s]+/)
                .filter(Boolean),
      }),
    }),
  };
}

function wordIn(text: string, words: Readonly<Record<string, string>>): { value: unknown } | { error: string } {
  const found = Object.entries(words).find(([key, word]) => text === word || text === key);
  return found ? { value: found[0] } : { error: `要写${Object.values(words).join('、')}之一` };
}
