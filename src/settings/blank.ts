import { choicesOf, isRequired, kindOf, mayBeNull, present, type Shape } from './shape.ts';

/** What a field begins as when people add it: the smallest that fits, for them to write over. */
export function blank(given: Shape): unknown {
  if (mayBeNull(given)) return null;
  const shape = present(given);
  switch (kindOf(shape)) {
    case 'flag':
      return false;
    case 'number':
    case 'money':
      return shape.minimum ?? 0;
    case 'choice':
      return choicesOf(shape)[0]?.value ?? '';
    case 'group': {
      const required = Object.entries(shape.properties ?? {}).filter(([key]) => isRequired(shape, key));
      return Object.fromEntries(required.map(([key, field]) => [key, blank(field)]));
    }
    case 'map':
      return {};
    case 'rows':
    case 'list':
    case 'choices':
      return [];
    default:
      return '';
  }
}

/** A new row of a list. What nobody sees, as a code, gets a value that no other row has. */
export function newRow(shape: Shape, rows: readonly unknown[]): unknown {
  const row = blank(shape);
  if (typeof row !== 'object' || row === null) return row;
  const hidden = Object.entries(present(shape).properties ?? {}).filter(
    ([, field]) => field.title === undefined && kindOf(field) === 'text',
  );
  const taken = new Set(rows.map((each) => JSON.stringify(each)));
  let serial = rows.length + 1;
  while ([...taken].some((text) => text.includes(`"own${serial}"`))) serial += 1;
  return { ...row, ...Object.fromEntries(hidden.map(([key]) => [key, `own${serial}`])) };
}
