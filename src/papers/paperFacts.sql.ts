import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import { mediating } from '../disputes/mediators.ts';
import { sourceWords } from '../intake/sourceWords.ts';
import { ask, type Queries } from '../platform/db.ts';
import { maskIdNumber, maskPhone } from '../platform/mask.ts';
import { type Day, dayOf } from '../platform/now.ts';
import type { PaperInquiry, PaperMatter, PaperParty, PaperPayment, PaperPromise, PaperVisit } from './read.ts';

type Key = readonly [countyCode: string, matterId: string];
const where = 'where county_code = $1 and matter_id = $2';

type PartyRow = Omit<PaperParty, 'idNumber' | 'phone'> & { idSealed: string | null; phoneSealed: string | null };

async function listParties({ crypto }: Pick<Engine, 'crypto'>, queries: Queries, key: Key, plain: boolean) {
  const rows = await ask<PartyRow>(
    queries,
    `select id, side, kind, name, sex, birth_year as "birthYear", id_number_sealed as "idSealed", phone_sealed as "phoneSealed",
        address, contact_person as "contactPerson", represents_party_id as "representsPartyId", representation, authority,
        left_at is not null as left
      from visible_party ${where} order by position`,
    [...key],
  );
  const open = (sealed: string | null, mask: (value: string) => string): string | null => {
    if (sealed === null) return null;
    const value = crypto.open(key[0], sealed);
    return plain ? value : mask(value);
  };
  return rows.map(({ idSealed, phoneSealed, ...row }) => ({
    ...row,
    idNumber: open(idSealed, maskIdNumber),
    phone: open(phoneSealed, maskPhone),
  }));
}

type Own = { source: string; facts: string; demands: string; occurredOn: Day | null; address: string };
const findOwn = (queries: Queries, key: Key): Promise<Own[]> =>
  ask<Own>(
    queries,
    `select source, facts, demands, occurred_on::text as "occurredOn", address from visible_dispute ${where}`,
    [...key],
  );

const listPromises = (queries: Queries, key: Key): Promise<PaperPromise[]> =>
  ask<PaperPromise>(
    queries,
    `select id, position, obligation, amount_cents as "amountCents", paid_cents as "paidCents", due_on::text as "dueOn",
        performed_on::text as "performedOn", payer_party_id as "payerPartyId", payee_party_id as "payeePartyId", state
      from visible_promise ${where} order by position, id`,
    [...key],
  );

const listPayments = (queries: Queries, key: Key): Promise<PaperPayment[]> =>
  ask<PaperPayment>(
    queries,
    `select p.id, p.payer_party_id as "payerPartyId", p.payee_party_id as "payeePartyId", p.cents, p.paid_on::text as "paidOn", p.how,
        (select coalesce(json_agg(json_build_object('promiseId', t.promise_id, 'cents', t.cents) order by t.id), '[]')
          from visible_payment_part t where t.county_code = p.county_code and t.payment_id = p.id) as parts
      from visible_payment p where p.county_code = $1 and p.matter_id = $2 and p.undone_at is null order by p.paid_on, p.id`,
    [...key],
  );

const listTerms = (queries: Queries, key: Key): Promise<PaperMatter['terms'][number][]> =>
  ask(
    queries,
    `select terms as text, effective_on::text as on, total_cents as cents from visible_settlement ${where} order by created_at, id`,
    [...key],
  );

type Made = { postId: string };

/** The words that everybody who sees the dispute may read; a sealed note is in no paper. */
const shared = `visibility = 'shared'`;

const listVisits = (queries: Queries, key: Key): Promise<(Omit<PaperVisit, 'on' | 'by'> & Made & { at: Date })[]> =>
  ask(
    queries,
    `select v.id, v.party_id as "partyId", v.at, v.post_id as "postId", v.method, v.outcome, v.performed,
        coalesce((select n.body from visible_note n join visible_matter_event e
            on e.county_code = n.county_code and e.matter_id = n.matter_id and e.id = n.event_id
          where n.county_code = v.county_code and n.matter_id = v.matter_id and n.kind = 'returnVisit' and n.${shared}
            and e.data->>'visitId' = v.id::text limit 1), '') as words
      from visible_return_visit v where v.county_code = $1 and v.matter_id = $2 order by v.at, v.id`,
    [...key],
  );

const listInquiries = (queries: Queries, key: Key): Promise<(Omit<PaperInquiry, 'by'> & Made)[]> =>
  ask(
    queries,
    `select i.id, i.party_id as "partyId", i.witness, i.relation, i.held_on::text as "heldOn", i.place, i.others,
        i.post_id as "postId", coalesce(n.body, '') as words
      from visible_inquiry i left join visible_note n
        on n.county_code = i.county_code and n.matter_id = i.matter_id and n.id = i.note_id and n.${shared}
      where i.county_code = $1 and i.matter_id = $2 order by i.held_on, i.id`,
    [...key],
  );

/** The first agreement with a number, of how many, and which committee it names. */
const firstAgreement = (
  queries: Queries,
  key: Key,
): Promise<{ number: string; count: number; committee: string | null }[]> =>
  ask(
    queries,
    `select a.number, count(*) over ()::int as count, v.terms->>'committee' as committee
      from visible_agreement a join visible_agreement_version v
        on v.county_code = a.county_code and v.agreement_id = a.id and v.version = a.version
      where a.county_code = $1 and a.matter_id = $2 and a.number is not null and a.voided_at is null
      order by length(a.number), a.number limit 1`,
    [...key],
  );

/** 〔2026〕迎人调字第2号等90份 */
const numbered = ({ number, count }: { number: string; count: number }): string =>
  count > 1 ? `${number}等${count}份` : number;

/** How the three words of the form say where it came from. */
const broadly: Readonly<Record<string, string>> = {
  ...{ walkIn: '当事人申请', online: '当事人申请', letter: '当事人申请', phone: '当事人申请', hotline: '当事人申请' },
  ...{ gridReport: '主动调解', screening: '主动调解' },
};
const sourceOf = (source: string): string =>
  `${broadly[source] ?? '移送、委托'}（${sourceWords[source as 'walkIn']?.zh ?? source}）`;

/** Reads what the forms of a dispute need. `plain`: numbers unmasked, which whoever asks has given a purpose for. */
export async function readPaperMatter(engine: Engine, queries: Queries, dispute: Dispute, plain = false) {
  const key: Key = [dispute.countyCode, dispute.id];
  const { network, directory } = engine.reference();
  const [parties, [own], promises, payments, terms, visits, inquiries, [agreement]] = await Promise.all([
    listParties(engine, queries, key, plain),
    findOwn(queries, key),
    listPromises(queries, key),
    listPayments(queries, key),
    listTerms(queries, key),
    listVisits(queries, key),
    listInquiries(queries, key),
    firstAgreement(queries, key),
  ]);
  const name = (postId: string | null): string => (postId === null ? '' : (directory.post(postId)?.name ?? ''));
  const unit = network.unit(dispute.leadUnitId ?? dispute.receivingCenterId)?.name ?? '';
  const mediators = [...mediating(dispute).map(({ postId }) => postId), dispute.handlerPostId].map(name);
  const matter: PaperMatter = {
    ...{ code: dispute.code, title: dispute.title, outcome: dispute.outcome, unit, parties, promises, payments, terms },
    category: network.category(dispute.categoryCode)?.name ?? '',
    source: sourceOf(own?.source ?? ''),
    openedOn: dayOf(dispute.openedAt),
    closedOn: dispute.closedAt && dayOf(dispute.closedAt),
    ...{ occurredOn: own?.occurredOn ?? null, address: own?.address ?? '' },
    ...{ facts: own?.facts ?? '', demands: own?.demands ?? '' },
    center: network.unit(dispute.receivingCenterId)?.name ?? '综治中心',
    committee: agreement?.committee?.trim() || unit,
    registrar: name(dispute.firstContactPostId),
    mediators: [...new Set(mediators.filter((each) => each !== ''))],
    agreementNumber: agreement ? numbered(agreement) : '',
    agreementCount: agreement?.count ?? 0,
    visits: visits.map(({ at, postId, ...visit }) => ({ ...visit, on: dayOf(at), by: name(postId) })),
    inquiries: inquiries.map(({ postId, ...each }) => ({ ...each, by: name(postId) })),
    today: dayOf(engine.now()),
  };
  return matter;
}
