import { useMutation } from '@tanstack/react-query';
import type { StepDone } from '../../../procedures/views.ts';
import type { SittingStep } from '../../../sittings/procedure.ts';
import type { SittingView } from '../../../sittings/sittingViews.ts';
import { type ApiError, api, newCommandId } from '../api.ts';
import { sittingChanged, stepPath } from './queries.ts';

/** One press at the table: ticks and answers of two people do not stand in each other's way, so no version goes along. */
export function usePress(view: SittingView, step: SittingStep) {
  return useMutation<StepDone, ApiError, object>({
    mutationFn: (input) => api.post<StepDone>(stepPath(view.code, step), { ...input, commandId: newCommandId() }),
    onSuccess: () => sittingChanged(view.code, view.disputes),
  });
}
