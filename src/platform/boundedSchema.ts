import type { TSchema } from 'typebox';

/** What a column `integer` holds; amounts of money say their own, wider bounds. */
const MOST = 2_147_483_647;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same schema, in which no whole number is without bounds. */
export function bounded<T extends TSchema>(schema: T): T {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (!isPlain(node)) return node;
    const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
    if (node.type !== 'integer') return inner;
    return { ...inner, minimum: node.minimum ?? -MOST, maximum: node.maximum ?? MOST };
  };
  return walk(schema) as T;
}
