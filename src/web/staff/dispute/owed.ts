import type { Status, StepName } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';

/** What is owed next on the matter, whoever owes it: the act that a person looking at the page should see first. */
export type Owed = { act: StepName; clockKind: string | null };

type Facts = Pick<
  DisputeView,
  'status' | 'difficulty' | 'handler' | 'clocks' | 'materials' | 'contested' | 'returnVisits'
>;

const plain: Partial<Record<Status, Owed>> = {
  registered: { act: 'accept', clockKind: 'accept' },
  dispatched: { act: 'acknowledge', clockKind: 'acknowledge' },
  routingDisputed: { act: 'rule', clockKind: 'ruling' },
  settled: { act: 'submitClosure', clockKind: 'handle' },
  mediationFailed: { act: 'submitClosure', clockKind: 'handle' },
  withdrawn: { act: 'submitClosure', clockKind: 'handle' },
  terminated: { act: 'submitClosure', clockKind: 'handle' },
  closureSubmitted: { act: 'verifyClosure', clockKind: 'verify' },
};

function owedInMediation(view: Facts): Owed {
  const wait = view.materials.find((each) => each.state === 'proposed' || each.state === 'approved');
  const reporting = view.clocks.some((clock) => clock.kind === 'report' && clock.stoppedAt === null);
  if (!view.handler) return { act: 'assign', clockKind: reporting ? 'report' : 'handle' };
  if (wait?.state === 'approved')
    return wait.ground === 'material'
      ? { act: 'receiveMaterial', clockKind: 'materials' }
      : { act: 'endWait', clockKind: 'wait' };
  return reporting ? { act: 'report', clockKind: 'report' } : { act: 'settle', clockKind: 'handle' };
}

export function owedNow(view: Facts): Owed | null {
  if (view.status === 'accepted') return { act: view.difficulty ? 'dispatch' : 'triage', clockKind: 'deploy' };
  if (view.status === 'inMediation') return owedInMediation(view);
  const ended = view.status === 'closed' || view.status === 'struckOff' || view.status === 'archived';
  if (ended && view.contested) return { act: 'reopen', clockKind: 'contest' };
  if (view.status === 'closed' && view.returnVisits.length === 0)
    return { act: 'recordReturnVisit', clockKind: 'returnVisit' };
  if (view.status === 'closed') return { act: 'strikeOff', clockKind: 'strikeOff' };
  if (view.status === 'struckOff') return { act: 'archive', clockKind: null };
  return plain[view.status] ?? null;
}

/**
 * The one primary button of this post: what it owes itself. An approver's pause and a supporting unit's report are owed
 * beside the main way, so they come before it where the post may take them.
 */
export function primaryAct(view: Facts & Pick<DisputeView, 'steps' | 'extensionAsked'>): StepName | null {
  const may = (act: StepName) => view.steps.now.includes(act);
  const proposed = view.materials.some((each) => each.state === 'proposed');
  if (view.status === 'inMediation' && proposed && may('decidePause')) return 'decidePause';
  if (may('decideExtension') && view.extensionAsked) return 'decideExtension';
  const owed = owedNow(view);
  if (owed && may(owed.act)) return owed.act;
  return view.status === 'inMediation' && may('report') ? 'report' : null;
}
