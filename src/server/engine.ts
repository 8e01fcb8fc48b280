import { type BackupConfig, readBackupConfig } from '../backups/backupConfig.ts';
import { type Keeper, makeKeeper } from '../backups/keeper.ts';
import { recordRegistered } from '../clues/clues.sql.ts';
import { type Gateway, httpGateway } from '../delivery/gateway.ts';
import type { Engine, OnRegistered } from '../disputes/engine.ts';
import { allDoors } from '../doors/allDoors.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { keepSameKeys } from '../linking/sameKeys.sql.ts';
import type { Deps } from '../platform/deps.ts';
import { bindKinds, type Kinds } from './kinds.ts';
import { refuseUnknownKinds } from './knownKinds.sql.ts';
import { makeReferenceCache, type ReferenceCache } from './reference.ts';

/** An engine that can also read its reference data again after somebody edits it. */
export type ServerEngine = Engine & { readonly kinds: Kinds } & {
  readonly doors: readonly DoorSpec[];
  readonly cache: ReferenceCache;
  readonly gateway: Gateway | null;
  readonly backup: BackupConfig;
  readonly keeper: Keeper;
};

/** A dispute that began as somebody's clue ends the clue. */
const endClue: OnRegistered = ({ now }, tx, dispute, { input }) => {
  if (input.clueId) recordRegistered(tx, input.clueId, dispute, now());
};

/** Binds the modules together: decisions to the procedure, reactions to events, reference data to everything. */
export function makeEngine(deps: Deps, cache: ReferenceCache): ServerEngine {
  // A ruling may have written the duty list; whatever keeps it from being read again now, the next look finds it.
  const kinds = bindKinds(() => cache.check().catch(() => false));
  const { sms } = deps.config;
  const gateway = sms ? httpGateway(sms.url, sms.secret) : null;
  return {
    ...deps,
    kinds,
    doors: allDoors,
    onRegistered: [keepSameKeys, endClue],
    cache,
    gateway,
    backup: readBackupConfig(deps.config),
    keeper: makeKeeper(deps.config),
    reference: () => cache.current(),
  };
}

export async function startEngine(deps: Deps): Promise<{ engine: ServerEngine; cache: ReferenceCache }> {
  const cache = await makeReferenceCache(deps.db, { now: () => deps.now() });
  const engine = makeEngine(deps, cache);
  await refuseUnknownKinds(deps.db, engine.kinds);
  return { engine, cache };
}
