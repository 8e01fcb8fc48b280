import type { TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { fieldSentences } from './fieldSentences.ts';

/** Field → sentence by the very schema that the server binds to the step; empty when it fits. */
export function checkInput(schema: TSchema, input: unknown): Record<string, string> {
  return Check(schema, input) ? {} : fieldSentences(Errors(schema, input), schema);
}
