import { results } from '../../../routing/rulings.ts';

/** What the address says: which category, what became of it, dispatched between which days. */
export type RulingsSearch = { category?: string; result?: string; from?: string; to?: string; after?: string };

const names = ['category', 'result', 'from', 'to', 'after'] as const;
const known: Partial<Record<(typeof names)[number], RegExp>> = {
  category: /^\d{2}$/,
  result: new RegExp(`^(all|${results.join('|')})$`),
  from: /^\d{4}-\d{2}-\d{2}$/,
  to: /^\d{4}-\d{2}-\d{2}$/,
};

/** Whatever the address says that this page does not know is dropped. */
export function readRulingsSearch(search: Record<string, unknown>): RulingsSearch {
  const given = names.flatMap((name) => {
    const value = search[name];
    const fits = typeof value === 'string' && value !== '' && (known[name]?.test(value) ?? true);
    return fits ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** Another filter shows another list: it starts from its first row. */
export function withRulings(search: RulingsSearch, change: RulingsSearch): RulingsSearch {
  const { after: _after, ...rest } = { ...search, ...change };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''));
}
