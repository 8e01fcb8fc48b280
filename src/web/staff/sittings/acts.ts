import type { TSchema } from 'typebox';
import type { Outlook, StepDone } from '../../../procedures/views.ts';
import type { SittingStep } from '../../../sittings/procedure.ts';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { api } from '../api.ts';
import type { Act } from '../steps/useForm.ts';
import type { Values } from '../steps/values.ts';
import { sittingChanged, stepPath } from './queries.ts';

/** A step of a sitting in a form, with what it will do said beforehand by the very decision. */
export function actOf(
  view: SittingView,
  step: SittingStep,
  schema: TSchema,
  initial: () => Values,
  toInput?: (values: Values) => Values,
): Act<StepDone> {
  return {
    name: `${view.code}.${step}`,
    schema,
    initial,
    toInput,
    version: view.version,
    send: (input) => api.post<StepDone>(stepPath(view.code, step), input),
    foresee: (input) => api.post<Outlook>(`/api/sittings/${view.code}/previews`, { step, input }),
    changed: () => sittingChanged(view.code, view.disputes),
  };
}
