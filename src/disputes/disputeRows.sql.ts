import { sql } from 'kysely';
import { ask, type Queries } from '../platform/db.ts';
import type { Taken } from '../procedures/takeBack.ts';
import type * as rows from './disputeRows.ts';
import { looking, looksText } from './looks.sql.ts';

type Key = { countyCode: string; id: string };

export function selectParties({ countyCode, id }: Key) {
  return sql<rows.PartyRow>`
    select id, side, kind, name, id_kind, id_number_sealed, id_exception, phone_sealed, address, contact_person, minor,
      represents_party_id, representation, authority
    from visible_party where county_code = ${countyCode} and matter_id = ${id} order by position`;
}

type InJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };
type Lists = Omit<rows.DisputeRows, 'facts' | 'taken' | 'centerAddress' | 'looks'>;
type Page = { [K in keyof Lists]: InJson<Lists[K][number]>[] } & {
  facts: InJson<rows.FactsRow>;
  taken: InJson<Taken> | null;
  centerAddress: string | null;
};

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
const dated = <T extends { at: string }>(list: readonly T[]) =>
  list.map((each) => ({ ...each, at: new Date(each.at) }));

function rowsOf({
  events,
  files,
  visits,
  ratings,
  facts,
  notices,
  taken,
  ...page
}: Page): Omit<rows.DisputeRows, 'looks'> {
  return {
    ...page,
    events: dated(events),
    files: dated(files),
    visits: dated(visits),
    ratings: dated(ratings),
    facts: { ...facts, entered_at: date(facts.entered_at) },
    notices: notices.map((each) => ({
      ...each,
      sent_at: new Date(each.sent_at),
      answered_at: date(each.answered_at),
      lifted_at: date(each.lifted_at),
    })),
    taken: taken ? { ...taken, at: new Date(taken.at) } : undefined,
  };
}

/** Everything a dispute's page shows besides the dispute itself, and nothing where the matter is hidden. */
export async function findDisputeRows(
  queries: Queries,
  countyCode: string,
  code: string,
): Promise<rows.DisputeRows | undefined> {
  const text = `select read_dispute_page($1, $2) as page, (${looksText}) as looks`;
  const [found] = await ask<{ page: Page | null; looks: number }>(queries, text, [countyCode, code, looking]);
  return found?.page ? { ...rowsOf(found.page), looks: found.looks } : undefined;
}
