import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Opening } from '../disputes/opening.ts';
import { registeredDispute } from '../disputes/registeredDispute.ts';
import { mediationLimit } from '../waits/mediationLimit.ts';
import type { ReadyLine } from './checkLine.ts';
import { endings, isOpenEnding } from './endings.ts';

type Came = { runId: string; rowNumber: number; code: string; version: number };

/** Which clocks of ours run where an old ledger says that a dispute still stands there. */
const running: Readonly<Record<string, readonly string[]>> = {
  registered: ['accept'],
  accepted: ['deploy'],
  dispatched: ['acknowledge', 'report', 'handle'],
  inMediation: ['report', 'handle'],
};

const named = (name: string, posts: readonly { name: string; postId: string }[]): string | null => {
  const found = posts.filter((post) => name !== '' && post.name === name);
  // Two colleagues of one name: nobody can tell from a ledger which it was.
  return found.length === 1 ? (found[0]?.postId ?? null) : null;
};

/**
 * A row of an old ledger as the dispute it becomes: opened and closed on its own days, standing where the ledger says. Its
 * clocks run from then; what was over before warns nobody. What is ended owes nothing: who visited again is in the old ledger.
 */
export function importedDispute(
  ready: ReadyLine,
  came: Came,
  context: DisputeContext,
): { dispute: Dispute; opening: Opening } {
  const { actor, directory } = context;
  const { registration, openedAt, leadUnitId } = ready;
  const { status, outcome } = endings[ready.ending];
  const open = isOpenEnding(endings[ready.ending]);
  const handling = status === 'inMediation' && leadUnitId !== null;
  const registered = registeredDispute(registration, came.code, actor, came.version, openedAt);
  const dispute: Dispute = {
    ...registered,
    status,
    outcome,
    closedAt: ready.closedAt,
    leadUnitId: status === 'registered' || status === 'accepted' ? null : leadUnitId,
    handlerPostId: handling ? named(ready.handlerName, directory.postsOf(leadUnitId, 'handler', 'mediator')) : null,
    firstContactPostId: named(ready.registrarName, directory.postsOf(registration.receivingCenterId)) ?? actor.postId,
    dispatchedAt: status === 'dispatched' || handling ? openedAt : null,
  };
  return { dispute, opening: openingOf(ready, came, dispute, open, context) };
}

function openingOf(ready: ReadyLine, came: Came, dispute: Dispute, owes: boolean, context: DisputeContext): Opening {
  const { status, outcome, dispatchedAt } = dispute;
  const limit = status === 'inMediation' ? mediationLimit(dispute, context.network) : null;
  const mediated = limit === null ? [] : [limit];
  return {
    type: 'importDispute',
    data: { runId: came.runId, row: came.rowNumber },
    columns: {
      outcome,
      dispatched_at: dispatchedAt,
      import_run_id: came.runId,
      old_number: ready.oldNumber || null,
    },
    starts: [...(running[status] ?? []), ...mediated],
    quiet: true,
    owes,
    tell: [],
    notes:
      ready.result === ''
        ? []
        : [{ id: context.newId(), kind: 'importedResult', visibility: 'shared', body: ready.result }],
  };
}
