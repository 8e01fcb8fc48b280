import { sql } from 'kysely';
import { type ClockRow, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Dispute } from '../disputes/dispute.ts';
import type { Queries } from '../platform/db.ts';
import type { ResidentInput } from './residentInput.ts';
import type { AgreementRow, ReturnVisitRow, SignedRow } from './residentPapers.ts';
import type { ResidentEntry } from './residentTimeline.ts';
import type { LeadProgress } from './residentTogether.ts';

type Row = Omit<ResidentEntry, 'at'> & { at: Date };

/** Notes and files that are not for residents never leave the database here. */
function selectEntries(countyCode: string, matterId: string, partyId: string | null) {
  return sql<Row>`
    select e.seq, e.at, e.type, e.actor_role as "actorRole", e.actor_post_id as "actorPostId",
      e.actor_unit_id as "actorUnitId", e.status_before as "statusBefore",
      case when e.type = 'follow' and e.data ? 'status' then e.data ->> 'status' else e.status_after end as "statusAfter",
      coalesce((select json_agg(json_build_object('kind', n.kind, 'body', n.body) order by n.id)
        from visible_note n where n.county_code = e.county_code and n.matter_id = e.matter_id and n.event_id = e.id
          and n.visibility in ('resident', ${`party:${partyId ?? ''}`})), '[]') as notes,
      coalesce((select json_agg(f.name order by f.id)
        from visible_matter_file f where f.county_code = e.county_code and f.matter_id = e.matter_id and f.event_id = e.id
          and f.visibility = 'resident'), '[]') as files,
      case when e.type = 'clocksMoved' then e.data end as moved
    from visible_matter_event e
    where e.county_code = ${countyCode} and e.matter_id = ${matterId}
    order by e.seq`;
}

function findScore(queries: Queries, { countyCode, id, closedAt }: Dispute) {
  return queries
    .selectFrom('visible_rating')
    .select('score')
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('at', '>=', closedAt ?? new Date(0))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type Papers = { agreements: AgreementRow[]; visits: (Omit<ReturnVisitRow, 'at'> & { at: string })[] };

/** The party's own papers, newest first. */
function selectPapers({ countyCode, id }: Dispute) {
  return sql<Papers>`
    select
      coalesce((select json_agg(json_build_object('form', s.form, 'terms', s.terms, 'totalCents', s.total_cents,
          'effectiveOn', s.effective_on,
          'items', coalesce((select json_agg(json_build_object('obligation', i.obligation, 'amountCents', i.amount_cents,
              'dueOn', i.due_on, 'performedOn', i.performed_on, 'payerPartyId', i.payer_party_id,
              'payeePartyId', i.payee_party_id, 'part', i.part, 'paidCents', i.paid_cents, 'state', i.state,
              'defaulted', i.defaulted_at is not null) order by i.due_on, i.position)
            from visible_promise i where i.county_code = s.county_code and i.matter_id = s.matter_id
              and i.settlement_id = s.id), '[]')) order by s.created_at desc)
        from visible_settlement s where s.county_code = ${countyCode} and s.matter_id = ${id}), '[]') as agreements,
      coalesce((select json_agg(json_build_object('at', v.at, 'method', v.method, 'outcome', v.outcome,
          'performed', v.performed, 'partyId', v.party_id) order by v.at desc)
        from visible_return_visit v where v.county_code = ${countyCode} and v.matter_id = ${id}), '[]') as visits`;
}

/** What the reader signed; a signature given anew takes the place of the one that no longer counts. */
async function listSigned(queries: Queries, { countyCode, id }: Dispute, partyId: string): Promise<SignedRow[]> {
  const rows = await queries
    .selectFrom('visible_signature as s')
    .innerJoin('visible_agreement as a', (join) =>
      join.onRef('a.county_code', '=', 's.county_code').onRef('a.id', '=', 's.agreement_id'),
    )
    .select(['s.agreement_id', 's.party_id', 's.at', 's.how', 's.voided_at', 'a.number'])
    .where('s.county_code', '=', countyCode)
    .where('s.matter_id', '=', id)
    .where((any) => any.or([any('s.party_id', '=', partyId), any('s.signer_party_id', '=', partyId)]))
    .orderBy('s.at')
    .execute();
  const last = new Map(rows.map((row) => [`${row.agreement_id} ${row.party_id}`, row]));
  return [...last.values()].map(({ at, how, number, party_id, voided_at }) => ({
    ...{ at, how: how as 'screen' | 'paper', number, partyId: party_id, voided: voided_at !== null },
  }));
}

type LeadRow = Omit<LeadProgress, 'openedAt' | 'clocks'> & { openedAt: string; clocks: ClockRow[] };

/** The one function that says of the leading dispute how far it is, and nothing about its people. */
export async function findLead(queries: Queries, { countyCode, id }: Dispute): Promise<LeadProgress | null> {
  const { rows } = await sql<{ lead: LeadRow | null }>`
    select lead_progress(m.county_code, m.id) as lead from matter m
    where m.county_code = ${countyCode} and m.id = ${id}::uuid`.execute(queries);
  const lead = rows[0]?.lead;
  return lead ? { ...lead, openedAt: new Date(lead.openedAt), clocks: lead.clocks.map(clockOf) } : null;
}

/** Everything a resident may know of a dispute; `partyId` is the party whose slip it is, null for the preview. */
export async function readResident(
  queries: Queries,
  dispute: Dispute,
  context: ResidentInput['context'],
  partyId: string | null = null,
): Promise<ResidentInput> {
  const [entries, rating, center, papers, lead, signed] = await Promise.all([
    selectEntries(dispute.countyCode, dispute.id, partyId).execute(queries),
    findScore(queries, dispute),
    queries.selectFrom('center').select('address').where('id', '=', dispute.receivingCenterId).executeTakeFirst(),
    selectPapers(dispute).execute(queries),
    dispute.follows ? findLead(queries, dispute) : null,
    partyId === null ? [] : listSigned(queries, dispute, partyId),
  ]);
  return {
    dispute,
    entries: entries.rows,
    partyId,
    score: rating?.score ?? null,
    agreements: papers.rows[0]?.agreements ?? [],
    visits: (papers.rows[0]?.visits ?? []).map((visit) => ({ ...visit, at: new Date(visit.at) })),
    centerAddress: center?.address ?? null,
    lead,
    signed,
    context,
  };
}
