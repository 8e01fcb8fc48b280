import { sql } from 'kysely';
import { disputeKind } from './kind.ts';

/** The name of the kind, written into the text of a statement: a partial index is found by the text, not by a value. */
export const DISPUTE = sql.lit(disputeKind.name);
