import type { Clock } from '../deadlines/clock.ts';
import { applyChanges, type ClockChange, clockChanges } from '../deadlines/clockChanges.ts';
import { recordParties } from '../intake/parties.sql.ts';
import type { Registration } from '../intake/register.ts';
import type { Insert } from '../matters/decision.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { followsFrom, momentOf } from '../procedures/decideStep.ts';
import { whoIsTold } from '../procedures/owners.ts';
import { openMatter } from '../procedures/state.sql.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { BoundDispute, Engine } from './engine.ts';
import { atTheCounter, type Opening } from './opening.ts';
import { recordFirstTerms } from './terms.sql.ts';

/** Columns of its own table, as they were typed. */
function disputeRow(
  dispute: Dispute,
  { input, ...registration }: Registration,
  actor: Actor,
  opening: Opening,
): Insert {
  const values = {
    source: input.source,
    first_contact_post_id: dispute.firstContactPostId,
    first_contact_unit_id: actor.unitId,
    facts: input.facts.trim(),
    demands: input.demands.trim(),
    occurred_on: input.occurredOn,
    address: input.address.trim(),
    township_code: dispute.townshipCode,
    community_code: dispute.communityCode,
    grid_code: dispute.gridCode,
    people_involved: input.peopleInvolved,
    amount_cents: input.amountCents,
    willing: input.willing,
    parties_line: registration.partiesLine,
    party_count: registration.parties.length,
    ...opening.columns,
  };
  return { into: 'dispute', values };
}

function firstClocks(
  dispute: Dispute,
  { starts }: Opening,
  bound: BoundDispute,
  context: DisputeContext,
): ClockChange[] {
  const moment = { ...momentOf(bound, 'register', dispute, context), now: dispute.openedAt };
  return clockChanges([], { starts: [...starts], stops: [] }, [], moment);
}

/** A dispute begins: matter, event, clock, viewers and what is owed; then its people and the words it is found by. */
export function recordRegistration(
  engine: Engine,
  tx: Tx,
  registration: Registration,
  dispute: Dispute,
  context: DisputeContext,
  opening: Opening = atTheCounter(dispute),
): { eventId: string; clocks: readonly Clock[] } {
  const bound = engine.kinds.dispute;
  const changes = firstClocks(dispute, opening, bound, context);
  const opened = { ...dispute, clocks: applyChanges([], changes) };
  const follows = followsFrom(bound, opened, context);
  const { source } = registration.input;
  const decision = {
    type: opening.type,
    data: { source, parties: registration.parties.map((party) => party.id), ...opening.data },
    notes: opening.notes,
    inserts: [disputeRow(dispute, registration, context.actor, opening)],
    tell: whoIsTold(dispute, follows.viewers, opening.tell),
  };
  const quiet = opening.quiet ? { quietUntil: context.now } : {};
  const todos = opening.owes ? follows.todos : [];
  const eventId = openMatter(tx, bound, { thing: opened, decision, changes, ...follows, todos, ...quiet }, context);
  recordParties(tx, engine.crypto, dispute.countyCode, registration);
  recordFirstTerms(tx, dispute, registration, context.network, engine.crypto, opening.columns.old_number ?? '');
  return { eventId, clocks: opened.clocks };
}
