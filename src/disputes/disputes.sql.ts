import { sql } from 'kysely';
import { type ClockRow, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { Dispute, LastReassignment, MaterialRequest } from './dispute.ts';

/** As JSON carries it out of the database: every instant is still text. */
type Row = Omit<Dispute, Instants | 'clocks' | 'materials' | 'supportingUnits' | 'reassignments'> & {
  [instant in Instants]: string | null;
} & {
  openedAt: string;
  clocks: ClockRow[];
  materials: (Omit<MaterialRequest, 'limitAt'> & { limitAt: string })[];
  supportingUnits: { unitId: string; task: string; doneAt: string | null }[];
  reassignments: (Omit<LastReassignment, 'at'> & { at: string })[];
};
type Instants = 'openedAt' | 'closedAt' | 'dispatchedAt' | 'dispatchUndoUntil';

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

function disputeOf(row: Row): Dispute {
  return {
    ...row,
    openedAt: new Date(row.openedAt),
    closedAt: date(row.closedAt),
    dispatchedAt: date(row.dispatchedAt),
    dispatchUndoUntil: date(row.dispatchUndoUntil),
    clocks: row.clocks.map(clockOf),
    materials: row.materials.map((each) => ({ ...each, limitAt: new Date(each.limitAt) })),
    reassignments: row.reassignments.map((each) => ({ ...each, at: new Date(each.at) })),
    supportingUnits: row.supportingUnits.map((each) => ({ ...each, doneAt: date(each.doneAt) })),
  };
}

/**
 * One statement brings the whole dispute, so that a command costs two flights: this one, and its record. What it reads
 * stands in `read_dispute` (migration 0031), which asks row security once, of the matter.
 */
export async function getDispute(queries: Queries, countyCode: string, code: string): Promise<Dispute> {
  const { rows } = await sql<{ row: Row | null }>`select read_dispute(${countyCode}, ${code}) as row`.execute(queries);
  const row = rows[0]?.row;
  if (!row) return refuse('notFound', 'noSuchDispute', '没有这件事，或者您的岗位看不到它。核对编号再试。');
  return disputeOf(row);
}

/**
 * Lock first, read after, both in one flight. Reading in the locking statement itself would show the new matter beside
 * clocks and materials of the snapshot from before the wait.
 */
export async function lockDispute(queries: Queries, countyCode: string, code: string): Promise<Dispute> {
  const lock = sql`select from matter where county_code = ${countyCode} and code = ${code} for update`.execute(queries);
  const dispute = getDispute(queries, countyCode, code);
  await Promise.allSettled([lock, dispute]);
  await lock;
  return dispute;
}

/**
 * A second dispute beside one that is locked already. Nobody waits while holding another's lock, so two such commands
 * cannot wait for each other.
 */
export async function lockOther(queries: Queries, countyCode: string, code: string): Promise<Dispute> {
  const lock = sql`select from matter where county_code = ${countyCode} and code = ${code} for update nowait`.execute(
    queries,
  );
  const dispute = getDispute(queries, countyCode, code);
  await Promise.allSettled([lock, dispute]);
  await lock.catch((error: unknown) => {
    if ((error as { code?: string }).code !== '55P03') throw error;
    refuse('conflict', 'otherBusy', '另一件正有人在办。等几秒再按一次，写好的还在。');
  });
  return dispute;
}
