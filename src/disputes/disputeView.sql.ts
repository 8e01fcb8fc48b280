import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { addMonths, dayOf, endOfDay } from '../platform/now.ts';
import { countyOfCode } from '../procedures/code.ts';
import { openSteps } from '../procedures/openSteps.ts';
import { owedNow } from '../procedures/owedNow.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { listUnitRecords } from '../routing/accuracy.across.sql.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { findDisputeRows } from './disputeRows.sql.ts';
import type { DisputeRows, PartyRow } from './disputeRows.ts';
import { getDispute } from './disputes.sql.ts';
import { disputeView, isAtDesk } from './disputeView.ts';
import type { Engine } from './engine.ts';
import type { PlainParty } from './maskParty.ts';
import type { DisputeView, ResidentView } from './views.ts';

const plainIdentified = (row: PartyRow): boolean => row.id_number_sealed !== null || row.id_exception !== null;

export function plainParty(row: PartyRow, countyCode: string, { crypto }: Pick<Engine, 'crypto'>): PlainParty {
  return {
    id: row.id,
    side: row.side,
    kind: row.kind,
    name: row.name,
    idKind: row.id_kind,
    idNumber: row.id_number_sealed && crypto.open(countyCode, row.id_number_sealed),
    idException: row.id_exception,
    phone: row.phone_sealed && crypto.open(countyCode, row.phone_sealed),
    address: row.address,
    contactPerson: row.contact_person,
    minor: row.minor,
    representsPartyId: row.represents_party_id,
    representation: row.representation,
    authority: row.authority,
    brief: false,
    identified: plainIdentified(row),
  };
}

/** So many are shown in full on the page; of a roster of hundreds the others are names, and nothing of theirs is unsealed. */
const IN_FULL = 20;

function partyOf(row: PartyRow, place: number, countyCode: string, engine: Pick<Engine, 'crypto'>): PlainParty {
  if (place < IN_FULL || row.side !== 'applicant') return plainParty(row, countyCode, engine);
  const bare = { ...row, id_number_sealed: null, phone_sealed: null, id_exception: null, address: '' };
  return { ...plainParty(bare, countyCode, engine), brief: true, identified: plainIdentified(row) };
}

/** Who chooses units reads how each did in the year before. */
const yearBefore = (at: Date): Date => endOfDay(addMonths(dayOf(at), -12));

/** What the resident sees of it, which is another module's to say. */
export type Preview = (
  queries: Queries,
  dispute: Dispute,
  rows: DisputeRows,
  context: DisputeContext,
) => Promise<ResidentView>;

/** All of it comes in one flight; what only some need, such as the records of units, in another. */
async function view(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  code: string,
  preview: Preview,
): Promise<DisputeView> {
  const [dispute, rows] = await Promise.all([
    getDispute(queries, code),
    findDisputeRows(queries, countyOfCode(code), code),
  ]);
  if (!rows) throw new Error(`the page of ${code} was hidden while it was read`);
  const context = contextFor(engine, actor, dispute);
  const steps = openSteps(engine.kinds.dispute, dispute, context);
  const owed = owedNow(engine.kinds.dispute, dispute, context);
  const [residentSees, records] = await Promise.all([
    preview(queries, dispute, rows, context),
    isAtDesk(steps) ? listUnitRecords(queries, dispute, yearBefore(context.now)) : [],
  ]);
  const parties = rows.parties.map((row, place) => partyOf(row, place, dispute.countyCode, engine));
  return disputeView({ dispute, rows, parties, context, steps, owed, residentSees, records });
}

/** One dispute as this post may see it. */
export function readDisputeView(engine: Engine, actor: Actor, code: string, preview: Preview): Promise<DisputeView> {
  return reading(engine.db, actor, (queries) => view(engine, queries, actor, code, preview));
}
