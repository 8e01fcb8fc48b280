import type { Dispute } from '../disputes/dispute.ts';
import type { Directory } from '../people/directory.ts';
import type { Queries } from '../platform/db.ts';
import type { Agreement } from './agreement.ts';
import type { AgreementView } from './agreementViews.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

/** The agreements of a dispute with every version of their words. */
export async function listAgreements(
  queries: Queries,
  { countyCode, id }: Key,
  directory: Directory,
): Promise<AgreementView[]> {
  const heads = queries
    .selectFrom('visible_agreement')
    .select(['id', 'number', 'form', 'version', 'digest', 'locked_at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('voided_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const versions = queries
    .selectFrom('visible_agreement_version')
    .select(['agreement_id', 'version', 'digest', 'at', 'by_post_id', 'reason', 'terms', 'words'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  const [found, all] = await Promise.all([heads, versions]);
  return found.map(({ locked_at, ...head }) => ({
    ...head,
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
