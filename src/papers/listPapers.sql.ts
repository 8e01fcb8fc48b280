import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import { ask, type Queries } from '../platform/db.ts';
import { dayOf, formatDocumentDay } from '../platform/now.ts';
import { formatMoney } from '../ui/money.ts';
import { type PaperEntry, papers } from './catalogue.ts';
import type { FormKey } from './forms.ts';

type Made = { form: FormKey; id: string | null; label: string };
type Row = { form: FormKey; id: string; name: string; at: Date | null; cents: number | null };

/** Sittings with who was asked, agreements, payments, deeds, return visits and inquiries: each is a paper of its own. */
const text = `
  select 'minutes' as form, s.matter_id::text as id, '' as name, s.starts_at as at, null::bigint as cents
    from visible_sitting_dispute d join visible_sitting s on s.county_code = d.county_code and s.matter_id = d.matter_id
      join matter m on m.county_code = d.county_code and m.id = d.matter_id
    where d.county_code = $1 and d.dispute_id = $2 and m.status <> 'cancelled'
  union all
  select 'invitation', i.id::text, p.name, s.starts_at, null
    from visible_sitting_invite i join visible_sitting s on s.county_code = i.county_code and s.matter_id = i.matter_id
      join visible_party p on p.county_code = i.county_code and p.id = i.party_id
      join matter m on m.county_code = i.county_code and m.id = i.matter_id
    where i.county_code = $1 and i.dispute_id = $2 and m.status <> 'cancelled'
  union all
  select 'agreement', a.id::text, coalesce(a.number, ''), a.created_at, null
    from visible_agreement a where a.county_code = $1 and a.matter_id = $2 and a.voided_at is null
  union all
  select 'receipt', y.id::text, p.name, y.paid_on::timestamptz, y.cents
    from visible_payment y join visible_party p on p.county_code = y.county_code and p.id = y.payee_party_id
    where y.county_code = $1 and y.matter_id = $2 and y.undone_at is null
  union all
  select 'receipt', o.id::text, o.obligation, o.performed_on::timestamptz, null
    from visible_promise o where o.county_code = $1 and o.matter_id = $2 and o.state = 'kept' and o.amount_cents is null
  union all
  select 'returnVisit', v.id::text, coalesce(p.name, ''), v.at, null
    from visible_return_visit v left join visible_party p on p.county_code = v.county_code and p.id = v.party_id
    where v.county_code = $1 and v.matter_id = $2
  union all
  select 'inquiry', i.id::text, coalesce(p.name, i.witness), i.held_on::timestamptz, null
    from visible_inquiry i left join visible_party p on p.county_code = i.county_code and p.id = i.party_id
    where i.county_code = $1 and i.matter_id = $2
  union all
  -- Guardians and who heads an organization act by law, and who was chosen by those who chose: only an agent needs a power.
  select 'authority', g.id::text, g.name, null, null
    from visible_party g where g.county_code = $1 and g.matter_id = $2 and g.left_at is null and g.representation = 'agent'
  order by 4, 2`;

const labelOf = ({ form, name, at, cents }: Row): string =>
  [
    form === 'agreement' ? name || '还没有定稿' : name,
    at === null || form === 'agreement' ? '' : formatDocumentDay(dayOf(at)),
    cents === null ? '' : formatMoney(cents),
  ]
    .filter((part) => part !== '')
    .join('，');

/** What every dispute has: nothing has to have happened for it. */
function standing({ parties, outcome }: Dispute): Made[] {
  const here = parties.filter(({ left }) => !left);
  return [
    { form: 'application', id: null, label: '' },
    { form: 'acceptance', id: null, label: '' },
    ...here
      .filter(({ representsPartyId }) => representsPartyId === null)
      .map(({ id, name }) => ({ form: 'rights' as const, id, label: name })),
    ...(outcome === null ? [] : [{ form: 'closing' as const, id: null, label: '' }]),
  ];
}

/** The papers of a dispute that the house can make, in the order of the file 卷宗; each is called as lists call it. */
export async function listPapers(_engine: Engine, queries: Queries, dispute: Dispute): Promise<PaperEntry[]> {
  const rows = await ask<Row>(queries, text, [dispute.countyCode, dispute.id]);
  const happened = rows.map((row): Made => ({ form: row.form, id: row.id, label: labelOf(row) }));
  return [...standing(dispute), ...happened]
    .map(({ form, id, label }) => ({
      ...{ form, subjectId: id },
      label: label === '' ? papers[form].name : `${papers[form].name}（${label}）`,
    }))
    .toSorted((a, b) => papers[a.form].place - papers[b.form].place);
}
