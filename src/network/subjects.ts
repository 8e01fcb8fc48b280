import type { AnyForm, Book, Noun } from './book.ts';
import type { Subject } from './subject.ts';
import { categories } from './subjects/category.ts';
import { centers } from './subjects/center.ts';
import { counters } from './subjects/counter.ts';
import { duties } from './subjects/duty.ts';
import { presences } from './subjects/presence.ts';
import { regions } from './subjects/region.ts';
import { rooms } from './subjects/room.ts';
import { units } from './subjects/unit.ts';

/** A subject whose form is one of those: methods take what their own forms are. */
export type AnySubject = Subject<AnyForm>;

/** Everything that the network keeps, by the noun of its address; parents before what refers to them. */
export const subjects: Readonly<Record<Noun, AnySubject>> = {
  regions,
  units,
  centers,
  counters,
  rooms,
  presences,
  categories,
  duties,
} as Readonly<Record<Noun, unknown>> as Readonly<Record<Noun, AnySubject>>;

/** The workbooks that can be fetched and sent back. Grids are the part of the regions that counties draw themselves. */
export const sheets: Readonly<Record<string, AnySubject>> = {
  ...subjects,
  grids: { ...subjects.regions, title: '网格', listed: (form: AnyForm) => 'code' in form && form.code.length === 15 },
};

/** Those of one county (all without it), in the order of their keys. */
export function listed(subject: AnySubject, book: Book, countyCode?: string): AnyForm[] {
  const rows = [...(book[subject.noun] as Map<string, AnyForm>)].filter(
    ([, form]) =>
      (subject.listed?.(form) ?? true) &&
      (countyCode === undefined || [null, countyCode].includes(subject.county(form))),
  );
  return rows.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([, form]) => form);
}
