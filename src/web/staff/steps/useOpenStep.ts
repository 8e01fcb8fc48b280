import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { whoMay } from '../../../procedures/guard.ts';
import { stepNamesOf } from '../../../procedures/kind.ts';
import type { Forms, StepView } from './forms.ts';

export type OpenStep<Step extends string> = {
  open: Step | null;
  /** Why the step in the address cannot be taken, in the words of the guard that the server asks too. */
  refused: string | null;
  show: (step: Step | null) => void;
};

/** Which step's form is open stands in the address, so that my work can lead straight to it. */
export function useOpenStep<View extends StepView, Step extends string>(
  { kind }: Forms<View, Step>,
  view: View,
): OpenStep<Step> {
  const { act } = useSearch({ strict: false }) as { act?: string };
  const navigate = useNavigate();
  const step = stepNamesOf(kind).find((name) => name === act) ?? null;
  // A form in which somebody writes stays, also when another's act meanwhile makes the step impossible.
  const begun = useRef<Step | null>(null);
  if (step === null || view.steps.now.includes(step)) begun.current = step;
  const open = begun.current;
  const why = (name: Step) =>
    view.steps.later.find((each) => each.name === name)?.sentence ??
    `「${kind.steps[name].label}」由${whoMay(kind, name)}来做。`;
  const refused = step === null || open ? null : why(step);
  const show = (next: Step | null) =>
    void navigate({ to: '.', search: next ? { act: next } : {}, replace: true, resetScroll: false });
  return { open, refused, show };
}
