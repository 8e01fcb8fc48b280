import type { StepName } from '../../../../disputes/procedure.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import type { FieldsProps as FieldsOf, OneField as OneOf } from '../../steps/forms.ts';
import { type FieldWord, useFieldWords } from './words.ts';

export type FieldsProps = FieldsOf<DisputeView, StepName>;
export type OneField = OneOf<DisputeView, StepName>;

/** A step's own name for a field, or the one that all steps share. */
export function useLabel(step: StepName): (field: string) => string {
  const words = useFieldWords();
  return (field) => words[`${step}_${field}` as FieldWord] ?? words[field as FieldWord] ?? field;
}
