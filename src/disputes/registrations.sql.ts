import type { Clock } from '../deadlines/clock.ts';
import { type ClockChange, clockChanges } from '../deadlines/clockChanges.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import { listedDate } from '../deadlines/leading.ts';
import { recordParties } from '../intake/parties.sql.ts';
import type { Registration } from '../intake/register.ts';
import { recordAside } from '../matters/aside.sql.ts';
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

type Opened = { viewers: string[]; dueAt: Date | null };

/** The matter goes in first: its event refers to it, and it then keeps the event's hash. */
function recordMatter(tx: Tx, dispute: Dispute, { viewers, dueAt }: Opened): void {
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
    due_at: dueAt,
    seen_by: viewers,
    restricted: dispute.restricted,
    settings_version: dispute.settingsVersion,
    opened_at: dispute.openedAt,
    updated_at: dispute.openedAt,
  };
  record(tx, tx.insertInto('matter').values(matter));
  const alias = { code: dispute.code, county_code: dispute.countyCode, matter_id: dispute.id };
  record(tx, tx.insertInto('code_alias').values({ ...alias, created_at: dispute.openedAt }));
}

function recordFirstEvent(tx: Tx, dispute: Dispute, registration: Registration, context: DisputeContext): string {
  const { actor, now } = context;
  const eventId = context.newId();
  const data = { source: registration.input.source, parties: registration.parties.map((party) => party.id) };
  const head = { ...dispute, eventSeq: 0, eventHash: chainStart };
  recordAside(tx, head, { eventId, at: now, actor, type: 'register', data }, null);
  return eventId;
}

function firstClocks({ now, calendar, newId, rules }: DisputeContext): ClockChange[] {
  const ruleOf = (kind: string) => clockRuleOf(rules, kind, null);
  return clockChanges([], { starts: ['accept'], stops: [] }, [], { now, calendar, step: 'register', newId, ruleOf });
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
  const changes = firstClocks(context);
  const clocks = changes.flatMap((change) => (change.kind === 'start' ? [change.clock] : []));
  const dueAt = listedDate(clocks);
  const viewers = seenBy(dispute, context.network);
  matters.recordAsSystem(tx);
  recordMatter(tx, dispute, { viewers, dueAt });
  const eventId = recordFirstEvent(tx, dispute, registration, context);
  recordDisputeRows(tx, dispute, registration, actor);
  recordParties(tx, engine.crypto, dispute.countyCode, registration);
  recordClockChanges(tx, dispute.countyCode, dispute.id, changes);
  matters.recordTodos(tx, dispute, todosOf(dispute, clocks), now, context.newId);
  matters.recordSeen(tx, dispute, [], viewers, { kind: 'dispute', status: 'registered', dueAt, openedAt: now });
  const desk = { owner: `c:${dispute.receivingCenterId}#dispatcher`, text: '新登记一件，今天决定受不受理。' };
  const tell = whoIsTold(dispute, viewers, [desk]);
  matters.recordNotices(tx, dispute, dispute.code, { type: 'register', tell }, now, context.newId);
  return { eventId, clocks };
}
