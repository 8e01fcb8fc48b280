import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { record, recordRows, recordSignal, recordText, type Tx } from '../platform/db.ts';
import { canonicalJson, chainHash } from '../platform/eventChain.ts';
import type { Change, Decision, Insert, Json, Telling, Visibility } from './decision.ts';

export type MatterKey = { countyCode: string; id: string };
export type EventFacts = MatterKey & {
  eventId: string;
  seq: number;
  previousHash: string;
  at: Date;
  actor: Actor;
  type: string;
  statusBefore: string | null;
  statusAfter: string;
  data: { readonly [key: string]: Json };
};

const systemUser = '00000000-0000-0000-0000-000000000000';
const uuid = /^[0-9a-f-]{36}$/;
const idOrNull = (id: string): string | null => (uuid.test(id) && id !== systemUser ? id : null);

/** From here on the house writes: what a step removes from the actor's sight must still be recorded. */
export function recordAsSystem(tx: Tx): void {
  recordText(tx, `set local app.viewers = 'system'`);
}

/** The house looks too, at once: what an actor may not see must still be found and recorded. */
export async function readAsSystem(tx: Tx): Promise<void> {
  await sql`set local app.viewers = 'system'`.execute(tx);
}

/** Done for an absent colleague: the event says so beside the covering person's own name. */
const withCover = ({ actor, data }: EventFacts): EventFacts['data'] =>
  actor.covers ? { ...data, coversPostId: actor.covers.postId } : data;

/** The row of one event, with the hash that the matter keeps as the head of its chain. */
export function eventRow(facts: EventFacts) {
  const row = {
    county_code: facts.countyCode,
    matter_id: facts.id,
    seq: facts.seq,
    id: facts.eventId,
    at: facts.at.toISOString(),
    type: facts.type,
    actor_user_id: facts.actor.role === 'party' ? null : idOrNull(facts.actor.userId),
    // Of a resident: the party whose slip it is, so that what one party says is not shown to the other.
    actor_post_id: idOrNull(facts.actor.postId),
    actor_role: facts.actor.role,
    actor_unit_id: facts.actor.unitId || null,
    status_before: facts.statusBefore,
    status_after: facts.statusAfter,
    data: withCover(facts),
  };
  const hash = chainHash(facts.previousHash, canonicalJson(row));
  return { ...row, previous_hash: facts.previousHash, hash };
}

export function recordEventRow(tx: Tx, row: ReturnType<typeof eventRow>): void {
  recordRows(tx, 'matter_event', [{ ...row, data: JSON.stringify(row.data) }]);
  recordCounted(tx, [row]);
  recordSignal(tx, { county: row.county_code, kind: 'matter', id: row.matter_id, keys: [] });
}

/** Every change may be one in the figures: which matter it is, is enough to know (rollups). */
export function recordCounted(tx: Tx, changed: readonly { county_code: string; matter_id: string }[]): void {
  recordRows(
    tx,
    'figure_change',
    changed.map(({ county_code, matter_id }) => ({ county_code, matter_id })),
  );
}

/** Appends the one event of a state change and returns its hash. */
export function recordEvent(tx: Tx, facts: EventFacts): string {
  const row = eventRow(facts);
  recordEventRow(tx, row);
  return row.hash;
}

/** Words of the decision, and what the resident is told: both become rows that can be erased. */
export function recordNotes(tx: Tx, key: MatterKey, event: EventFacts, decision: Decision, newId: () => string): void {
  const told = (decision.tell ?? []).filter((each) => each.owner === 'resident');
  const notes = [
    ...(decision.notes ?? []),
    ...told.flatMap(({ text: body, partyIds }) =>
      (partyIds?.map((each): Visibility => `party:${each}`) ?? ['resident' as const]).map((visibility) => ({
        ...{ id: newId(), kind: 'told', visibility, body },
      })),
    ),
  ];
  if (notes.length === 0) return;
  const common = {
    ...ofMatter(key),
    event_id: event.eventId,
    author_user_id: event.actor.role === 'party' ? null : idOrNull(event.actor.userId),
    author_unit_id: event.actor.unitId || null,
    at: event.at,
  };
  recordRows(
    tx,
    'note',
    notes.map((note) => ({ ...common, ...note })),
  );
  for (const each of outwardOf(told)) recordOutward(tx, key, event, each, newId);
}

type Outward = Pick<Telling, 'text' | 'partyIds'>;

/** What is said to the same people leaves the house as one. */
export const outwardOf = (told: readonly Outward[]): Outward[] =>
  [...Map.groupBy(told, ({ partyIds }) => partyIds?.join() ?? '').values()].map((each) => ({
    ...each[0],
    text: each.map(({ text }) => text).join(''),
  }));

/** What a resident was told leaves the house by this row: the words go to whoever delivers them, then they are erased. */
function recordOutward(tx: Tx, key: MatterKey, event: EventFacts, said: Outward, newId: () => string): void {
  const payload = JSON.stringify({ matterId: key.id, eventType: event.type, ...said });
  const row = { id: newId(), county_code: key.countyCode, kind: 'tell', payload };
  recordRows(tx, 'outbox', [{ ...row, created_at: event.at, not_before: event.at }]);
}

/** In-app notices to posts and desks; each knows the page of the workbench that it is about. */
export function recordNotices(
  tx: Tx,
  key: MatterKey,
  { restricted = null, ...about }: { code: string; page: string; restricted?: boolean | null },
  { tell = [] }: Pick<Decision, 'tell'>,
  at: Date,
  newId: () => string,
): void {
  const notices = tell.filter((each) => each.owner !== 'resident');
  const rows = notices.map(({ owner, text }) => ({
    ...ofMatter(key),
    id: newId(),
    owner,
    ...about,
    restricted,
    text,
    at,
  }));
  recordRows(tx, 'notice', rows);
}

/** Who may no longer know of a matter may no longer know of what was told about it, or about what hangs on it. */
export function recordToldSecret(tx: Tx, { countyCode, id }: MatterKey, restricted: boolean): void {
  const ofMatter = `matter_id = $2 or matter_id in (select m.id from matter m where m.county_code = $1 and m.about_id = $2)`;
  const text = `update notice set restricted = $3 where county_code = $1 and matter_id is not null and (${ofMatter})`;
  recordText(tx, text, [countyCode, id, restricted]);
}

export { recordChanges, recordInserts } from './rows.sql.ts';
export { recordSeen } from './seen.sql.ts';

const ofMatter = (key: MatterKey) => ({ county_code: key.countyCode, matter_id: key.id });
const due = (at: Date | null): Date | string => at ?? 'infinity';

/** `from`: owed only from then on, since it cannot be done before. */
export type TodoRow = { owner: string; act: string; clockKind: string | null; dueAt: Date | null; from?: Date | null };

/** Replaces what is owed on a matter. */
export function recordTodos(tx: Tx, key: MatterKey, todos: readonly TodoRow[], since: Date, newId: () => string): void {
  recordText(tx, 'delete from matter_todo where county_code = $1 and matter_id = $2', [key.countyCode, key.id]);
  recordFirstTodos(tx, key, todos, since, newId);
}

/** What is owed on a matter that is new. */
export function recordFirstTodos(
  tx: Tx,
  key: MatterKey,
  todos: readonly TodoRow[],
  since: Date,
  newId: () => string,
): void {
  const rows = todos.map((todo) => ({
    ...ofMatter(key),
    id: newId(),
    owner: todo.owner,
    act: todo.act,
    clock_kind: todo.clockKind,
    due_at: due(todo.dueAt),
    owed_from: todo.from ?? '-infinity',
    since,
  }));
  recordRows(tx, 'matter_todo', rows);
}
