import type { Dispute } from '../disputes/dispute.ts';
import { mayRead } from '../disputes/sight.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { listAbout } from '../sittings/sittingList.sql.ts';
import type { Cover } from './dossier.ts';
import type { AgreementHead, FiledFile, KeptDossier, Material } from './material.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

async function listAgreementHeads(queries: Queries, { countyCode, id }: Key): Promise<AgreementHead[]> {
  const heads = queries
    .selectFrom('visible_agreement as a')
    .innerJoin('visible_agreement_version as v', (join) =>
      join
        .onRef('v.county_code', '=', 'a.county_code')
        .onRef('v.agreement_id', '=', 'a.id')
        .onRef('v.version', '=', 'a.version'),
    )
    .select(['a.id', 'a.number', 'a.party_ids', 'a.locked_at', 'a.form', 'v.terms'])
    .where('a.county_code', '=', countyCode)
    .where('a.matter_id', '=', id)
    .where('a.voided_at', 'is', null)
    .orderBy('a.created_at')
    .orderBy((eb) => eb.fn('length', ['a.number']))
    .orderBy('a.number')
    .orderBy('a.id')
    .execute();
  const standing = queries
    .selectFrom('visible_signature')
    .select(['agreement_id', 'party_id', 'how'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('voided_at', 'is', null)
    .execute();
  const [found, signatures] = await Promise.all([heads, standing]);
  return found.map(({ id: agreementId, number, party_ids, locked_at, form, terms }) => {
    const { committee = '', madeOn = '' } = terms as { committee?: string; madeOn?: string };
    const own = signatures.filter((each) => each.agreement_id === agreementId && party_ids.includes(each.party_id));
    const onScreen = own.filter(({ how }) => how === 'screen').length;
    const state = { locked: locked_at !== null, lockedAt: locked_at, signed: own.length, onScreen };
    return { id: agreementId, number, oral: form === 'oral', partyIds: party_ids, ...state, committee, madeOn };
  });
}

/** Only what everybody reads who reads the dispute: what is sealed, or of one unit, is in no file, not even its author's. */
async function listFiles(queries: Queries, actor: Actor, { countyCode, id }: Key): Promise<FiledFile[]> {
  const rows = await queries
    .selectFrom('visible_matter_file')
    .select(['id', 'name', 'mime', 'size', 'sha256', 'at', 'visibility'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .where('visibility', 'in', ['shared', 'resident'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.filter(({ visibility }) => mayRead(visibility, 'full', actor, false));
}

export async function findKept(queries: Queries, { countyCode, id }: Key): Promise<KeptDossier | undefined> {
  const row = await queries
    .selectFrom('visible_dossier')
    .select(['version', 'cover', 'situation', 'file_ids as fileIds', 'left_out_ids as leftOutIds'])
    .select(['identity_reason as identityReason', 'retention', 'retention_reason as retentionReason'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .executeTakeFirst();
  return row && { ...row, cover: row.cover as unknown as Cover | null };
}

export async function readMaterial(queries: Queries, actor: Actor, dispute: Dispute): Promise<Material> {
  const [agreements, sittings, files, kept] = await Promise.all([
    listAgreementHeads(queries, dispute),
    listAbout(queries, dispute),
    listFiles(queries, actor, dispute),
    findKept(queries, dispute),
  ]);
  const heads = sittings.map(({ id, code, status, startsAt }) => ({ id, code, ended: status === 'ended', startsAt }));
  return { agreements, sittings: heads.toReversed(), files, kept };
}
