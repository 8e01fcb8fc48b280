import type { Reaction } from '../disputes/engine.ts';
import { refreshTerms } from '../disputes/terms.sql.ts';
import { sealedIdentity, sealedPhone } from '../intake/parties.sql.ts';
import { recordText } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { findKnown, type Known } from './known.sql.ts';

const sealParties = `update party p set id_number_sealed = v.id_number_sealed, id_number_index = v.id_number_index,
    id_last4_index = v.id_last4_index, phone_sealed = v.phone_sealed, phone_index = v.phone_index,
    phone_last4_index = v.phone_last4_index
  from json_to_recordset($3::json) as v(id uuid, id_number_sealed text, id_number_index text, id_last4_index text,
    phone_sealed text, phone_index text, phone_last4_index text)
  where p.county_code = $1 and p.matter_id = $2 and p.id = v.id`;
const sealAccounts = `update claimant c set account_sealed = v.sealed, account_last4 = v.last4
  from json_to_recordset($3::json) as v(id uuid, sealed text, last4 text)
  where c.county_code = $1 and c.matter_id = $2 and c.party_id = v.id`;

/** Accounts as they were told: sealed, the last four figures beside them; an empty one is taken away. */
export const sealAccount: Reaction = async (tx, { countyCode, id }, { secrets = [] }, _context, { crypto }) => {
  const rows = secrets.flatMap(({ partyId, account }) => {
    if (account === undefined) return [];
    const sealed = account === '' ? null : crypto.seal(countyCode, account);
    return [{ id: partyId, sealed, last4: account === '' ? null : account.slice(-4) }];
  });
  if (rows.length > 0) recordText(tx, sealAccounts, [countyCode, id, JSON.stringify(rows)]);
};

function refuseKnown(known: readonly (Known | null)[]): void {
  const there = known.flatMap((each, place) => (each ? [{ ...each, place }] : []));
  if (there.length === 0) return;
  const said = (left: boolean) => (left ? '退出过，用「重新加入」。' : '已经在名单上了，不用再加。');
  const fields = there.map(({ place, left }) => [`claimants.${place}.idNumber`, said(left)] as const);
  const names = there
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、');
  const sentence = `${names}${there.length > 3 ? `等 ${there.length} 人` : ''}已经在名单上了，去掉以后再加。`;
  throw new Refusal('conflict', 'knownClaimants', sentence, Object.fromEntries(fields));
}

/** Who joins gets the numbers as registration keeps them, and is found by them. Whoever is on the list is not added again. */
export const sealClaimants: Reaction = async (tx, dispute, decision, { network }, { crypto }) => {
  const { countyCode, id } = dispute;
  const joined = (decision.secrets ?? []).map(({ partyId, idNumber = '', phone = '' }) => ({
    ...{ id: partyId, ...sealedIdentity(crypto, countyCode, idNumber), ...sealedPhone(crypto, countyCode, phone) },
  }));
  const names = new Map(dispute.parties.map((party) => [party.id, party.name]));
  const keys = joined.map((row) => ({
    ...{ name: names.get(row.id) ?? '', identity: row.id_number_index, phone: row.phone_index },
  }));
  refuseKnown(await findKnown(tx, dispute, keys));
  recordText(tx, sealParties, [countyCode, id, JSON.stringify(joined)]);
  const parties = joined.map((row) => ({
    ...{ name: names.get(row.id) ?? '', contact: '', address: '' },
    numbers: [row.id_last4_index, row.phone_last4_index],
  }));
  await refreshTerms(tx, dispute, network, { ...decision, parties });
};
