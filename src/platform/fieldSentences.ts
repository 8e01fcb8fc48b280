import './formats.ts';
import { Settings } from 'typebox/system';

// TypeBox stops at 8 errors, fewer than a form may have: three choices left open are twelve. A bound stays, so that a hostile
// body is cheap. Here, since server and pages both come by.
Settings.Set({ maxErrors: 100 });

/** An error as TypeBox and JSON Schema validators give it, on the server and in a form alike. */
export type SchemaError = {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: object;
};

const typeSentences: Readonly<Record<string, string>> = {
  string: '这里要填文字',
  integer: '这里要填整数',
  number: '这里要填数字',
  boolean: '这里要选是或否',
  array: '这里要填一组',
  object: '这一组没有填对',
};

const formatSentences: Readonly<Record<string, string>> = {
  date: '没有这一天。日期要写成 2026-10-16 这样',
  'date-time': '时间要写成 2026-10-16T16:40:00+08:00 这样',
  uuid: '编号的格式不对',
  email: '邮箱的格式不对',
};

const sentences: Readonly<Record<string, (limit: unknown) => string>> = {
  minLength: (limit) => (limit === 1 ? '这一项要填' : `最少 ${limit} 个字`),
  maxLength: (limit) => `最多 ${limit} 个字`,
  minItems: (limit) => (limit === 1 ? '至少要填一项' : `至少要填 ${limit} 项`),
  maxItems: (limit) => `最多 ${limit} 项`,
  minimum: (limit) => `不能小于 ${limit}`,
  maximum: (limit) => `不能大于 ${limit}`,
  exclusiveMinimum: (limit) => `要大于 ${limit}`,
  exclusiveMaximum: (limit) => `要小于 ${limit}`,
  uniqueItems: () => '有重复的项',
  pattern: () => '格式不对',
  enum: () => '从列出的几项里选一项',
  const: () => '从列出的几项里选一项',
  anyOf: () => '从列出的几项里选一项',
};

/** Branches of a union each complain; the branch that came closest says more than 「选一项」. */
const vague = new Set(['const', 'anyOf', 'type', 'enum']);

function pathOf(pointer: string, name?: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...parts, ...(name === undefined ? [] : [name])].join('.');
}

function ownSentence(schema: unknown, schemaPath: string): string | undefined {
  let at = schema;
  for (const key of schemaPath.split('/').slice(1)) at = (at as Record<string, unknown> | undefined)?.[key];
  const sentence = (at as { sentence?: unknown } | undefined)?.sentence;
  return typeof sentence === 'string' ? sentence : undefined;
}

function sentenceOf(error: SchemaError, schema: unknown): string {
  const { limit, type, format } = error.params as { limit?: unknown; type?: string; format?: string };
  const own = ownSentence(schema, error.schemaPath);
  if (own !== undefined && error.keyword !== 'type') return own;
  if (error.keyword === 'type') return typeSentences[type ?? ''] ?? '这里填得不对';
  if (error.keyword === 'format') return formatSentences[format ?? ''] ?? '格式不对';
  return sentences[error.keyword]?.(limit) ?? '这里填得不对';
}

function linesOf(error: SchemaError, schema: unknown): [path: string, sentence: string][] {
  const { requiredProperties, additionalProperties } = error.params as Record<string, readonly string[] | undefined>;
  if (error.keyword === 'required')
    return (requiredProperties ?? []).map((name) => [pathOf(error.instancePath, name), '这一项要填']);
  if (error.keyword === 'additionalProperties')
    return (additionalProperties ?? []).map((name) => [pathOf(error.instancePath, name), `不认识的字段：${name}`]);
  // TypeBox also reports the forbidden property itself as "schema is false".
  if (error.keyword === 'boolean') return [];
  return [[pathOf(error.instancePath), sentenceOf(error, schema)]];
}

/**
 * Field path (`parties.0.name`) → Chinese sentence, one for each field. A schema may bring its own sentence for what
 * it forbids: `Type.String({ pattern, sentence: '……' })`.
 */
export function fieldSentences(errors: readonly SchemaError[], schema?: unknown): Record<string, string> {
  const clearFirst = [...errors].sort((a, b) => Number(vague.has(a.keyword)) - Number(vague.has(b.keyword)));
  const fields: Record<string, string> = {};
  for (const error of clearFirst) for (const [path, line] of linesOf(error, schema)) fields[path] ??= line;
  return fields;
}
