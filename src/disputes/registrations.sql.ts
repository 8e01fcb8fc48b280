import { clockChanges } from '../deadlines/clockChanges.ts';
import { recordClockChanges } from '../deadlines/clocks.sql.ts';
import { nextCode } from '../intake/codes.sql.ts';
import { recordParties } from '../intake/parties.sql.ts';
import { type RegisterInput, type Registration, register } from '../intake/register.ts';
import type { Context } from '../matters/context.ts';
import * as matters from '../matters/record.sql.ts';
import { townshipOf } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { formatCode, shortCode } from '../platform/disputeCode.ts';
import { chainStart } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import { formatDue } from '../platform/now.ts';
import { hashPin, newPin } from '../platform/pin.ts';
import { refuse } from '../platform/refusal.ts';
import { recordVisit } from '../reception/visits.sql.ts';
import type { Dispute } from './dispute.ts';
import type { Engine } from './engine.ts';
import { getUploads, recordFiles } from './files.sql.ts';
import { type CountyRules, clockRuleOf } from './rules.ts';
import { seenBy } from './seenBy.ts';
import { todosOf } from './todos.ts';
import type { Registered } from './views.ts';

const registrars = ['receptionist', 'dispatcher', 'centerLeader', 'informationOfficer'];

/** The dispute as registering leaves it. */
function registeredDispute(
  registration: Registration,
  code: string,
  actor: Actor,
  version: number,
  now: Date,
): Dispute {
  const { input } = registration;
  const township = townshipOf(input.regionCode);
  const places = {
    townshipCode: township,
    communityCode: input.regionCode.length >= 12 ? input.regionCode.slice(0, 12) : null,
    gridCode: input.regionCode.length === 15 ? input.regionCode : null,
  };
  return {
    countyCode: actor.countyCode,
    id: registration.id,
    code,
    title: registration.title,
    status: 'registered',
    version: 1,
    eventSeq: 1,
    eventHash: '',
    settingsVersion: version,
    restricted: input.restriction !== null,
    categoryCode: input.categoryCode,
    regionCode: input.regionCode,
    receivingCenterId: registration.receivingCenterId,
    leadUnitId: null,
    handlerPostId: null,
    seenBy: [],
    openedAt: now,
    closedAt: null,
    firstContactPostId: actor.postId,
    ...places,
    peopleInvolved: input.peopleInvolved,
    amountCents: input.amountCents,
    willing: input.willing,
    difficulty: null,
    urgency: null,
    gravity: null,
    violence: {},
    outcome: null,
    dispatchedAt: null,
    dispatchUndoUntil: null,
    formerUnitIds: [],
    namedPostIds: [],
    reopened: 0,
    contested: false,
    supportingUnits: [],
    parties: [],
    clocks: [],
    materials: [],
    returnVisited: false,
    rated: false,
    submittedByPostId: null,
  };
}

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
function recordRegistration(
  engine: Engine,
  tx: Tx,
  registration: Registration,
  dispute: Dispute,
  context: Context<CountyRules>,
): string {
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
  const tell = [{ owner: `c:${dispute.receivingCenterId}#dispatcher`, text: '新登记一件，今天决定受不受理。' }];
  matters.recordNotices(tx, dispute, dispute.code, { type: 'register', tell }, now, context.newId);
  record(
    tx,
    tx
      .insertInto('code_alias')
      .values({ code: dispute.code, county_code: dispute.countyCode, matter_id: dispute.id, created_at: now }),
  );
  return event.eventId;
}

/** One door: parties, facts, place and willingness are taken once, a code is given, and the first clock starts. */
export async function registerDispute(engine: Engine, actor: Actor, input: RegisterInput): Promise<Registered> {
  if (!registrars.includes(actor.role))
    refuse('forbidden', 'notYourRole', '登记由接待、分流、中心负责人或信息员来做。');
  const now = engine.now();
  const { network, calendar, directory, rulesFor } = engine.reference();
  const { version, rules } = rulesFor(actor.countyCode);
  const context = { actor, now, rules, calendar, network, directory, newId: () => newId(now) };
  const registration = register(input, context);
  const pin = newPin();
  const [code, pinHash] = await Promise.all([
    nextCode(engine.db, actor.countyCode, now),
    hashPin(registration.id, pin),
  ]);
  return command(engine.db, actor, async (tx) => {
    const [first, uploads] = await Promise.all([
      matters.findCommandResult<Registered>(tx, actor.countyCode, input.commandId),
      getUploads(tx, actor.countyCode, input.uploads),
    ]);
    if (first) return first;
    const dispute = registeredDispute(registration, code, actor, version, now);
    const eventId = recordRegistration(engine, tx, registration, dispute, context);
    recordFiles(tx, dispute, uploads, { eventId, visibility: 'shared', authorUserId: actor.userId, at: now });
    recordVisit(tx, actor, { service: 'mediation', headCount: input.headCount, memo: '', matterId: dispute.id }, now);
    const holder = registration.parties.find((party) => party.side === 'applicant');
    if (holder) {
      const slip = {
        county_code: dispute.countyCode,
        id: context.newId(),
        matter_id: dispute.id,
        party_id: holder.id,
        pin_hash: pinHash,
        issued_at: now,
        issued_by_post_id: actor.postId,
      };
      record(tx, tx.insertInto('access_slip').values(slip));
    }
    const county = network.region(actor.countyCode)?.short ?? '';
    const dueAt = clockDue(rules, calendar, now);
    const shown = {
      code,
      codeGrouped: formatCode(code),
      codeShort: shortCode(code, county),
      sentence: `已登记 ${formatCode(code)}。下一步：${formatDue(dueAt)}前决定受不受理（分流岗）。`,
    };
    // A PIN is shown once: what is kept for a repeated command has none.
    matters.recordCommandResult(tx, dispute, input.commandId, actor, now, { ...shown, slips: [] });
    return { ...shown, slips: holder ? [{ partyId: holder.id, name: holder.name, pin }] : [] };
  });
}

function clockDue(rules: CountyRules, calendar: Context<unknown>['calendar'], now: Date): Date {
  const [started] = clockChanges([], { starts: ['accept'], stops: [] }, [], {
    now,
    calendar,
    step: 'register',
    newId: () => '',
    ruleOf: (kind) => clockRuleOf(rules, kind, null),
  });
  return (started?.kind === 'start' ? started.clock.dueAt : null) ?? now;
}
