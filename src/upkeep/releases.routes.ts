import { command, plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { type Gate, openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { listOpenJumps, recordRelease } from './clockJumps.sql.ts';
import { listOpenRestorations, recordReleased } from './restorations.sql.ts';

/** A clock that was moved, or a house that came back: the system administrator has looked, and what waited goes on. */
export function releaseRoutes(app: Http, { gate, db, now }: Deps & { readonly gate: Gate }): void {
  const schema = { tags: ['运行 upkeep'], summary: '时钟对了，接着办' };
  app.post('/api/clock-releases', { schema }, async (request, reply) => {
    const actor = await gate.requireKeeper(request);
    const jumps = await plainly(db, listOpenJumps);
    if (jumps.length === 0) refuse('conflict', 'clockNotHeld', '没有在等的：时钟没有跳过，或者别人已经确认了。');
    await command(db, openScope, async (tx) => {
      recordRelease(tx, actor.userId, now());
      const detail = { seconds: jumps.map(({ seconds }) => seconds) };
      gate.recordTrail(tx, request, actor, { act: 'clock.released', subject: 'clock', detail });
    });
    return reply.code(204).send();
  });
  const restored = { tags: ['运行 upkeep'], summary: '恢复以后核对过了，接着办' };
  app.post('/api/restoration-releases', { schema: restored }, async (request, reply) => {
    const actor = await gate.requireKeeper(request);
    const open = await plainly(db, listOpenRestorations);
    if (open.length === 0) refuse('conflict', 'nothingRestored', '没有在等的：没有恢复过，或者别人已经确认了。');
    await command(db, openScope, async (tx) => {
      recordReleased(tx, actor.userId, now());
      const detail = { backups: open.map(({ backup }) => backup) };
      gate.recordTrail(tx, request, actor, { act: 'restoration.released', subject: 'restoration', detail });
    });
    return reply.code(204).send();
  });
}
