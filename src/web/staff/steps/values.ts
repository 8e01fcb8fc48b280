import type { TSchema } from 'typebox';

/** What stands in a step's form, as typed. */
export type Values = Readonly<Record<string, unknown>>;

export const textOf = (values: Values, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value : '';
};
export const listOf = (values: Values, field: string): readonly string[] => {
  const value = values[field];
  return Array.isArray(value) ? (value as string[]) : [];
};

type Properties = Record<string, { type?: string; minLength?: number; pattern?: string; format?: string }>;

/** Texts that may stay empty are left out; nothing else is touched. */
export function withoutEmpty(input: Values, schema: TSchema): Values {
  const { required = [] } = schema as { required?: readonly string[] };
  return Object.fromEntries(Object.entries(input).filter(([field, value]) => value !== '' || required.includes(field)));
}

/**
 * The input with words that are still to be written filled in, so that the consequences can be shown before the person
 * begins to write. What must be chosen (a unit, a person) cannot be made up.
 */
export function asIfWritten(input: Values, schema: TSchema, unwritten: string): Values {
  const { properties = {} } = schema as { properties?: Properties };
  const filled = Object.entries(input).map(([field, value]) => {
    const { type, minLength = 0, pattern, format } = properties[field] ?? {};
    const open = type === 'string' && !pattern && !format && minLength > 0;
    return [field, open && typeof value === 'string' && value.trim().length < minLength ? unwritten : value];
  });
  return Object.fromEntries(filled) as Values;
}
