import type { Dispute } from '../disputes/dispute.ts';
import type { Directory } from '../people/directory.ts';
import type { Queries } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import type { Agreement } from './agreement.ts';
import type { AgreementView } from './agreementViews.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

const listStanding = (queries: Queries, { countyCode, id }: Key) =>
  queries
    .selectFrom('visible_signature')
    .select(['agreement_id', 'party_id', 'at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('voided_at', 'is', null)
    .orderBy('at')
    .execute();

type Standing = Awaited<ReturnType<typeof listStanding>>;

function signedOf(partyIds: readonly string[], all: Standing, agreementId: string) {
  const signed = all.filter((each) => each.agreement_id === agreementId);
  const done = new Set(signed.map(({ party_id }) => party_id));
  const last = signed.at(-1)?.at;
  return { missingIds: partyIds.filter((id) => !done.has(id)), signedOn: last ? dayOf(last) : null };
}

type Which = { agreementId: string } | 'alone';

/**
 * Agreements of a dispute with every version of their words: those that stand alone (ninety of a group would be megabytes; they have
 * an address of their own), or one of them, whichever it is.
 */
export async function listAgreements(
  queries: Queries,
  { countyCode, id }: Key,
  directory: Directory,
  which: Which = 'alone',
): Promise<AgreementView[]> {
  const heads = queries
    .selectFrom('visible_agreement')
    .select(['id', 'number', 'form', 'version', 'digest', 'locked_at', 'party_ids', 'group_id as groupId'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('voided_at', 'is', null)
    .$if(which === 'alone', (query) => query.where('group_id', 'is', null))
    .$if(which !== 'alone', (query) => query.where('id', '=', (which as { agreementId: string }).agreementId))
    .orderBy('created_at')
    .orderBy('id');
  const versions = queries
    .selectFrom('visible_agreement_version')
    .select(['agreement_id', 'version', 'digest', 'at', 'by_post_id', 'reason', 'terms', 'words'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('agreement_id', 'in', heads.clearSelect().clearOrderBy().select('id'))
    .orderBy('version', 'desc');
  const standing = listStanding(queries, { countyCode, id });
  const [found, all, signed] = await Promise.all([heads.execute(), versions.execute(), standing]);
  return found.map(({ locked_at, party_ids, ...head }) => ({
    ...head,
    ...signedOf(party_ids, signed, head.id),
    lockedAt: locked_at?.toISOString() ?? null,
    versions: all
      .filter((each) => each.agreement_id === head.id)
      .map(({ version, digest, at, by_post_id, reason, terms, words }) => ({
        ...{ version, digest, reason, words, at: at.toISOString() },
        by: directory.post(by_post_id)?.name ?? '',
        agreement: terms as unknown as Agreement,
      })),
  }));
}

/** Its parties as the paper names them. */
export function listSigners(queries: Queries, { countyCode, id }: Key) {
  return queries
    .selectFrom('visible_party')
    .select([
      'id',
      'side',
      'kind',
      'name',
      'sex',
      'birth_year',
      'address',
      'minor',
      'represents_party_id',
      'representation',
      'authority',
    ])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .orderBy('position')
    .execute();
}
