import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Queries } from '../platform/db.ts';
import { checkPhone } from '../platform/phone.ts';
import { checkLines, type PreviewRow } from './claimSheet.ts';
import { findKnown } from './known.sql.ts';

const numberOf = ({ claimant: { idNumber } }: PreviewRow): string => idNumber.normalize('NFKC').trim().toUpperCase();

/** Rows beside those who are on the list already: by the number of the paper, or by name and phone. */
export async function checkAgainst(
  { crypto }: Engine,
  queries: Queries,
  dispute: Dispute,
  lines: readonly PreviewRow[],
  /** Given: each is checked by itself and among the others as well. */
  now?: Date,
): Promise<PreviewRow[]> {
  const rows = now ? checkLines(lines, now) : lines;
  const { countyCode } = dispute;
  const keys = rows.map((row) => {
    const phone = checkPhone(row.claimant.phone);
    return {
      name: row.claimant.name.trim(),
      identity: numberOf(row) === '' ? null : crypto.blindIndex(countyCode, 'idNumber', numberOf(row)),
      phone: phone.ok && phone.value !== '' ? crypto.blindIndex(countyCode, 'phone', phone.value) : null,
    };
  });
  const known = await findKnown(queries, dispute, keys);
  return rows.map((row, index) => ({ ...row, knownPartyId: known[index]?.partyId ?? null }));
}
