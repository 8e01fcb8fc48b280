import type { Dispute } from '../disputes/dispute.ts';
import type { DisputeRows, EventRow } from '../disputes/disputeRows.ts';
import { settlementsOf } from '../disputes/papersView.ts';
import type { ResidentInput } from './residentInput.ts';
import type { ResidentEntry } from './residentTimeline.ts';
import type { LeadProgress } from './residentTogether.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function entryOf(event: EventRow, { notes, files }: DisputeRows): ResidentEntry {
  const itsOwn = <T extends { id: string; event_id: string; visibility: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.event_id === event.id && row.visibility === 'resident').sort(byId);
  const { seq, at, type, data } = event;
  return {
    ...{ seq, at, type },
    actorRole: event.actor_role,
    actorPostId: event.actor_post_id,
    actorUnitId: event.actor_unit_id,
    statusBefore: event.status_before,
    statusAfter: type === 'follow' && data.status ? String(data.status) : event.status_after,
    notes: itsOwn(notes).map(({ kind, body }) => ({ kind, body })),
    files: itsOwn(files).map(({ name }) => name),
    moved: type === 'clocksMoved' ? data : null,
  };
}

/** What a resident may know, taken from the rows of an official's page: the preview of what every party sees. */
export function residentOf(
  dispute: Dispute,
  rows: DisputeRows,
  lead: LeadProgress | null,
  context: ResidentInput['context'],
): ResidentInput {
  const closedAt = dispute.closedAt ?? new Date(0);
  return {
    dispute,
    entries: rows.events.toReversed().map((event) => entryOf(event, rows)),
    partyId: null,
    // Enough for whoever looks what parties see; each reads his own.
    agreements: settlementsOf(rows).slice(0, 10),
    // The preview is what every party reads: whose answer it was is no part of it.
    visits: rows.visits.map((visit) => ({ ...visit, partyId: '' })),
    score: rows.ratings.find(({ at }) => at >= closedAt)?.score ?? null,
    centerAddress: rows.centerAddress,
    lead,
    context,
  };
}
