import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { countyOfCode } from '../procedures/code.ts';
import { findComparables } from './comparables.sql.ts';
import { maySpeakOf, type SameMatter, sameMatterOf } from './sameMatter.ts';
import { findAlike } from './sameMatters.sql.ts';

const SHOWN = 5;

/** For a dispute that stands there already: the earlier ones it may be handled together with. */
export function listEarlierAlike(engine: Engine, actor: Actor, code: string): Promise<SameMatter[]> {
  const { network } = engine.reference();
  return reading(engine.db, actor, async (queries) => {
    const countyCode = countyOfCode(code);
    const { id } = await getDispute(queries, code);
    const [own] = await findComparables(queries, countyCode, [id]);
    if (!own || !maySpeakOf(actor, own)) return [];
    const found = await findAlike(engine, queries, actor, countyCode, own.matter, id);
    const earlier = found.filter(({ candidate }) => candidate.matter.openedAt <= own.matter.openedAt);
    const matters = earlier.map(({ candidate, reasons }) => sameMatterOf(candidate, reasons, { network }));
    return matters.filter(({ joins }) => joins).slice(0, SHOWN);
  });
}
