import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { Tx } from './db.ts';

type Noted = {
  readonly act: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/**
 * What modules above `people` in the list need of it: who acts, and a row of the trail. They cannot import it, so the
 * server hands it to them.
 */
export type Gate = {
  requireActor(request: FastifyRequest): Promise<Actor>;
  /** The system administrator; refused in a sentence that names who can. */
  requireKeeper(request: FastifyRequest): Promise<Actor>;
  recordTrail(tx: Tx, request: FastifyRequest, actor: Actor, noted: Noted): void;
};

/** Tables without row-level security need no scope. */
export const openScope = { counties: [], viewers: [] } as const;
