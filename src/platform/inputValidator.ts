import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';
import { bounded } from './boundedSchema.ts';
import { fieldSentences } from './fieldSentences.ts';
import { Refusal } from './refusal.ts';

export function invalidInput(fields: Record<string, string>): Refusal {
  return new Refusal('invalid', 'invalidInput', `有 ${Object.keys(fields).length} 处要改。`, fields);
}

/**
 * The same TypeBox errors that a form in the browser gets. Bodies are taken as they are; only what arrives as text by
 * its nature (query, path, headers) is converted. Unknown fields are refused because schemas say
 * `additionalProperties: false`. A path parameter of the wrong shape names nothing: 404.
 */
export const inputValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(bounded(schema));
  return (input: unknown) => {
    const filled = Value.Default(schema, input ?? (httpPart === 'querystring' ? {} : input));
    const value = httpPart === 'body' ? filled : Value.Convert(schema, filled);
    if (compiled.Check(value)) return { value };
    if (httpPart === 'params') return { error: new Refusal('notFound', 'notFound', '没有找到。') };
    return { error: invalidInput(fieldSentences(compiled.Errors(value), schema)) };
  };
};
