import { type ClockRow, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Listed } from '../matters/listed.ts';
import { ask, type Queries, type Tx } from '../platform/db.ts';
import type { Store } from '../procedures/engine.ts';
import { getMatter, lockMatter } from '../procedures/lock.sql.ts';
import type { OpenPromise, PaidSum } from '../promises/promise.ts';
import type { MaterialRequest } from '../waits/waiting.ts';
import type { Dispute, LastReassignment } from './dispute.ts';
import { disputeKind } from './kind.ts';
import { listNames } from './names.sql.ts';

/** As JSON carries it out of the database: every instant is still text. */
type Row = Omit<
  Dispute,
  Instants | 'clocks' | 'materials' | 'supportingUnits' | 'reassignments' | 'promises' | 'payments'
> & {
  [instant in Instants]: string | null;
} & {
  openedAt: string;
  clocks: ClockRow[];
  materials: (Omit<MaterialRequest, 'limitAt'> & { limitAt: string })[];
  supportingUnits: { unitId: string; task: string; doneAt: string | null }[];
  reassignments: (Omit<LastReassignment, 'at'> & { at: string })[];
  promises: PromiseJson[];
  payments: (Omit<PaidSum, 'parts'> & { parts: { promiseId: string; cents: number; kept: PromiseJson | null }[] })[];
};
type PromiseJson = Omit<OpenPromise, 'defaultedAt' | 'askedAt'> & {
  defaultedAt: string | null;
  askedAt: string | null;
};
type Instants = 'openedAt' | 'closedAt' | 'dispatchedAt' | 'dispatchUndoUntil' | 'remindedAt';

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

const promiseOf = (each: PromiseJson): OpenPromise => ({
  ...each,
  defaultedAt: date(each.defaultedAt),
  askedAt: date(each.askedAt),
});

function disputeOf(row: Row): Dispute {
  return {
    ...row,
    openedAt: new Date(row.openedAt),
    closedAt: date(row.closedAt),
    dispatchedAt: date(row.dispatchedAt),
    dispatchUndoUntil: date(row.dispatchUndoUntil),
    remindedAt: date(row.remindedAt),
    clocks: row.clocks.map(clockOf),
    materials: row.materials.map((each) => ({ ...each, limitAt: new Date(each.limitAt) })),
    reassignments: row.reassignments.map((each) => ({ ...each, at: new Date(each.at) })),
    promises: row.promises.map(promiseOf),
    payments: row.payments.map((each) => ({
      ...each,
      parts: each.parts.map((part) => ({ ...part, kept: part.kept && promiseOf(part.kept) })),
    })),
    supportingUnits: row.supportingUnits.map((each) => ({ ...each, doneAt: date(each.doneAt) })),
  };
}

/**
 * The whole dispute as the actor may see it, or nothing. One statement brings it, so that a command costs two flights: this
 * one, and its record. What it reads stands in `read_dispute` (migration 0031), which asks row security once, of the matter.
 */
export async function findDispute(queries: Queries, countyCode: string, code: string): Promise<Dispute | undefined> {
  const [found] = await ask<{ row: Row | null }>(queries, 'select read_dispute($1, $2) as row', [countyCode, code]);
  return found?.row ? disputeOf(found.row) : undefined;
}

async function listPeople(queries: Queries, countyCode: string, id: string) {
  return queries
    .selectFrom('visible_party')
    .select(['id', 'name'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .execute();
}

/** Columns of listed_dispute (migrations/0067). */
// biome-ignore format: looked up, not read
const columns = [
  'opened_at', 'due_at', 'updated_at', 'closed_at', 'status', 'category_code', 'region_code', 'receiving_center_id',
  'lead_unit_id', 'handler_post_id', 'first_contact_post_id', 'source', 'difficulty', 'urgency', 'gravity', 'outcome',
  'amount_cents', 'people_involved', 'reopened', 'contested', 'former_unit_ids', 'former_post_ids',
];
export const listed: Listed = { table: 'listed_dispute', columns: new Set(columns), anew: 'list_disputes' };
const store: Store<Dispute> = {
  ...{ table: 'dispute', listed, find: findDispute, names: listNames, people: listPeople },
};
const stored = { kind: disputeKind, store };

/** By its code, as the actor may see it. */
export async function getDispute(queries: Queries, code: string): Promise<Dispute> {
  return getMatter(stored, queries, code);
}

/** The same, locked until the commit. */
export async function lockDispute(tx: Tx, code: string): Promise<Dispute> {
  return lockMatter(stored, tx, code);
}

export const disputeStore = store;
