import type { Dispute } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Sight } from '../disputes/views.ts';
import type { Queries } from '../platform/db.ts';
import { maskIdNumber, maskPhone } from '../platform/mask.ts';
import type { ClaimantRow, Roster, RosterFilter } from './claimantViews.ts';
import { findRoster, type RosterRow } from './roster.sql.ts';

type Asked = { after: number; limit: number; filter: RosterFilter; find: string };

/** Four figures may end the number of a paper, a phone or, for whoever handles the matter, an account. */
function lookedFor({ crypto }: Engine, { countyCode }: Dispute, find: string, sight: Sight) {
  const name = find.normalize('NFKC').trim();
  if (!/^\d{3}[\dXx]$/.test(name)) return { name, last4: null };
  const last = (kind: string) => crypto.lastFour(countyCode, kind, name.toUpperCase());
  const account = sight === 'full' ? name : '';
  return { name, last4: { idNumber: last('idNumber'), phone: last('phone'), account } };
}

function viewRow({ crypto }: Engine, { countyCode, parties }: Dispute, row: RosterRow, sight: Sight): ClaimantRow {
  const { idNumberSealed, phoneSealed, bank, accountLast4, ...rest } = row;
  const full = sight === 'full';
  return {
    ...rest,
    idNumberMasked: idNumberSealed && maskIdNumber(crypto.open(countyCode, idNumberSealed)),
    phoneMasked: phoneSealed && maskPhone(crypto.open(countyCode, phoneSealed)),
    chosenName: parties.find(({ id }) => id === row.chosenPartyId)?.name ?? null,
    bank: full ? bank : '',
    accountLast4: full ? accountLast4 : null,
  };
}

/** A page of the roster as this post may see it, with the sums in all. */
export async function readRoster(
  engine: Engine,
  queries: Queries,
  dispute: Dispute,
  sight: Sight,
  { after, limit, filter, find }: Asked,
): Promise<Roster> {
  const asked = { after, limit: limit + 1, filter, ...lookedFor(engine, dispute, find, sight) };
  const { rows, totals } = await findRoster(queries, dispute, asked);
  const page = rows.slice(0, limit);
  return {
    rows: page.map((row) => viewRow(engine, dispute, row, sight)),
    next: rows.length > limit ? (page.at(-1)?.position ?? null) : null,
    totals,
    registered: { amountCents: dispute.amountCents, peopleInvolved: dispute.peopleInvolved },
  };
}
