import { unitToName } from '../deadlines/charge.ts';
import type { Clock } from '../deadlines/clock.ts';
import { type ClockChange, clockChanges } from '../deadlines/clockChanges.ts';
import type { Binds } from '../deadlines/clockRule.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import { listedDate } from '../deadlines/leading.ts';
import { recordParties } from '../intake/parties.sql.ts';
import type { Registration } from '../intake/register.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { recordRows, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { Engine } from './engine.ts';
import { atTheCounter, type Opening } from './opening.ts';
import { clockRuleOf } from './rules.ts';
import { seenBy, whoIsTold } from './seenBy.ts';
import { recordFirstTerms } from './terms.sql.ts';
import { todosOf } from './todos.ts';

function recordDisputeRows(tx: Tx, dispute: Dispute, registration: Registration, actor: Actor, opening: Opening): void {
  const { input } = registration;
  const key = { county_code: dispute.countyCode, matter_id: dispute.id };
  const values = {
    ...key,
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
  recordRows(tx, 'dispute', [values]);
}

type Opened = { viewers: string[]; dueAt: Date | null; now: Date; hash: string };

/** The matter goes in first, with the hash of the event that will refer to it. */
function recordMatter(tx: Tx, dispute: Dispute, { viewers, dueAt, now, hash }: Opened): void {
  const matter = {
    county_code: dispute.countyCode,
    id: dispute.id,
    kind: 'dispute' as const,
    code: dispute.code,
    status: dispute.status,
    title: dispute.title,
    category_code: dispute.categoryCode,
    region_code: dispute.regionCode,
    receiving_center_id: dispute.receivingCenterId,
    lead_unit_id: dispute.leadUnitId,
    handler_post_id: dispute.handlerPostId,
    closed_at: dispute.closedAt,
    due_at: dueAt,
    seen_by: viewers,
    restricted: dispute.restricted,
    settings_version: dispute.settingsVersion,
    event_seq: 1,
    event_hash: hash,
    opened_at: dispute.openedAt,
    updated_at: now,
  };
  recordRows(tx, 'matter', [matter]);
  const alias = { code: dispute.code, county_code: dispute.countyCode, matter_id: dispute.id };
  recordRows(tx, 'code_alias', [{ ...alias, created_at: now }]);
}

function firstEvent(
  dispute: Dispute,
  registration: Registration,
  { actor, now, newId }: DisputeContext,
  { type, data }: Opening,
): matters.EventFacts {
  const parties = registration.parties.map((party) => party.id);
  return {
    countyCode: dispute.countyCode,
    id: dispute.id,
    eventId: newId(),
    seq: 1,
    previousHash: chainStart,
    at: now,
    actor,
    type,
    statusBefore: null,
    statusAfter: dispute.status,
    data: { source: registration.input.source, parties, ...data },
  };
}

function firstClocks(dispute: Dispute, { starts }: Opening, context: DisputeContext): ClockChange[] {
  const { calendar, newId, rules } = context;
  const moment = {
    now: dispute.openedAt,
    calendar,
    step: 'register',
    newId,
    ruleOf: (kind: string) => clockRuleOf(rules, kind, dispute.difficulty),
    unitOf: (kind: string, binds: Binds) => unitToName(kind, binds, dispute.leadUnitId),
  };
  return clockChanges([], { starts: [...starts], stops: [] }, [], moment);
}

/** Matter, event, clock, viewers and what is owed, in the order that foreign keys ask for. */
export function recordRegistration(
  engine: Engine,
  tx: Tx,
  registration: Registration,
  dispute: Dispute,
  context: DisputeContext,
  opening: Opening = atTheCounter(dispute),
): { eventId: string; clocks: Clock[] } {
  const { actor, now } = context;
  const changes = firstClocks(dispute, opening, context);
  const clocks = changes.flatMap((change) => (change.kind === 'start' ? [change.clock] : []));
  const dueAt = listedDate(clocks);
  const viewers = seenBy(dispute, context.network);
  matters.recordAsSystem(tx);
  const event = firstEvent(dispute, registration, context, opening);
  const row = matters.eventRow(event);
  recordMatter(tx, dispute, { viewers, dueAt, now, hash: row.hash });
  matters.recordEventRow(tx, row);
  matters.recordNotes(tx, dispute, event, opening, context.newId);
  recordDisputeRows(tx, dispute, registration, actor, opening);
  recordParties(tx, engine.crypto, dispute.countyCode, registration);
  recordClockChanges(tx, dispute.countyCode, dispute.id, changes, opening.quiet ? now : null);
  if (opening.owes) matters.recordTodos(tx, dispute, todosOf(dispute, clocks), now, context.newId);
  const { status, openedAt } = dispute;
  matters.recordSeen(tx, dispute, [], viewers, { kind: 'dispute', status, dueAt, openedAt });
  recordFirstTerms(tx, dispute, registration, context.network, engine.crypto, opening.columns.old_number ?? '');
  const tell = whoIsTold(dispute, viewers, opening.tell);
  matters.recordNotices(tx, dispute, dispute.code, { type: opening.type, tell }, now, context.newId);
  return { eventId: event.eventId, clocks };
}
