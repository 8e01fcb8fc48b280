import { viewClocks } from '../deadlines/clockView.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { getDispute, lockDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { declineNotice } from '../intake/declineNotice.ts';
import { slip } from '../intake/slip.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { newId } from '../platform/ids.ts';
import { dayOf, formatDue } from '../platform/now.ts';
import { hashPin, newPin, verifyPin } from '../platform/pin.ts';
import { qrPath, qrSvg } from '../platform/qr.ts';
import { refuse } from '../platform/refusal.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { readResident } from './resident.sql.ts';
import { residentSheet } from './residentSheet.ts';
import { residentView } from './residentView.ts';

type Print = { largePrint: boolean };

function frame(engine: Engine, dispute: Dispute, { network, actor, now }: DisputeContext, { largePrint }: Print) {
  const center = network.unit(dispute.receivingCenterId);
  return {
    centerName: center?.name ?? '综治中心',
    codeGrouped: formatCode(dispute.code),
    qrSvg: qrSvg(`${engine.config.publicUrl}${qrPath(engine.secrets.qrSecret, dispute.code)}`),
    largePrint,
    printedAt: now,
    printedBy: actor.role === 'party' ? '当事人' : actor.name,
  };
}

/** Who received it first; of an old ledger's dispute the name that stood in the file, or nobody. */
async function firstContact(queries: Queries, dispute: Dispute, { directory }: DisputeContext): Promise<string> {
  if (dispute.firstContactPostId !== null) return directory.post(dispute.firstContactPostId)?.name ?? '接待人员';
  const note = await queries
    .selectFrom('visible_note')
    .select('body')
    .where('county_code', '=', dispute.countyCode)
    .where('matter_id', '=', dispute.id)
    .where('kind', '=', 'firstContact')
    .executeTakeFirst();
  return note?.body ?? '';
}

const ways = ['到窗口说', '打电话说', '在查询页上点「这件事没有解决」'];

/** The slip's text comes from the same clocks as every screen. */
function slipFacts(
  engine: Engine,
  dispute: Dispute,
  context: DisputeContext,
  { pin, first, ...print }: Print & { pin: string; first: string },
) {
  const { network, calendar, now } = context;
  const center = network.unit(dispute.receivingCenterId);
  const leading = viewClocks(dispute.clocks, calendar, now).find((clock) => clock.leading);
  return {
    ...frame(engine, dispute, context, print),
    centerPhone: center?.phone ?? null,
    counterLabel: null,
    receptionist: first,
    code: dispute.code,
    pin,
    title: dispute.title,
    registeredOn: dayOf(dispute.openedAt),
    nextStep: dispute.status === 'registered' ? '中心决定受不受理，再转给办理单位' : '按下面的日期办',
    nextBy: leading?.dueAt ? `${formatDue(new Date(leading.dueAt))}前` : null,
    arithmetic: leading?.arithmetic ?? [],
    whoToAsk: `${center?.short ?? '综治中心'}${first && ` ${first}（首问负责）`}`,
    waysIfUnhappy: ways,
    address: null,
  };
}

async function issuedPin(engine: Engine, tx: Tx, dispute: Dispute, partyId: string, pin: string): Promise<string> {
  const rows = await tx
    .selectFrom('visible_access_slip')
    .select('pin_hash')
    .where('county_code', '=', dispute.countyCode)
    .where('matter_id', '=', dispute.id)
    .where('party_id', '=', partyId)
    .where('revoked_at', 'is', null)
    .execute();
  if (rows.some((row) => verifyPin(engine.secrets.masterKey, dispute.id, pin, row.pin_hash))) return pin;
  return refuse('invalid', 'pinNotCurrent', '这个查询密码已经换过，重新打印一张。', { pin: '这个查询密码已经换过。' });
}

function newSlip(engine: Engine, tx: Tx, dispute: Dispute, partyId: string, actor: Actor, now: Date): string {
  const pin = newPin();
  const pin_hash = hashPin(engine.secrets.masterKey, dispute.id, pin);
  const key = { county_code: dispute.countyCode, matter_id: dispute.id };
  record(
    tx,
    tx
      .updateTable('access_slip')
      .set({ revoked_at: now })
      .where('county_code', '=', key.county_code)
      .where('matter_id', '=', key.matter_id)
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('visible_access_slip')
          .select('id')
          .where('county_code', '=', key.county_code)
          .where('matter_id', '=', key.matter_id)
          .where('party_id', '=', partyId),
      ),
  );
  record(
    tx,
    tx
      .insertInto('access_slip')
      .values({ ...key, id: newId(now), party_id: partyId, pin_hash, issued_at: now, issued_by_post_id: actor.postId }),
  );
  return pin;
}

/** A slip for one party. Without `pin` a new one is issued and the old one stops working. */
export async function makeSlip(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  input: { partyId: string; pin?: string; largePrint: boolean },
) {
  const dispute = await lockDispute(tx, code);
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'mayNotPrintSlip', '小票由受理中心和承办单位打印。');
  if (!dispute.parties.some((party) => party.id === input.partyId))
    refuse('invalid', 'unknownParty', '选这件事里的当事人。', { partyId: '选这件事里的当事人。' });
  const context = contextFor(engine, actor, dispute);
  const pin =
    input.pin === undefined
      ? newSlip(engine, tx, dispute, input.partyId, actor, context.now)
      : await issuedPin(engine, tx, dispute, input.partyId, input.pin);
  recordLook(tx, 'slipPrinted', actor, code, { partyId: input.partyId, newPin: input.pin === undefined }, context.now);
  return slip(slipFacts(engine, dispute, context, { ...input, pin, first: await firstContact(tx, dispute, context) }));
}

/** The paper twin of the resident's page: of one party's, or of what all of them see. */
export async function makeProgressSheet(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  code: string,
  print: Print & { paper: 'a4' | 'a5'; partyId?: string },
) {
  const dispute = await getDispute(queries, code);
  if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'mayNotPrint', '办理进度由受理中心和承办单位打印。');
  const context = contextFor(engine, actor, dispute);
  const { partyId = null } = print;
  if (partyId !== null && !dispute.parties.some(({ id }) => id === partyId))
    refuse('invalid', 'unknownParty', '选这件事里的当事人。', { partyId: '选这件事里的当事人。' });
  const view = residentView(await readResident(queries, dispute, context, partyId));
  return residentSheet(view, { ...frame(engine, dispute, context, print), paper: print.paper });
}

/** The words of the last time it was declined; nothing when it never was. */
async function lastDecline(queries: Queries, { countyCode, id }: Dispute) {
  const rows = await queries
    .selectFrom('visible_note')
    .select(['event_id', 'kind', 'body', 'at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('kind', 'in', ['decline', 'basis', 'goTo', 'limit', 'papers'])
    .orderBy('at', 'desc')
    .execute();
  const last = rows.find(({ kind }) => kind === 'decline');
  return rows.filter((row) => row.event_id === last?.event_id);
}

/** 不予受理告知: reason, basis, where to go instead, how to have it looked at again. */
export async function makeDeclineNotice(engine: Engine, queries: Queries, actor: Actor, code: string, print: Print) {
  const dispute = await getDispute(queries, code);
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'mayNotPrint', '告知书由受理中心打印。');
  const notes = await lastDecline(queries, dispute);
  const word = (kind: string) => notes.find((note) => note.kind === kind)?.body ?? '';
  const [declined] = notes;
  if (!declined) return refuse('conflict', 'notDeclined', '这件事没有不予受理，不能打印告知书。');
  const context = contextFor(engine, actor, dispute);
  const applicant = dispute.parties.find((party) => party.side === 'applicant');
  return declineNotice({
    ...frame(engine, dispute, context, print),
    centerPhone: context.network.unit(dispute.receivingCenterId)?.phone ?? null,
    counterLabel: null,
    receptionist: await firstContact(queries, dispute, context),
    noticeNumber: null,
    addressee: applicant?.name ?? '当事人',
    addresseeAddress: null,
    title: dispute.title,
    registeredOn: dayOf(dispute.openedAt),
    declinedOn: dayOf(declined.at),
    reason: word('decline'),
    legalBasis: [word('basis')],
    otherDoors: [
      {
        where: word('goTo'),
        what: '可以到这里办',
        bring: word('papers') || null,
        phone: null,
        before: word('limit') || null,
      },
    ],
    review: ['不同意这个决定，可以到中心窗口请中心重新审查，不收费。'],
  });
}
