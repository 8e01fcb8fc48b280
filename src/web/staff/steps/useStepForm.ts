import type { StepDone } from '../../../procedures/views.ts';
import { api } from '../api.ts';
import { type Forms, initialValues, type StepView } from './forms.ts';
import { type StepForm, useForm } from './useForm.ts';

/** The form of one step of one matter, whatever its kind. */
export function useStepForm<View extends StepView, Step extends string>(
  { kind, specs, changed }: Forms<View, Step>,
  view: View,
  step: Step,
  unwritten: string,
  onDone: (done: StepDone) => void,
): StepForm {
  const spec = specs[step];
  const { noun, weight } = kind.steps[step];
  const at = `/api/${kind.path}/${view.code}`;
  const act = {
    name: `${view.code}.${step}`,
    schema: spec.schema,
    initial: () => initialValues(spec, view),
    toInput: spec.toInput,
    version: view.version,
    send: (input: object) => api.post<StepDone>(`${at}/${noun}`, input),
    foresee: weight === 'plain' ? undefined : (input: object) => api.post<never>(`${at}/previews`, { step, input }),
    changed: () => changed(view),
  };
  return useForm(act, unwritten, onDone);
}
