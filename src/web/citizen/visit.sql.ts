import { getDispute } from '../../disputes/disputes.sql.ts';
import type { Engine } from '../../disputes/engine.ts';
import { reading } from '../../platform/db.ts';
import { refuse } from '../../platform/refusal.ts';
import { contextFor } from '../../procedures/takeStep.sql.ts';
import { findMatterOfCode, findOpenSlip } from '../../residents/accessSlips.sql.ts';
import { readResident } from '../../residents/resident.sql.ts';
import { answerDue } from '../../residents/residentClock.ts';
import { residentView } from '../../residents/residentView.ts';
import { listPartySittings } from '../../sittings/partySittings.sql.ts';
import { formToken, type PartySession, partyActor } from './session.ts';
import type { Visit } from './visit.ts';

export const pinDue = (): never => refuse('unauthenticated', 'pinDue', '先输入查询密码。');

/** Row-level security shows the party its one matter; the slip must still be the one in force. */
export async function readVisit(engine: Engine, session: PartySession, code: string): Promise<Visit> {
  const actor = partyActor(session);
  const seen = await reading(engine.db, actor, async (queries) => {
    const slip = (await findOpenSlip(queries, session, session.openedAt)) ?? pinDue();
    if (slip.code !== code && (await findMatterOfCode(queries, code))?.matterId !== session.matterId) pinDue();
    const dispute = await getDispute(queries, slip.code);
    const context = contextFor(engine, actor, dispute);
    const view = residentView(await readResident(queries, dispute, context, session.partyId));
    const sittings = await listPartySittings(queries, dispute, session.partyId, view.centerName);
    return { view, answerBy: answerDue(context), sittings };
  });
  return { session, actor, ...seen, token: formToken(engine.secrets.cookieSecret, session) };
}
