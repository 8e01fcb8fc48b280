import type { ServerEngine } from './engine.ts';
import { markRooms } from './recurring.ts';
import type { ReferenceCache } from './reference.ts';

/** After an edit of the network what is booked in its rooms follows at once; recurring work sees to what came another way. */
export const followEdits = (engine: ServerEngine): ReferenceCache => ({
  ...engine.cache,
  refresh: async () => {
    await engine.cache.refresh();
    await markRooms(engine).catch(() => 0);
  },
});
