import { guess } from '../attempts/guess.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import { makeSlip } from './papers.sql.ts';

/** Of one person at all slips: knowing one PIN gives no further tries at another. */
const brake = { most: 5, withinMinutes: 60, lockMinutes: 30 };

/** The same slip once more, for whoever still shows the PIN. */
export async function printAgain(
  engine: Engine,
  actor: Actor,
  code: string,
  { address, ...input }: { partyId: string; pin?: string; largePrint: boolean; address: string },
): Promise<Awaited<ReturnType<typeof makeSlip>>> {
  const made: Awaited<ReturnType<typeof makeSlip>>[] = [];
  const now = engine.now();
  await guess({
    ...{ db: engine.db, scope: actor, now, key: `slip-pin/${actor.userId}`, brake, clears: false },
    async check(tx) {
      try {
        made.push(await makeSlip(engine, tx, actor, code, input));
        return null;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'pinNotCurrent') return error;
        throw error;
      }
    },
    recordWrong: (tx) => recordTrail(tx, { at: now, act: 'dispute.slipPinWrong', actor, subject: code, address }),
  });
  return made[0] as Awaited<ReturnType<typeof makeSlip>>;
}
