import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { refuseSendBack } from '../routing/court.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { extendable, openRequest } from './extensions.ts';
import { guard, stepsFor, whoMay } from './guard.ts';
import { stepOf } from './procedure.ts';
import { standingOf } from './standing.ts';
import type { DisputeView } from './views.ts';
import { waitGrounds, waitingFor } from './waits.ts';

/** What this post can do now, and what it can do later, with why not yet. */
export function openSteps(dispute: Dispute, context: DisputeContext): DisputeView['steps'] {
  const standing = standingOf(dispute);
  const { now, later } = stepsFor(standing, context.actor);
  const tooLate = now.includes('sendBack') ? refuseSendBack(dispute, context) : null;
  const sentence = (name: (typeof later)[number]) =>
    guard(name, standing, context.actor)?.message ?? `${stepOf(name).label}由${whoMay(name)}来做。`;
  return {
    now: now.filter((name) => isOpenNow(name, dispute) && !(tooLate && name === 'sendBack')),
    later: [
      ...later.map((name) => ({ name, sentence: sentence(name) })),
      ...(tooLate ? [{ name: 'sendBack' as const, sentence: tooLate.message }] : []),
    ],
  };
}

/** Steps whose row allows them but which have nothing to act on are left out: no dead button. */
function isOpenNow(name: string, dispute: Dispute): boolean {
  const wait = waitingFor(dispute);
  if (name === 'decidePause') return wait?.state === 'proposed';
  if (name === 'receiveMaterial') return wait?.ground === 'material';
  if (name === 'requestMaterial') return wait === undefined;
  if (name === 'requestWait') return wait === undefined && waitGrounds(dispute).length > 0;
  if (name === 'endWait') return wait !== undefined && wait.ground !== 'material';
  if (name === 'requestExtension') return openRequest(dispute) === null && extendable(dispute.clocks).length > 0;
  if (name === 'decideExtension') return openRequest(dispute) !== null;
  if (name === 'stopStatutory') return runningClocks(dispute.clocks).some(({ kind }) => statutoryClocks.has(kind));
  if (name === 'dispatch') return dispute.difficulty !== null;
  // Handed over from the list of what is in hand, one matter or many: no button among the acts of the dispute.
  if (name === 'reassign' || name === 'undoReassign') return false;
  if (name === 'statePrevention') return dispute.outcome === 'settled';
  if (name === 'keepClosed') return dispute.contested;
  if (name === 'contest') return !dispute.contested;
  if (name === 'rate') return !dispute.rated;
  return true;
}
