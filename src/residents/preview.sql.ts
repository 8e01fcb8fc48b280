import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeRows } from '../disputes/disputeRows.ts';
import type { ResidentView } from '../disputes/views.ts';
import type { Queries } from '../platform/db.ts';
import { findLead } from './resident.sql.ts';
import { residentOf } from './residentRows.ts';
import { residentView } from './residentView.ts';

/** What every party sees of it, from the rows of the official's page that shows it. */
export async function previewOf(
  queries: Queries,
  dispute: Dispute,
  rows: DisputeRows,
  context: DisputeContext,
): Promise<ResidentView> {
  const lead = dispute.follows ? await findLead(queries, dispute) : null;
  // What a party claims is on the party's own page; to officials the notes say it, as far as each may read them.
  const { claims: _, centerName: __, steps, ...shown } = residentView(residentOf(dispute, rows, lead, context));
  return { ...shown, steps: steps.map(({ label, state }) => ({ label, state })) };
}
