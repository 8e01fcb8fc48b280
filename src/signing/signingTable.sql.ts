import { sql } from 'kysely';
import type { Agreement } from '../agreements/agreement.ts';
import { rolesOf } from '../agreements/roles.ts';
import type { Dispute } from '../disputes/dispute.ts';
import type { Directory } from '../people/directory.ts';
import type { Queries } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import type { Doubt } from './objectAtSigning.ts';
import { ownWords } from './ownWords.ts';
import { atTable, type Head, standIns } from './signing.ts';
import type { OwnWordsView, PlaceView, SigningView } from './signingViews.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

/** What was ever signed here, also what no longer stands. */
export const listSignatures = (queries: Queries, { countyCode, id }: Key) =>
  queries
    .selectFrom('visible_signature')
    .select(['id', 'agreement_id', 'version', 'digest', 'party_id', 'signer_party_id', 'how', 'at', 'by_post_id'])
    .select(['voided_at', 'void_reason'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();

const listDoubts = (queries: Queries, { countyCode, id }: Key) =>
  queries
    .selectFrom('visible_signing_objection')
    .select(['agreement_id', 'version', 'party_id', 'what', 'at', 'ended_at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .orderBy('at')
    .execute();

export const listAttested = (queries: Queries, { countyCode, id }: Key) =>
  queries
    .selectFrom('visible_agreement_attestation')
    .select(['agreement_id', 'version', 'what', 'post_id', 'on_day'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .orderBy('at')
    .execute();

/** Who got all the money that was promised to him here. */
async function listPaid(queries: Queries, { countyCode, id }: Key): Promise<ReadonlySet<string>> {
  const rows = await queries
    .selectFrom('visible_promise')
    .select('payee_party_id')
    .select(sql<boolean>`bool_and(state in ('kept', 'replaced', 'waived')) and bool_or(state = 'kept')`.as('paid'))
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('amount_cents', 'is not', null)
    .where('payee_party_id', 'is not', null)
    .groupBy('payee_party_id')
    .execute();
  return new Set(rows.flatMap(({ payee_party_id, paid }) => (paid && payee_party_id ? [payee_party_id] : [])));
}

const at = (agreementId: string, partyId: string): string => `${agreementId} ${partyId}`;

type Lists = {
  signatures: Awaited<ReturnType<typeof listSignatures>>;
  doubts: Awaited<ReturnType<typeof listDoubts>>;
  paid: ReadonlySet<string>;
};

/** What stands of one place: its signature, and what was doubted of these words and not answered. */
function stateOf({ signatures, doubts }: Lists, { parties }: Dispute, directory: Directory) {
  const name = new Map(parties.map((party) => [party.id, party.name]));
  const signed = new Map(
    signatures.flatMap((each) => (each.voided_at ? [] : [[at(each.agreement_id, each.party_id), each] as const])),
  );
  const open = new Map(
    doubts.flatMap((each) =>
      each.ended_at ? [] : [[`${at(each.agreement_id, each.party_id)} ${each.version}`, each] as const],
    ),
  );
  return (head: Head, partyId: string): Pick<PlaceView, 'signed' | 'doubt'> => {
    const row = signed.get(at(head.id, partyId));
    const doubt = open.get(`${at(head.id, partyId)} ${head.version}`);
    return {
      signed: row
        ? {
            ...{ at: row.at.toISOString(), how: row.how as 'screen' | 'paper' },
            ...{ signer: name.get(row.signer_party_id) ?? '', inStead: row.signer_party_id !== partyId },
            witness: directory.post(row.by_post_id)?.name ?? '',
          }
        : null,
      doubt: doubt ? { what: doubt.what as Doubt, at: doubt.at.toISOString() } : null,
    };
  };
}

function placesOf(dispute: Dispute, lists: Lists, directory: Directory): PlaceView[] {
  const state = stateOf(lists, dispute, directory);
  const byId = new Map(dispute.parties.map((party) => [party.id, party]));
  return dispute.agreements.flatMap((head) => {
    if (!head.locked) return [];
    return [...rolesOf(head.partyIds, dispute.parties)].flatMap(([partyId, role]): PlaceView[] => {
      const party = byId.get(partyId);
      if (!party || party.left) return [];
      return [
        {
          ...{ agreementId: head.id, digest: head.digest, number: head.number ?? '', partyId, role },
          ...{ name: party.name, kind: party.kind, minor: party.minor, paid: lists.paid.has(partyId) },
          standIns: standIns(dispute, party).map(({ id, name }) => ({ id, name })),
          ...state(head, partyId),
        },
      ];
    });
  });
}

/** The table as it lies there now; only agreements that are locked can be signed. */
export async function readSigningTable(
  queries: Queries,
  dispute: Dispute,
  directory: Directory,
  now: Date,
): Promise<SigningView> {
  const [signatures, doubts, attested, paid] = await Promise.all([
    listSignatures(queries, dispute),
    listDoubts(queries, dispute),
    listAttested(queries, dispute),
    listPaid(queries, dispute),
  ]);
  const today = [...signatures, ...doubts].filter((each) => dayOf(each.at) === dayOf(now));
  const current = new Map(dispute.agreements.map(({ id, version }) => [id, version]));
  const name = (postId: string): string => directory.post(postId)?.name ?? '';
  return {
    code: dispute.code,
    title: dispute.title,
    mediators: atTable(dispute).map((postId) => ({ postId, name: name(postId) })),
    places: placesOf(dispute, { signatures, doubts, paid }, directory),
    attested: attested
      .filter(({ agreement_id, version }) => current.get(agreement_id) === version)
      .map(({ agreement_id, what, post_id, on_day }) => ({
        ...{ agreementId: agreement_id, what: what as 'mediator' | 'seal', onDay: String(on_day), who: name(post_id) },
      })),
    unlocked: dispute.agreements.filter(({ locked }) => !locked).length,
    today: new Set(today.map(({ party_id }) => party_id)).size,
  };
}

/** The sentences one person is about to sign. */
export async function readOwnWords(
  queries: Queries,
  dispute: Dispute,
  { agreementId, partyId }: { agreementId: string; partyId: string },
): Promise<OwnWordsView> {
  const head = dispute.agreements.find(({ id }) => id === agreementId);
  if (!head?.locked || !head.partyIds.includes(partyId))
    return refuse('notFound', 'noSuchAgreement', '没有这份定稿的协议。刷新以后再看。');
  const { terms, words } = await queries
    .selectFrom('visible_agreement_version')
    .select(['terms', 'words'])
    .where('county_code', '=', dispute.countyCode)
    .where('agreement_id', '=', agreementId)
    .where('version', '=', head.version)
    .executeTakeFirstOrThrow();
  const agreement = terms as unknown as Agreement;
  return {
    ...{ agreementId, digest: head.digest, number: head.number ?? '', all: words },
    ...ownWords(agreement, dispute.parties, partyId),
  };
}
