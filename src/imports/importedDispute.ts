import { mediationLimit } from '../deadlines/mediationLimit.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Opening } from '../disputes/opening.ts';
import { registeredDispute } from '../disputes/registeredDispute.ts';
import { lastingPost } from '../platform/actor.ts';
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

/**
 * A row of an old ledger as the dispute it becomes: opened and closed on its own days, standing where the ledger says. Its
 * clocks run from then; what was over before warns nobody. What is ended owes nothing: who visited again is in the old ledger.
 */
export function importedDispute(
  ready: ReadyLine,
  came: Came,
  context: DisputeContext,
): { dispute: Dispute; opening: Opening } {
  const { actor } = context;
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
    handlerPostId: handling ? ready.handlerPostId : null,
    // Who received it is whom the ledger names, and nobody where it names none; whoever imports keeps the contact only.
    firstContactPostId: ready.registrarPostId,
    contactPostId: ready.registrarPostId === null ? lastingPost(actor) : null,
    dispatchedAt: status === 'dispatched' || handling ? openedAt : null,
  };
  return { dispute, opening: openingOf(ready, came, dispute, open, context) };
}

function openingOf(ready: ReadyLine, came: Came, dispute: Dispute, owes: boolean, context: DisputeContext): Opening {
  const { status, outcome, dispatchedAt, contactPostId } = dispute;
  const limit = status === 'inMediation' ? mediationLimit(dispute, context.network) : null;
  const mediated = limit === null ? [] : [limit];
  return {
    type: 'importDispute',
    // What its ledger says of its past, for the figures of those months: the dispute itself may go on from here.
    data: { runId: came.runId, row: came.rowNumber, outcome, closedAt: dispute.closedAt?.toISOString() ?? null },
    columns: {
      outcome,
      dispatched_at: dispatchedAt,
      contact_post_id: contactPostId,
      import_run_id: came.runId,
      old_number: ready.oldNumber || null,
    },
    starts: [...(running[status] ?? []), ...mediated],
    quiet: true,
    owes,
    tell: [],
    notes: notesOf(ready, context),
  };
}

/** Numbers of people that fit nobody are for the center that has them; the rest is for whoever may read the facts. */
function notesOf({ notes, registrarPostId, registrarName, registration }: ReadyLine, { newId }: DisputeContext) {
  const own = `unit:${registration.receivingCenterId}` as const;
  const all = [
    { kind: 'importedResult', visibility: 'shared', body: notes.result },
    { kind: 'importedRow', visibility: 'shared', body: notes.rest },
    { kind: 'importedNumbers', visibility: own, body: notes.numbers },
    { kind: 'firstContact', visibility: 'shared', body: registrarPostId === null ? registrarName : '' },
  ] as const;
  return all.filter(({ body }) => body !== '').map((note) => ({ id: newId(), ...note }));
}
