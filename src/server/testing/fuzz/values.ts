import fc from 'fast-check';
import { addDays, dayOf, now } from '../../../platform/now.ts';
import type { Chance } from './chance.ts';
import type { Pool } from './pool.ts';
import { rubbish } from './rubbish.ts';

export type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
};
type Around = { readonly chance: Chance; readonly pool: Pool };

const samples = new Map<string, readonly string[]>();
function matching(pattern: string): readonly string[] {
  const known = samples.get(pattern);
  if (known) return known;
  const made = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: 12 });
  samples.set(pattern, made);
  return made;
}

const words = ['楼上漏水', '补一句说明', '3号楼2单元', '郭秀兰', '13800001234', '请三天内答复'];

const fits = (schema: Schema) => (text: string) =>
  (schema.pattern === undefined || new RegExp(schema.pattern).test(text)) &&
  [...text].length >= (schema.minLength ?? 0) &&
  text.length <= (schema.maxLength ?? 4_000);

function text(schema: Schema, name: string, { chance, pool }: Around): string {
  const known = pool.of(name).filter(fits(schema));
  if (known.length > 0 && !chance.once(6)) return chance.pick(known);
  if (schema.format === 'uuid') return chance.pick([...pool.of('id'), '01890000-0000-7000-8000-000000000001']);
  if (schema.format === 'date' || /\\d\{4\}-\\d\{2\}-\\d\{2\}/.test(schema.pattern ?? ''))
    return addDays(dayOf(now()), chance.below(40) - 20);
  if (schema.format === 'date-time') return new Date(now().getTime() - chance.below(1e9)).toISOString();
  if (schema.pattern !== undefined) return chance.pick(matching(schema.pattern));
  const said = chance.pick(words).repeat(1 + Math.floor((schema.minLength ?? 0) / 4));
  return said.slice(0, schema.maxLength ?? 60);
}

function object({ properties = {}, required = [], patternProperties }: Schema, around: Around): object {
  const made: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties))
    if (required.includes(name) || around.chance.once(2)) made[name] = valid(schema, name, around);
  for (const [pattern, schema] of Object.entries(patternProperties ?? {}))
    if (around.chance.once(2)) made[around.chance.pick(matching(pattern))] = valid(schema, '', around);
  return made;
}

/** A value that the schema takes, as often as it can be told from the schema. */
export function valid(schema: Schema, name: string, around: Around): unknown {
  const { chance } = around;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.anyOf) return valid(chance.pick(schema.anyOf), name, around);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valid(part, name, around)));
  if (schema.type === 'object') return object(schema, around);
  if (schema.type === 'array') {
    const least = schema.minItems ?? 0;
    const count = Math.min(least + chance.below(3), schema.maxItems ?? 3);
    return Array.from({ length: count }, () => valid(schema.items ?? {}, name, around));
  }
  if (schema.type === 'boolean') return chance.once(2);
  if (schema.type === 'null') return null;
  if (schema.type === 'integer' || schema.type === 'number') {
    const from = schema.minimum ?? 0;
    const span = Math.min((schema.maximum ?? from + 50) - from, 1e6);
    return from + (chance.once(8) ? span : chance.below(span + 1));
  }
  return schema.type === 'string' ? text(schema, name, around) : rubbish(chance);
}

type Holder = Record<string, unknown> | unknown[];
function holders(value: unknown, found: [Holder, string | number][] = []): [Holder, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push([value as Holder, key]);
    holders((value as Record<string, unknown>)[key as string], found);
  }
  return found;
}

/** The same with one thing in it that does not belong there: another value, one too few, one too many. */
export function spoilt(value: unknown, chance: Chance): unknown {
  const all = holders(value);
  if (all.length === 0) return chance.once(2) ? rubbish(chance) : { ...(value as object), more: rubbish(chance) };
  const [holder, key] = chance.pick(all);
  if (chance.once(8) && !Array.isArray(holder)) delete holder[key as string];
  else if (chance.once(10) && !Array.isArray(holder)) holder[`more${key}`] = rubbish(chance);
  else (holder as Record<string, unknown>)[key as string] = rubbish(chance);
  return value;
}
