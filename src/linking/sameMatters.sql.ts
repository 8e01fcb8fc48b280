import type { Engine } from '../disputes/engine.ts';
import { checkParty, emptyParty } from '../intake/party.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Candidate } from './candidate.ts';
import { findByKeys, findComparables } from './comparables.sql.ts';
import { compare } from './compare.ts';
import { digestIn, knownOf } from './sameKeys.sql.ts';
import type { Comparable } from './sameKeys.ts';
import { sameKeysOf } from './sameKeys.ts';
import { type DraftInput, hasEnded, maySpeakOf, type SameMatter, sameMatterOf } from './sameMatter.ts';

/** As many are read for one comparison: one may be asked for after each field. */
const READ = 60;
const SHOWN = 3;

/** The form as it stands, in the shape of a dispute. Numbers that are not right yet are left out. */
export function draftMatter(
  { crypto }: Pick<Engine, 'crypto'>,
  countyCode: string,
  draft: DraftInput,
  now: Date,
): Comparable {
  const parties = draft.parties.flatMap((typed) => {
    const { party, problems } = checkParty({ ...emptyParty, ...typed, idException: '' }, now);
    const idNumber = problems.idNumber || party.idKind === 'none' ? '' : party.idNumber;
    const known = knownOf(crypto, countyCode, { ...party, idNumber, phone: problems.phone ? '' : party.phone });
    return known.name || known.identity || known.phone ? [known] : [];
  });
  const { categoryCode, regionCode, address, occurredOn } = draft;
  return {
    parties,
    categoryCode,
    regionCode,
    address,
    occurredOn,
    text: [draft.title, draft.facts].join('\n'),
    openedAt: now,
  };
}

export type Alikes = { candidate: Candidate; reasons: string[]; weight: number }[];

/** Disputes of the county that may be the same matter as this one, the likeliest first, of equals the earliest, which leads. */
export async function findAlike(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  countyCode: string,
  matter: Comparable,
  without: string | null = null,
): Promise<Alikes> {
  const rules = engine.reference().rulesFor(countyCode).rules.sameMatter;
  const keys = sameKeysOf(matter, digestIn(engine.crypto, countyCode));
  const ids = await findByKeys(queries, countyCode, keys, READ);
  const candidates = await findComparables(
    queries,
    countyCode,
    ids.filter((id) => id !== without),
  );
  const found = candidates.flatMap((candidate) => {
    if (!maySpeakOf(actor, candidate)) return [];
    const alike = compare(matter, candidate.matter, hasEnded(candidate.seen.status), rules);
    return alike ? [{ candidate, reasons: alike.reasons, weight: alike.weight }] : [];
  });
  return found.sort(
    (a, b) => b.weight - a.weight || a.candidate.matter.openedAt.getTime() - b.candidate.matter.openedAt.getTime(),
  );
}

async function saidNot(queries: Queries, countyCode: string, draftId: string): Promise<Set<string>> {
  const rows = await queries
    .selectFrom('not_same')
    .select('other_id')
    .where('county_code', '=', countyCode)
    .where('draft_id', '=', draftId)
    .execute();
  return new Set(rows.map(({ other_id }) => other_id));
}

/** What the counter sees while somebody is still speaking. */
export function listSameMatters(engine: Engine, actor: Actor, draft: DraftInput): Promise<SameMatter[]> {
  const now = engine.now();
  const matter = draftMatter(engine, actor.countyCode, draft, now);
  if (matter.parties.length === 0 && matter.regionCode.length < 9) return Promise.resolve([]);
  return reading(engine.db, actor, async (queries) => {
    const [found, not] = await Promise.all([
      findAlike(engine, queries, actor, actor.countyCode, matter),
      saidNot(queries, actor.countyCode, draft.draftId),
    ]);
    const { network } = engine.reference();
    const open = found.filter(({ candidate }) => !not.has(candidate.id) && candidate.seen.status !== 'linked');
    return open.slice(0, SHOWN).map(({ candidate, reasons }) => sameMatterOf(candidate, reasons, { network }));
  });
}
