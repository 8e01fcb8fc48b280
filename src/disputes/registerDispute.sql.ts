import { listedDate } from '../deadlines/leading.ts';
import { nextCode } from '../intake/codes.sql.ts';
import { type RegisterInput, type Registration, register } from '../intake/register.ts';
import { findCommandResult, recordCommandResult } from '../matters/commandResults.sql.ts';
import { getUploads, recordFiles } from '../matters/files.sql.ts';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, recordRows, type Tx } from '../platform/db.ts';
import { formatCode, shortCode } from '../platform/disputeCode.ts';
import { newId } from '../platform/ids.ts';
import { formatDue } from '../platform/now.ts';
import { hashPin, newPin } from '../platform/pin.ts';
import { refuse } from '../platform/refusal.ts';
import { linkVisit, recordVisit } from '../reception/visits.sql.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { Engine } from './engine.ts';
import { atTheCounter, type Opening } from './opening.ts';
import { registeredDispute } from './registeredDispute.ts';
import { recordRegistration } from './registrations.sql.ts';
import type { Registered } from './views.ts';

/**
 * What came in on paper while nothing else worked: its code and the PIN on its slip were given in advance, its time is the
 * true one. `claim` refuses a code that was used meanwhile.
 */
export type Paper = {
  code: string;
  id: string;
  pinHash: string;
  openedAt: Date;
  firstContactPostId: string;
  lateReason: string;
  claim(tx: Tx): Promise<void>;
};

type Issued = { registration: Registration; code: string; pin: string; pinHash: string; paper: Paper | undefined };

/** How a form of paper is recorded: marked as such, with who received it, its clocks from when it was received. */
function onPaper(
  dispute: Dispute,
  { firstContactPostId, lateReason, openedAt }: Paper,
  context: DisputeContext,
): Opening {
  const { now, newId: make, directory, actor } = context;
  const note = { id: make(), kind: 'lateEntry', visibility: 'shared' as const, body: lateReason };
  return {
    ...atTheCounter(dispute),
    data: { receivedAt: openedAt.toISOString(), receivedByPostId: firstContactPostId, late: lateReason !== '' },
    columns: {
      entered_offline: true,
      entered_at: now,
      first_contact_unit_id: directory.post(firstContactPostId)?.unitId ?? actor.unitId,
    },
    notes: lateReason === '' ? [] : [note],
  };
}

function recordSlip(
  tx: Tx,
  dispute: Dispute,
  { registration, pinHash }: Issued,
  { actor, newId: make }: DisputeContext,
) {
  const holder = registration.parties.find((party) => party.side === 'applicant');
  if (!holder) return undefined;
  const key = { county_code: dispute.countyCode, matter_id: dispute.id };
  const slip = {
    ...key,
    id: make(),
    party_id: holder.id,
    pin_hash: pinHash,
    issued_at: dispute.openedAt,
    issued_by_post_id: actor.postId,
  };
  recordRows(tx, 'access_slip', [slip]);
  return holder;
}

/** Whoever came in person is counted once: by the visit recorded before, or by a new one with the number that was called. */
async function recordItsVisit(tx: Tx, actor: Actor, input: RegisterInput, matterId: string, now: Date): Promise<void> {
  if (input.source !== 'walkIn') return;
  const { services = ['mediation'], ticketId, visitId } = input.visit ?? {};
  if (visitId !== undefined && (await linkVisit(tx, actor, visitId, matterId))) return;
  const number = ticketId === undefined ? {} : { ticketId };
  recordVisit(tx, actor, { services, headCount: input.headCount, memo: '', ...number, matterId, counter: null }, now);
}

async function recordAll(
  engine: Engine,
  tx: Tx,
  dispute: Dispute,
  issued: Issued,
  context: DisputeContext,
): Promise<Registered> {
  const { actor, now, network } = context;
  const { registration, code, pin, paper } = issued;
  const { input } = registration;
  // At the counter there is nothing to look for as a rule: sent twice, something of it stands there already.
  const key = keyOf(actor, input);
  const first = paper && (await findCommandResult<Registered>(tx, key));
  if (first) return first;
  const uploads = await getUploads(tx, actor.countyCode, input.uploads);
  await paper?.claim(tx);
  const opening = paper ? onPaper(dispute, paper, context) : atTheCounter(dispute);
  const { eventId, clocks } = recordRegistration(engine, tx, registration, dispute, context, opening);
  for (const keep of engine.onRegistered ?? []) keep(engine, tx, dispute, registration);
  recordFiles(tx, dispute, uploads, { eventId, visibility: 'shared', authorUserId: actor.userId, at: now });
  await recordItsVisit(tx, actor, input, dispute.id, dispute.openedAt);
  const holder = recordSlip(tx, dispute, issued, context);
  const dueAt = listedDate(clocks);
  const shown = {
    code,
    codeGrouped: formatCode(code),
    codeShort: shortCode(code, network.region(actor.countyCode)?.short ?? ''),
    sentence: `下一步：${dueAt ? `${formatDue(dueAt)}前` : ''}决定受不受理（分流岗）。`,
  };
  // A PIN is shown once: what is kept for a repeated command has none.
  recordCommandResult(tx, key, dispute.id, now, { ...shown, slips: [] });
  return { ...shown, slips: holder && !paper ? [{ partyId: holder.id, name: holder.name, pin }] : [] };
}

const keyOf = (actor: Actor, { commandId }: RegisterInput) => ({
  ...{ countyCode: actor.countyCode, commandId, actor, target: 'register' },
});

/** One door: parties, facts, place and willingness are taken once, a code is given, and the first clock starts. */
export async function registerDispute(
  engine: Engine,
  actor: Actor,
  input: RegisterInput,
  paper?: Paper,
): Promise<Registered> {
  if (!mayEnter('registering', actor.role))
    refuse('forbidden', 'notYourRole', '登记由接待、分流、中心负责人或信息员来做。');
  const now = engine.now();
  const { network, calendarFor, directory, rulesFor, pinFor } = engine.reference();
  const { rules } = rulesFor(actor.countyCode);
  const version = pinFor(actor.countyCode, engine.kinds.dispute.kind);
  const calendar = calendarFor(actor.countyCode, actor.centerId ?? undefined);
  const context = { actor, now, rules, calendar, network, directory, newId: () => newId(now) };
  const registered = register(input, context);
  const registration = paper ? { ...registered, id: paper.id } : registered;
  const pin = newPin();
  const pinHash = paper?.pinHash ?? hashPin(engine.secrets.masterKey, registration.id, pin);
  const code = paper?.code ?? (await nextCode(engine.db, actor.countyCode, now));
  const opened = registeredDispute(registration, code, actor, version, paper?.openedAt ?? now);
  const dispute = paper ? { ...opened, firstContactPostId: paper.firstContactPostId } : opened;
  const issued = { registration, code, pin, pinHash, paper };
  return command(engine.db, actor, (tx) => recordAll(engine, tx, dispute, issued, context)).catch(async (error) => {
    const first = await reading(engine.db, actor, (queries) =>
      findCommandResult<Registered>(queries, keyOf(actor, input)),
    ).catch(() => undefined);
    if (first) return first;
    throw error;
  });
}
