import { addressOf, type FormGrid } from '../sheets/formGrid.ts';
import { figureKey } from './figure.ts';
import { headingsOf, plainWords } from './headings.ts';
import type { Mapping } from './mapping.ts';

export type AskedForm = { id: string; name: string; grid: FormGrid; mapping: Mapping };
export type Twice = { question: string; asked: { form: string; formId: string; address: string }[] };

/** What a cell asks: a figure of a period, or, where nobody counts it, the words of its headings. */
function questionOf(
  form: AskedForm,
  address: string,
  named: (key: string) => string,
): { key: string; words: string } | undefined {
  const rule = form.mapping[address];
  if (rule?.kind === 'figure') {
    const key = `${figureKey(rule)} ${rule.period}`;
    return { key, words: named(address) };
  }
  if (rule?.kind !== 'ask') return undefined;
  const found = form.grid.sheets.flatMap((sheet, index) =>
    sheet.cells.filter(({ ref }) => addressOf(index, ref) === address).map((cell) => headingsOf(cell, sheet)),
  );
  const words = found.flatMap(({ left, above }) => [...left, ...above]).map(plainWords);
  return words.length === 0 ? undefined : { key: `ask ${words.toSorted().join(' ')}`, words: words.join('×') };
}

/** The same question in several of the superior's forms: each is filled once and asked twice. */
export function askedTwice(forms: readonly AskedForm[], named: (form: AskedForm, address: string) => string): Twice[] {
  const questions = forms.flatMap((form) =>
    Object.keys(form.mapping).flatMap((address) => {
      const question = questionOf(form, address, (at) => named(form, at));
      return question ? [{ ...question, form, address }] : [];
    }),
  );
  return [...Map.groupBy(questions, ({ key }) => key).values()]
    .filter((each) => new Set(each.map(({ form }) => form.id)).size > 1)
    .map((each) => ({
      question: each[0]?.words ?? '',
      asked: each.map(({ form, address }) => ({ form: form.name, formId: form.id, address })),
    }));
}
