import { fieldsOf, isBag, isRequired, kindOf, type Path, pathText, present, type Shape } from './shape.ts';

/** A value from elsewhere as this house can keep it, and what was done to it, as lines for people. */
export type Adapted = { readonly value: unknown; readonly lines: readonly string[] };

function named(shape: Shape, path: Path, key: string): string {
  const title = present(shape).properties?.[key]?.title;
  return title ?? pathText([...path, key]);
}

/**
 * Leaves out what the schema does not know, takes what is missing from `fallback`, and says so line by line. Whether the
 * rest fits is checked like anything that people write.
 */
export function adapt(shape: Shape, value: unknown, fallback: unknown, path: Path = []): Adapted {
  const own = present(shape);
  const { properties } = own;
  if (kindOf(own) !== 'group' || properties === undefined) return { value, lines: [] };
  const given = isBag(value) ? value : {};
  const spare = isBag(fallback) ? fallback : {};
  const unknown = Object.keys(given).filter((key) => !(key in properties));
  const lines = unknown.map((key) => `文件里的「${pathText([...path, key])}」这里没有，没有带进来。`);
  const kept: [string, unknown][] = [];
  for (const [key, field] of Object.entries(properties)) {
    if (given[key] === undefined) {
      if (!isRequired(own, key)) continue;
      kept.push([key, spare[key]]);
      lines.push(`文件里没有「${named(own, path, key)}」，照本区县现在的。`);
      continue;
    }
    const inner = adapt(field, given[key], spare[key], [...path, key]);
    kept.push([key, inner.value]);
    lines.push(...inner.lines);
  }
  return { value: Object.fromEntries(kept), lines };
}

/** Every text in a value, with where it stands. */
export function textsIn(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, [...path, String(index)]));
  if (!isBag(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}

/** In how many fields a section differs in kind from what is known: none of the sections is known at all. */
export const isForeign = (shape: Shape, value: unknown): boolean =>
  !isBag(value) || fieldsOf(shape).every(([key]) => value[key] === undefined);
