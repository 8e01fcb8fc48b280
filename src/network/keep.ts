import { Compile } from 'typebox/compile';
import type { Actor } from '../platform/actor.ts';
import { fieldSentences } from '../platform/fieldSentences.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { cellOut } from '../sheets/cellOut.ts';
import type { AnyForm, Book } from './book.ts';
import type { Problems } from './subject.ts';
import type { AnySubject } from './subjects.ts';

export type Difference = { field: string; label: string; from: string; to: string };
/** What is to be recorded: the form before (none: it is new) and after, and what differs in people's words. */
export type Kept = {
  readonly key: string;
  readonly before: AnyForm | undefined;
  readonly after: AnyForm;
  readonly differences: readonly Difference[];
};

const compiled = new Map<AnySubject, ReturnType<typeof Compile>>();

function problemsOfSchema(subject: AnySubject, form: object): Problems {
  const schema = compiled.get(subject) ?? Compile(subject.form);
  compiled.set(subject, schema);
  return schema.Check(form) ? {} : fieldSentences(schema.Errors(form), subject.form);
}

/** The system administrator of the county keeps what is its own; what all share, the city's. */
function refuseOthers(subject: AnySubject, form: AnyForm, actor: Pick<Actor, 'counties' | 'countyCode'>): void {
  const county = subject.county(form);
  if (county === null && !actor.countyCode.endsWith('00'))
    refuse('forbidden', 'cityOnly', `${subject.title}全市统一，由市里的系统管理员改。`);
  if (county !== null && !actor.counties.includes(county))
    refuse('forbidden', 'otherCounty', '这是别的区县的，由那里或市里的系统管理员改。');
}

function shown(form: AnyForm, field: AnySubject['fields'][number], book: Book): string {
  const cell = cellOut(field.out(form, book), field.kind);
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
}

/** What differs between two forms, as a person would read it in the workbook. */
export function differencesOf(
  subject: AnySubject,
  before: AnyForm | undefined,
  after: AnyForm,
  book: Book,
): Difference[] {
  return subject.fields.flatMap((field) => {
    const from = before === undefined ? '' : shown(before, field, book);
    const to = shown(after, field, book);
    return from === to || field.into === undefined ? [] : [{ field: field.key, label: field.title, from, to }];
  });
}

/** Decides one row of the network: filled in right, true in the network, the actor's to keep. */
export function keep(
  subject: AnySubject,
  draft: AnyForm,
  book: Book,
  actor: Pick<Actor, 'counties' | 'countyCode'>,
): Kept {
  const form = subject.complete?.(draft, book) ?? draft;
  let problems = problemsOfSchema(subject, form);
  if (Object.keys(problems).length === 0) {
    refuseOthers(subject, form, actor);
    problems = subject.check(form, book, book[subject.noun].get(subject.key(form)));
  }
  const count = Object.keys(problems).length;
  if (count > 0) throw new Refusal('invalid', 'invalidInput', `有 ${count} 处要改。`, problems);
  const key = subject.key(form);
  const before = book[subject.noun].get(key);
  return { key, before, after: form, differences: differencesOf(subject, before, form, book) };
}
