import { mainWay } from '../disputes/mainWay.ts';
import { dayOf } from '../platform/now.ts';
import { type ResidentStep, residentSteps } from './progressSheet.ts';
import type { ResidentInput, ResidentPage } from './residentInput.ts';

function reachedOn({ entries }: ResidentInput): Partial<Record<ResidentStep, string>> {
  const reached: Partial<Record<ResidentStep, string>> = {};
  for (const { at, type, statusAfter } of entries.toSorted((a, b) => a.seq - b.seq)) {
    // What was done before a reopening is done again.
    if (type === 'reopen') for (const step of residentSteps.slice(1)) delete reached[step];
    const step = residentStepOf(statusAfter);
    if (step) reached[step] ??= dayOf(at);
  }
  return reached;
}

function residentStepOf(status: string): ResidentStep | undefined {
  return mainWay.find(({ at }) => (at as readonly string[]).includes(status))?.resident as ResidentStep | undefined;
}

/** The five steps: behind, here, to come. */
export function stepsShown(input: ResidentInput): ResidentPage['steps'] {
  const { status, contested } = input.dispute;
  const over = (status === 'struckOff' || status === 'archived') && !contested;
  const here = over ? residentSteps.length : residentSteps.indexOf(residentStepOf(status) ?? '登记');
  const reached = reachedOn(input);
  return residentSteps.map((label, index) => ({
    label,
    state: index < here ? 'done' : index === here ? 'here' : 'todo',
    on: index <= here ? (reached[label] ?? null) : null,
  }));
}

/** Day since when it stands where it stands. */
export function whereSince({ dispute, entries }: ResidentInput): string {
  const moved = entries.findLast((entry) =>
    dispute.contested ? entry.type === 'contest' : entry.statusBefore !== entry.statusAfter,
  );
  return dayOf(moved?.at ?? dispute.openedAt);
}
