import type { Clock } from '../deadlines/clock.ts';
import { clockChanges } from '../deadlines/clockChanges.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import { recordParties } from '../intake/parties.sql.ts';
import type { Registration } from '../intake/register.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { chainStart } from '../platform/eventChain.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { Engine } from './engine.ts';
import { clockRuleOf } from './rules.ts';
import { seenBy, whoIsTold } from './seenBy.ts';
import { todosOf } from './todos.ts';

function recordDisputeRows(tx: Tx, dispute: Dispute, registration: Registration, actor: Actor): void {
  const { input } = registration;
  const key = { county_code: dispute.countyCode, matter_id: dispute.id };
  const values = {
    ...key,
    source: input.source,
    first_contact_post_id: actor.postId,
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
  };
  record(tx, tx.insertInto('dispute').values(values));
}

/** Matter, event, clock, viewers and what is owed, in the order that foreign keys ask for. */
export function recordRegistration(
  engine: Engine,
  tx: Tx,
  registration: Registration,
  dispute: Dispute,
  context: DisputeContext,
): { eventId: string; clocks: Clock[] } {
  const { actor, now } = context;
  const changes = clockChanges([], { starts: ['accept'], stops: [] }, [], {
    now,
    calendar: context.calendar,
    step: 'register',
    newId: context.newId,
    ruleOf: (kind) => clockRuleOf(context.rules, kind, null),
  });
  const clocks = changes.flatMap((change) => (change.kind === 'start' ? [change.clock] : []));
  const dueAt = clocks[0]?.dueAt ?? null;
  const viewers = seenBy(dispute, context.network);
  const event = {
    countyCode: dispute.countyCode,
    id: dispute.id,
    eventId: context.newId(),
    seq: 1,
    previousHash: chainStart,
    at: now,
    actor,
    type: 'register',
    statusBefore: null,
    statusAfter: 'registered',
    data: { source: registration.input.source, parties: registration.parties.map((party) => party.id) },
  };
  matters.recordAsSystem(tx);
  const matter = {
    county_code: dispute.countyCode,
    id: dispute.id,
    kind: 'dispute' as const,
    code: dispute.code,
    status: 'registered',
    title: dispute.title,
    category_code: dispute.categoryCode,
    region_code: dispute.regionCode,
    receiving_center_id: dispute.receivingCenterId,
    due_at: dueAt,
    seen_by: viewers,
    restricted: dispute.restricted,
    settings_version: dispute.settingsVersion,
    event_seq: 1,
    opened_at: now,
    updated_at: now,
  };
  const insert = tx.insertInto('matter').values(matter);
  record(tx, insert);
  const hash = matters.recordEvent(tx, event);
  record(
    tx,
    tx
      .updateTable('matter')
      .set({ event_hash: hash })
      .where('county_code', '=', dispute.countyCode)
      .where('id', '=', dispute.id),
  );
  recordDisputeRows(tx, dispute, registration, actor);
  recordParties(tx, engine.crypto, dispute.countyCode, registration);
  recordClockChanges(tx, dispute.countyCode, dispute.id, changes);
  matters.recordTodos(tx, dispute, todosOf(dispute, clocks), now, context.newId);
  matters.recordSeen(tx, dispute, [], viewers, { kind: 'dispute', status: 'registered', dueAt, openedAt: now });
  const desk = { owner: `c:${dispute.receivingCenterId}#dispatcher`, text: '新登记一件，今天决定受不受理。' };
  const tell = whoIsTold(dispute, viewers, [desk]);
  matters.recordNotices(tx, dispute, dispute.code, { type: 'register', tell }, now, context.newId);
  record(
    tx,
    tx
      .insertInto('code_alias')
      .values({ code: dispute.code, county_code: dispute.countyCode, matter_id: dispute.id, created_at: now }),
  );
  return { eventId: event.eventId, clocks };
}
