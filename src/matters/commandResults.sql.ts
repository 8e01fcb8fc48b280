import type { Actor } from '../platform/actor.ts';
import { type Queries, recordRows, type Tx } from '../platform/db.ts';

/**
 * One rule for commands that are sent again: the same person, the same id and the same target (matter and step, or what
 * opens a matter) answer the first result and act no second time. The same id about anything else is another command.
 */
export type CommandKey = { countyCode: string; commandId: string | undefined; actor: Actor; target: string };

export const targetOf = (code: string, step: string): string => `${code}/${step}`;

/** One of the actor's own viewer keys: the policy lets nobody else read the row. */
const actorKey = ({ role, postId, viewers }: Actor): string => (role === 'party' ? (viewers[0] ?? '') : `p:${postId}`);

/** The first result of a command that is sent again, or nothing. */
export async function findCommandResult<T>(
  queries: Queries,
  { countyCode, commandId, actor, target }: CommandKey,
): Promise<T | undefined> {
  if (commandId === undefined) return undefined;
  const row = await queries
    .selectFrom('command_result')
    .select('result')
    .where('county_code', '=', countyCode)
    .where('command_id', '=', commandId)
    .where('actor_key', '=', actorKey(actor))
    .where('target', '=', target)
    .executeTakeFirst();
  return row?.result as T | undefined;
}

export function recordCommandResult(
  tx: Tx,
  { countyCode, commandId, actor, target }: CommandKey,
  matterId: string,
  at: Date,
  result: unknown,
): void {
  if (commandId === undefined) return;
  const values = {
    county_code: countyCode,
    command_id: commandId,
    actor_key: actorKey(actor),
    target,
    matter_id: matterId,
    at,
    result: JSON.stringify(result),
  };
  recordRows(tx, 'command_result', [values]);
}
