import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { registerDispute } from '../disputes/registerDispute.sql.ts';
import type { Registered } from '../disputes/views.ts';
import type { RegisterInput } from '../intake/register.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import { leadRefusal } from './mayMerge.ts';

export type Joined = Registered & { linked: boolean };

const TRIES = 5;
const WAIT_MS = 120;

/** Somebody may just be writing on the leading one: a moment later it is free. */
async function mergeSoon(engine: Engine, actor: Actor, code: string, leadCode: string): Promise<void> {
  for (let left = TRIES; ; left -= 1)
    try {
      await takeStep(engine, engine.kinds.dispute, actor, code, 'merge', {
        leadCode,
        reason: '窗口核对：来说的是同一件事。',
      });
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'otherBusy' || left === 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
}

/**
 * A newcomer about a matter that somebody came about before: registered like anybody, with code and slip, then linked. If
 * the leading one has moved on in between, the newcomer stays registered and the answer says so: nobody is sent away.
 */
export async function joinMatter(
  engine: Engine,
  actor: Actor,
  leadCode: string,
  input: RegisterInput,
): Promise<Joined> {
  const lead = await reading(engine.db, actor, (queries) => getDispute(queries, leadCode));
  if (lead.countyCode !== actor.countyCode) refuse('invalid', 'otherCounty', '那一件不在本区县，合并不了；照常登记。');
  const refused = leadRefusal(lead, actor, input.restriction !== null);
  if (refused) throw refused;
  const registered = await registerDispute(engine, actor, input);
  const { network } = engine.reference();
  const short = shortCode(leadCode, network.region(lead.countyCode)?.short ?? '');
  try {
    await mergeSoon(engine, actor, registered.code, leadCode);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Sent twice: the first time has linked it.
    if (error.code === 'wrongStatus') return { ...registered, linked: true, sentence: `和 ${short} 一起办。` };
    return {
      ...registered,
      linked: false,
      sentence: `已登记，没有合并到 ${short}：${error.message}${registered.sentence}`,
    };
  }
  return { ...registered, linked: true, sentence: `和 ${short} 一起办；编号、小票、评价都是自己的。` };
}
