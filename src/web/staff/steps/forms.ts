import type { ReactNode } from 'react';
import type { TSchema } from 'typebox';
import type { Kind } from '../../../procedures/kind.ts';
import type { OpenSteps } from '../../../procedures/views.ts';
import type { StepForm } from './useForm.ts';
import type { Values } from './values.ts';

/** What every page of a matter knows of it. */
export type StepView = { code: string; version: number; steps: OpenSteps };

export type FieldsProps<View extends StepView = StepView, Step extends string = string> = {
  view: View;
  step: Step;
  form: StepForm;
};
export type OneField<View extends StepView = StepView, Step extends string = string> = FieldsProps<View, Step> & {
  field: string;
  label: string;
};

/** One row a step: its schema, and how each field of it is filled in. */
export type StepSpec<View extends StepView = StepView> = {
  schema: TSchema;
  /** Field → shape: line, text, number, day, check, choice, or one of the kind's own. */
  fields: Readonly<Record<string, string>>;
  /** Answers of the choices, in the order they are shown. */
  answers?: Readonly<Record<string, readonly string[] | ((view: View) => readonly string[])>>;
  initial?(view: View): Values;
  /** From what was typed to what is sent, where the two differ. */
  toInput?(values: Values, begun: Values): Values;
  /** The field whose choice the button names. */
  names?: string;
  /** Whether a field is asked about here at all. */
  asks?(field: string, view: View, unitId: string): boolean;
};

/** The forms of a kind: with its table they are all that its page needs to take any of its steps. */
export type Forms<View extends StepView = StepView, Step extends string = string> = {
  kind: Kind<Step>;
  specs: Readonly<Record<Step, StepSpec<View>>>;
  /** What a step draws besides the fields of its row, before them. */
  before: Readonly<Partial<Record<Step, (props: FieldsProps<View, Step>) => ReactNode>>>;
  /** Shapes of fields that only this kind has. */
  shapes: Readonly<Record<string, (props: OneField<View, Step>) => ReactNode>>;
  /** Names of fields and answers: `step_field` before `field`, `step_field_value` before `field_value`. */
  useWords(): { fields: Readonly<Record<string, string>>; answers: Readonly<Record<string, string>> };
  /** Who a chosen value is, for the button. */
  useNames(view: View, step: Step): (chosen: string) => string | undefined;
  /** After an act: what shows the matter is asked for again. */
  changed(view: View): Promise<void>;
};

export function spec<View extends StepView>(
  schema: TSchema,
  fields: StepSpec<View>['fields'],
  rest: Omit<StepSpec<View>, 'schema' | 'fields'> = {},
): StepSpec<View> {
  return { schema, fields, ...rest };
}

export function answersOf<View extends StepView>(
  { answers }: StepSpec<View>,
  field: string,
  view: View,
): readonly string[] {
  const found = answers?.[field] ?? [];
  return typeof found === 'function' ? found(view) : found;
}

export function initialValues<View extends StepView>({ fields, initial }: StepSpec<View>, view: View): Values {
  if (initial) return initial(view);
  return Object.fromEntries(Object.entries(fields).map(([field, shape]) => [field, shape === 'check' ? false : '']));
}
