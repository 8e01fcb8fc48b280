import { recordRows, type Tx } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import type { Registration } from './register.ts';

export function sealedIdentity(crypto: FieldCrypto, countyCode: string, value: string) {
  if (value === '') return { id_number_sealed: null, id_number_index: null, id_last4_index: null };
  return {
    id_number_sealed: crypto.seal(countyCode, value),
    id_number_index: crypto.blindIndex(countyCode, 'idNumber', value),
    id_last4_index: crypto.lastFour(countyCode, 'idNumber', value.slice(-4)),
  };
}

export function sealedPhone(crypto: FieldCrypto, countyCode: string, value: string) {
  if (value === '') return { phone_sealed: null, phone_index: null, phone_last4_index: null };
  return {
    phone_sealed: crypto.seal(countyCode, value),
    phone_index: crypto.blindIndex(countyCode, 'phone', value),
    phone_last4_index: crypto.lastFour(countyCode, 'phone', value.slice(-4)),
  };
}

/** Parties of a registration; numbers are sealed per field, and only blind indexes can be looked up. */
export function recordParties(tx: Tx, crypto: FieldCrypto, countyCode: string, registration: Registration): void {
  const rows = registration.parties.map((party, position) => ({
    county_code: countyCode,
    id: party.id,
    matter_id: registration.id,
    position,
    side: party.side,
    kind: party.kind,
    name: party.name,
    id_kind: party.idKind,
    ...sealedIdentity(crypto, countyCode, party.idNumber),
    id_exception: party.idException.trim() || null,
    birth_year: party.birthYear,
    sex: party.sex,
    ...sealedPhone(crypto, countyCode, party.phone),
    address: party.address.trim(),
    contact_person: party.contactPerson.trim(),
    minor: party.minor,
    represents_party_id: party.representsPartyId,
    representation: party.representation,
    authority: party.authority.trim(),
  }));
  recordRows(tx, 'party', rows);
}
