import { canonical } from './differences.ts';
import { isBag, type Path } from './shape.ts';

/** `clashes`: fields that both sides changed, each to something else; there mine is kept and shown beside theirs. */
export type Merged = { readonly value: unknown; readonly clashes: readonly Path[] };

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * What I changed since `base`, put onto what others made of it meanwhile. Field by field; a list is one choice. Nobody's
 * work is lost: what only they changed stays theirs, what only I changed stays mine.
 */
export function mergeRules(base: unknown, mine: unknown, theirs: unknown, path: Path = []): Merged {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes: [] };
  if (same(base, mine)) return { value: theirs, clashes: [] };
  if (!isBag(base) || !isBag(mine) || !isBag(theirs)) return { value: mine, clashes: [path] };
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const parts = keys.map((key) => [key, mergeRules(base[key], mine[key], theirs[key], [...path, key])] as const);
  return {
    value: Object.fromEntries(parts.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]]))),
    clashes: parts.flatMap(([, { clashes }]) => clashes),
  };
}
