import { command, plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { type Gate, openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { listOpenJumps, recordRelease } from './clockJumps.sql.ts';

/** A clock that was moved: the system administrator says that it is right now, and what waited for it goes on. */
export function clockRoutes(app: Http, { gate, db, now }: Deps & { readonly gate: Gate }): void {
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
}
