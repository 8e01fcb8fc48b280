import { sql } from 'kysely';
import type { Dispute } from '../disputes/dispute.ts';
import type { Engine, OnRegistered, Reaction } from '../disputes/engine.ts';
import { DISPUTE } from '../disputes/kind.sql.ts';
import type { Registration } from '../intake/register.ts';
import { record, recordRows, type Tx } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import { findComparables } from './comparables.sql.ts';
import { type Comparable, type SameKey, sameKeysOf } from './sameKeys.ts';

export const digestIn = (crypto: FieldCrypto, countyCode: string) => (kind: string, text: string) =>
  crypto.blindIndex(countyCode, `same ${kind}`, text);

type Party = Registration['parties'][number];

/** As intake keeps them: equal numbers give equal digests. */
export function knownOf(
  crypto: FieldCrypto,
  countyCode: string,
  { side, name, idNumber, phone }: Pick<Party, 'side' | 'name' | 'idNumber' | 'phone'>,
) {
  return {
    side,
    name,
    identity: idNumber === '' ? null : crypto.blindIndex(countyCode, 'idNumber', idNumber),
    phone: phone === '' ? null : crypto.blindIndex(countyCode, 'phone', phone),
  };
}

type Key = Pick<Dispute, 'countyCode' | 'id' | 'openedAt'>;

function recordKeys(
  tx: Tx,
  { countyCode, id, openedAt }: Key,
  keys: readonly (SameKey | { kind: 'fresh'; value: '' })[],
): void {
  const rows = keys.map(({ kind, value }) => ({ county_code: countyCode, kind, value, matter_id: id, at: openedAt }));
  recordRows(tx, 'same_key', rows);
}

/** What it can be recognized by stands there with the registration itself; the comparing follows by itself. */
export const keepSameKeys: OnRegistered = ({ crypto }, tx, dispute, { parties, input }) => {
  const { countyCode, categoryCode, regionCode, openedAt } = dispute;
  const matter: Comparable = {
    parties: parties.map((party) => knownOf(crypto, countyCode, party)),
    categoryCode,
    regionCode,
    address: input.address,
    text: '',
    occurredOn: null,
    openedAt,
  };
  recordKeys(tx, dispute, [...sameKeysOf(matter, digestIn(crypto, countyCode)), { kind: 'fresh', value: '' }]);
};

/** Registered by another way or before this was kept, or changed since: the keys are made anew from what stands there. */
export async function renewKeys(
  engine: Pick<Engine, 'crypto'>,
  tx: Tx,
  countyCode: string,
  ids: readonly string[],
): Promise<number> {
  const found = await findComparables(tx, countyCode, ids);
  for (const { matter, id } of found) {
    const gone = tx.deleteFrom('same_key').where('county_code', '=', countyCode).where('matter_id', '=', id);
    record(tx, gone);
    const keys = sameKeysOf(matter, digestIn(engine.crypto, countyCode));
    recordKeys(tx, { countyCode, id, openedAt: matter.openedAt }, [...keys, { kind: 'fresh', value: '' }]);
  }
  return found.length;
}

/** Another address or another kind of matter: recognized by the new one, and compared again. */
export const amendKeys: Reaction = async (tx, dispute, decision, _context, { crypto }) => {
  const changed = decision.own?.address !== undefined || decision.matter?.category_code !== undefined;
  if (!changed) return;
  const { countyCode, id, categoryCode } = dispute;
  const [row] = await findComparables(tx, countyCode, [id]);
  if (!row) return;
  const matter = { ...row.matter, categoryCode, address: String(decision.own?.address ?? row.matter.address) };
  record(tx, tx.deleteFrom('same_key').where('county_code', '=', countyCode).where('matter_id', '=', id));
  recordKeys(tx, dispute, [...sameKeysOf(matter, digestIn(crypto, countyCode)), { kind: 'fresh', value: '' }]);
};

/** Who joins later is recognized as well, and the matter is compared again. */
export const joinKeys: Reaction = async (tx, dispute, { secrets = [] }, _context, { crypto }) => {
  const { countyCode, id, openedAt } = dispute;
  const names = new Map(dispute.parties.map((party) => [party.id, party.name]));
  const parties = secrets.map(({ partyId, idNumber = '', phone = '' }) =>
    knownOf(crypto, countyCode, { side: 'applicant', name: names.get(partyId) ?? '', idNumber, phone }),
  );
  const matter = { parties, categoryCode: '', regionCode: '', address: '', text: '', occurredOn: null, openedAt };
  const keys = [...sameKeysOf(matter, digestIn(crypto, countyCode)), { kind: 'fresh' as const, value: '' }];
  const rows = keys.map(({ kind, value }) => ({ county_code: countyCode, kind, value, matter_id: id, at: openedAt }));
  recordRows(tx, 'same_key', rows, 'on conflict do nothing');
};

/** Disputes without a key: a look through all of them, so not often. */
export async function listKeyless(tx: Tx, countyCode: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from matter m where m.county_code = ${countyCode} and m.kind = ${DISPUTE}
      and not exists (select from same_key k where k.county_code = m.county_code and k.matter_id = m.id)
    order by m.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
