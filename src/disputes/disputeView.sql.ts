import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { addMonths, dayOf, endOfDay } from '../platform/now.ts';
import { openSteps } from '../procedures/openSteps.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { listUnitRecords } from '../routing/accuracy.across.sql.ts';
import { readDisputeRows } from './disputeRows.sql.ts';
import type { PartyRow } from './disputeRows.ts';
import { getDispute } from './disputes.sql.ts';
import { disputeView } from './disputeView.ts';
import type { Engine } from './engine.ts';
import { countLooks } from './looks.sql.ts';
import type { PlainParty } from './maskParty.ts';
import { readResident } from './resident.sql.ts';
import { residentView } from './residentView.ts';
import type { DisputeView } from './views.ts';

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
  };
}

/** Who chooses units reads how each did in the year before. */
const routes = ({ role }: Actor): boolean => mayEnter('precedents', role);
const yearBefore = (at: Date): Date => endOfDay(addMonths(dayOf(at), -12));

async function view(engine: Engine, queries: Queries, actor: Actor, code: string): Promise<DisputeView> {
  const dispute = await getDispute(queries, code);
  const context = contextFor(engine, actor, dispute);
  const [rows, resident, looks, records] = await Promise.all([
    readDisputeRows(queries, dispute),
    readResident(queries, dispute, context),
    countLooks(queries, code),
    routes(actor) ? listUnitRecords(queries, dispute, yearBefore(context.now)) : [],
  ]);
  const parties = rows.parties.map((row) => plainParty(row, dispute.countyCode, engine));
  const steps = openSteps(engine.kinds.dispute, dispute, context);
  return disputeView({ dispute, rows, parties, context, steps, residentSees: residentView(resident), looks, records });
}

/** One dispute as this post may see it. */
export function readDisputeView(engine: Engine, actor: Actor, code: string): Promise<DisputeView> {
  return reading(engine.db, actor, (queries) => view(engine, queries, actor, code));
}
