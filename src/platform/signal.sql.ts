import { sql } from 'kysely';
import { type Queries, record, type Tx } from './db.ts';
import { CHANNEL, type Signal, writeSignals } from './signal.ts';

/** Goes out with the commit, in its flight: heard when everything it speaks of can be read, and not at all otherwise. */
export function recordSignal(tx: Tx, signal: Signal): void {
  for (const payload of writeSignals(signal))
    record(tx, { compile: () => sql`select pg_notify(${CHANNEL}, ${payload})`.compile(tx) });
}

/** For what is written outside of a transaction, such as the end of a job. */
export async function sendSignal(queries: Queries, signal: Signal): Promise<void> {
  for (const payload of writeSignals(signal)) await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(queries);
}
