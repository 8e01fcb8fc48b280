import type { TSchema } from 'typebox';
import type { DisputeView } from '../../../../disputes/views.ts';
import type { Values } from './values.ts';

/** How a field is filled in. `own`: the step draws all of its form itself. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'check'
  | 'number'
  | 'choice'
  | 'unit'
  | 'post'
  | 'party'
  | 'ground'
  | ClockField;
/** Fields about clocks: which may be extended, by which plan; a supporting unit; a limit of law, to come or running. */
type ClockField = 'extendable' | 'plan' | 'supporter' | 'statutory' | 'runningStatutory';

export type StepSpec = {
  schema: TSchema;
  fields: Readonly<Record<string, FieldKind>>;
  /** Answers of the choices, in the order they are shown. */
  answers?: Readonly<Record<string, readonly string[]>>;
  initial?: (view: DisputeView) => Values;
  /** From what was typed to what is sent, where the two differ. */
  toInput?: (values: Values, begun: Values) => Values;
  /** The field whose choice the button names. */
  names?: string;
};

export const spec = (
  schema: TSchema,
  fields: StepSpec['fields'],
  rest: Omit<StepSpec, 'schema' | 'fields'> = {},
): StepSpec => ({ schema, fields, ...rest });
