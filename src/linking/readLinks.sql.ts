import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { findComparables } from './comparables.sql.ts';
import { findLeadLink, type LinkRow, listFollowers } from './links.sql.ts';
import { type LinksView, type Together, togetherOf } from './linksView.ts';

/** What a dispute goes together with; what the asker may not see is counted and not named. */
export function readLinks(engine: Engine, actor: Actor, code: string): Promise<LinksView> {
  const { network } = engine.reference();
  return reading(engine.db, actor, async (queries) => {
    const dispute = await getDispute(queries, code);
    const [lead, followers] = await Promise.all([findLeadLink(queries, dispute), listFollowers(queries, dispute)]);
    const links = [...(lead ? [lead] : []), ...followers];
    const found = await findComparables(
      queries,
      dispute.countyCode,
      links.map(({ matterId }) => matterId),
    );
    const seen = new Map(found.map((each) => [each.id, each]));
    const shown = ({ matterId, endedAt }: LinkRow): Together[] => {
      const candidate = seen.get(matterId);
      return candidate ? [togetherOf(candidate, endedAt !== null, { actor, network })] : [];
    };
    const hidden = links.filter(({ matterId }) => !seen.has(matterId)).length;
    return { lead: lead ? (shown(lead)[0] ?? null) : null, followers: followers.flatMap(shown), hidden };
  });
}
