import { sql } from 'kysely';
import { joinByHash, type Queries } from '../platform/db.ts';
import type { ClaimantRow, RosterFilter, RosterTotals } from './claimantViews.ts';

type Key = { countyCode: string; id: string };
export type RosterAsked = {
  after: number;
  limit: number;
  filter: RosterFilter;
  name: string;
  /** Digests of the last four figures that are looked for, and the figures themselves for accounts. */
  last4: { idNumber: string; phone: string; account: string } | null;
};
type Sealed = { idNumberSealed: string | null; phoneSealed: string | null };
export type RosterRow = Omit<ClaimantRow, 'idNumberMasked' | 'phoneMasked' | 'chosenName'> & Sealed;
type Found = { rows: RosterRow[]; totals: RosterTotals };

/**
 * Each claimant with what was agreed on for him in the agreements that stand, what is promised him and what of it is paid. The
 * sums in all are those of the same rows.
 */
const beside = ({ countyCode, id }: Key) => sql`
  agreed as (
    select (t ->> 'toId')::uuid as party_id, sum(coalesce((t ->> 'amountCents')::bigint,
      (select sum((i ->> 'cents')::bigint) from jsonb_array_elements(t -> 'instalments') i), 0)) as cents
    from visible_agreement a
    join visible_agreement_version v on v.county_code = a.county_code and v.matter_id = a.matter_id
      and v.agreement_id = a.id and v.version = a.version,
      jsonb_array_elements(v.terms -> 'terms') t
    where a.county_code = ${countyCode} and a.matter_id = ${id} and a.voided_at is null
      and t ->> 'kind' = 'pay' and t ->> 'toId' is not null
    group by 1),
  written as (
    select p.id as party_id, json_agg(json_build_object('id', a.id, 'number', a.number, 'locked', a.locked_at is not null)
      order by a.created_at, a.id) as list
    from visible_agreement a, unnest(a.party_ids) p(id)
    where a.county_code = ${countyCode} and a.matter_id = ${id} and a.voided_at is null group by 1),
  promised as (
    select payee_party_id as party_id, sum(paid_cents) as paid,
      coalesce(sum(amount_cents) filter (where state in ('open', 'kept')), 0) as cents
    from visible_promise where county_code = ${countyCode} and matter_id = ${id} group by 1),
  hands as (
    select distinct party_id from visible_signature
    where county_code = ${countyCode} and matter_id = ${id} and voided_at is null),
  followers as (
    select chosen_party_id as party_id, count(*) as count from visible_party
    where county_code = ${countyCode} and matter_id = ${id} and chosen_party_id is not null group by 1)`;

const everyone = (key: Key) => sql`${beside(key)},
  everyone as (
    select p.id as "partyId", p.position, p.name, p.minor, p.id_number_sealed as "idNumberSealed",
      p.phone_sealed as "phoneSealed", p.id_last4_index, p.phone_last4_index,
      case when p.left_at is not null then coalesce(c.left_ground, 'unsaid') end as "left",
      p.chosen_party_id as "chosenPartyId", c.chosen_scope as "chosenScope", coalesce(f.count, 0)::int as "speaksFor",
      p.claim_cents as "claimCents", coalesce(c.items, '[]') as items, coalesce(c.period, '') as period,
      coalesce(c.evidence, '{}') as evidence, coalesce(c.evidence_note, '') as "evidenceNote",
      coalesce(c.bank, '') as bank, c.account_last4 as "accountLast4", coalesce(c.note, '') as note,
      coalesce(w.list, '[]') as agreements, coalesce(a.cents, 0)::bigint as "agreedCents",
      coalesce(o.cents, 0)::bigint as "promisedCents", coalesce(o.paid, 0)::bigint as "paidCents",
      h.party_id is not null as signed
    from visible_party p
    left join visible_claimant c on c.county_code = p.county_code and c.matter_id = p.matter_id and c.party_id = p.id
    left join agreed a on a.party_id = p.id
    left join written w on w.party_id = p.id
    left join promised o on o.party_id = p.id
    left join hands h on h.party_id = p.id
    left join followers f on f.party_id = p.id
    where p.county_code = ${key.countyCode} and p.matter_id = ${key.id} and p.side = 'applicant' and p.represents_party_id is null)`;

const paid = sql`"promisedCents" > 0 and "paidCents" >= "promisedCents"`;
const filters: Readonly<Record<RosterFilter, ReturnType<typeof sql>>> = {
  all: sql`true`,
  in: sql`"left" is null`,
  left: sql`"left" is not null`,
  hasAccount: sql`"accountLast4" is not null`,
  noAccount: sql`"left" is null and "accountLast4" is null`,
  noSum: sql`"left" is null and "claimCents" is null`,
  chosen: sql`"speaksFor" > 0`,
  hasAgreement: sql`agreements::text <> '[]'`,
  noAgreement: sql`"left" is null and agreements::text = '[]'`,
  signed: sql`signed`,
  unsigned: sql`not signed and agreements::text <> '[]'`,
  paid,
  unpaid: sql`"promisedCents" > "paidCents"`,
};

const totals = sql`select json_build_object(
  'present', count(*) filter (where "left" is null), 'left', count(*) filter (where "left" is not null),
  'claimCents', coalesce(sum("claimCents") filter (where "left" is null), 0),
  'agreedCents', coalesce(sum("agreedCents"), 0), 'promisedCents', coalesce(sum("promisedCents"), 0),
  'paidCents', coalesce(sum("paidCents"), 0),
  'withAccount', count(*) filter (where "left" is null and "accountLast4" is not null),
  'withAgreement', count(*) filter (where agreements::text <> '[]'),
  'signed', count(*) filter (where signed), 'paid', count(*) filter (where ${paid})) from everyone`;

const like = (name: string): string => `%${name.replace(/[\\%_]/g, '\\$&')}%`;

/** A page of the list after a position, and the sums of all of it. */
export async function findRoster(queries: Queries, key: Key, asked: RosterAsked): Promise<Found> {
  const { after, limit, filter, name, last4 } = asked;
  const named = name === '' ? sql`true` : sql`name ilike ${like(name)}`;
  const numbered = last4
    ? sql`(id_last4_index = ${last4.idNumber} or phone_last4_index = ${last4.phone} or "accountLast4" = ${last4.account})`
    : sql`false`;
  const page = sql<{ page: Found }>`with ${everyone(key)}
    select json_build_object('totals', (${totals}), 'rows', coalesce((select json_agg(to_jsonb(r) - 'id_last4_index' - 'phone_last4_index' order by r.position) from (
      select * from everyone where position > ${after} and ${filters[filter]} and (${named} or ${numbered})
      order by position limit ${limit}) r), '[]')) as page`;
  const [, { rows }] = await Promise.all([joinByHash(queries), page.execute(queries)]);
  return rows[0]?.page as Found;
}
