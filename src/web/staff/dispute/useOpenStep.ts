import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { guard, type Poster } from '../../../disputes/guard.ts';
import { type StepName, stepNames } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { usePost } from '../useMe.ts';

const route = getRouteApi('/app/disputes/$code');

export type OpenStep = {
  open: StepName | null;
  /** Why the step in the address cannot be taken, in the words of the guard that the server asks too. */
  refused: string | null;
  show: (step: StepName | null) => void;
};

/** Which step's form is open stands in the address, so that my work can lead straight to it. */
export function useOpenStep(view: DisputeView): OpenStep {
  const { act } = route.useSearch();
  const navigate = route.useNavigate();
  const { id: postId, role, unitId, centerId } = usePost();
  const step = stepNames.find((name) => name === act) ?? null;
  // A form in which somebody writes stays, also when another's act meanwhile makes the step impossible.
  const begun = useRef<StepName | null>(null);
  if (step === null || view.steps.now.includes(step)) begun.current = step;
  const open = begun.current;
  const poster = { postId, role, unitId, centerId } as Poster;
  const refused = step === null || open ? null : (guard(step, view.standing, poster)?.message ?? null);
  const show = (next: StepName | null) =>
    void navigate({ search: next ? { act: next } : {}, replace: true, resetScroll: false });
  return { open, refused, show };
}
