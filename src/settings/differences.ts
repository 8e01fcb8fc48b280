import {
  fieldsOf,
  isAmount,
  isBag,
  kindOf,
  type Path,
  pathText,
  present,
  rowKey,
  rowShape,
  type Shape,
} from './shape.ts';
import { rowName, speak } from './speak.ts';

/** One thing that two versions say differently, in the words of its reader. `before` is null where it is new. */
export type RuleDifference = {
  readonly path: Path;
  /** Where it stands, from the section on: ['时限', '一般纠纷办结', '时限']. */
  readonly place: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
};

type Side = { readonly before: unknown; readonly after: unknown };
type At = { readonly path: Path; readonly place: readonly string[] };

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Without the order of keys: the database does not keep it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isBag(value)) return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}

const at = (value: unknown, key: string): unknown => (isBag(value) ? value[key] : undefined);

function ofFields(shape: Shape, { before, after }: Side, { path, place }: At): RuleDifference[] {
  const amount = isAmount(shape);
  return fieldsOf(shape).flatMap(([key, field]) => {
    const there = { path: [...path, key], place: [...place, field.title ?? key] };
    if (amount && key === 'length') {
      const only = { ...present(shape), properties: amountOnly(shape) };
      const pick = (value: unknown) => (isBag(value) ? { length: value.length, unit: value.unit } : undefined);
      return leaf(only, { before: pick(before), after: pick(after) }, there);
    }
    return compare(field, { before: at(before, key), after: at(after, key) }, there);
  });
}

function amountOnly(shape: Shape): Record<string, Shape> {
  const { length = {}, unit = {} } = present(shape).properties ?? {};
  return { length, unit };
}

function leaf(shape: Shape, { before, after }: Side, { path, place }: At): RuleDifference[] {
  if (same(before, after)) return [];
  const say = (value: unknown) => (value === undefined || value === null ? null : speak(shape, value));
  return [{ path, place, before: say(before), after: say(after) }];
}

function ofRows(
  shape: Shape,
  row: Shape,
  side: { before: Map<string, unknown>; after: Map<string, unknown> },
  here: At,
) {
  const keys = [...new Set([...side.before.keys(), ...side.after.keys()])];
  return keys.flatMap((key) => {
    const [before, after] = [side.before.get(key), side.after.get(key)];
    const place = [...here.place, rowName(shape, key, after ?? before)];
    const there = { path: [...here.path, key], place };
    if (before === undefined || after === undefined) return leaf(row, { before, after }, there);
    return compare(row, { before, after }, there);
  });
}

const listed = (value: unknown): Map<string, unknown> =>
  new Map(Array.isArray(value) ? value.map((row, index) => [rowKey(row, index), row] as const) : []);
const mapped = (value: unknown): Map<string, unknown> => new Map(isBag(value) ? Object.entries(value) : []);

function compare(given: Shape, side: Side, here: At): RuleDifference[] {
  if (same(side.before, side.after)) return [];
  const shape = present(given);
  const kind = kindOf(shape);
  const both = side.before !== undefined && side.after !== undefined && side.before !== null && side.after !== null;
  if (kind === 'group' && both) return ofFields(shape, side, here);
  if (kind === 'map')
    return ofRows(shape, rowShape(shape), { before: mapped(side.before), after: mapped(side.after) }, here);
  if (kind === 'rows') {
    const rows = ofRows(shape, shape.items ?? {}, { before: listed(side.before), after: listed(side.after) }, here);
    // The same rows in another order: said once.
    return rows.length > 0 ? rows : leaf(shape, side, here);
  }
  return leaf(shape, side, here);
}

/** What differs between two versions, one line for each field, in the order of the form. */
export const differencesOf = (shape: Shape, before: unknown, after: unknown): RuleDifference[] =>
  compare(shape, { before, after }, { path: [], place: [] });

/** 「一般纠纷办结：7个工作日 → 5个工作日」 */
export const spokenDifference = ({ place, before, after }: RuleDifference): string =>
  `${place.slice(1).join(' · ') || place.join(' · ')}：${before ?? '没有'} → ${after ?? '去掉'}`;

/** For the trail: where, never what. */
export const differingPaths = (differences: readonly RuleDifference[]): string[] =>
  differences.map(({ path }) => pathText(path));
