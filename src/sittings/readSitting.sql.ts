import { roomNames } from '../bookings/book.sql.ts';
import { findDispute } from '../disputes/disputes.sql.ts';
import { sightOf } from '../disputes/sight.ts';
import { type Actor, houseOf } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { getMatter } from '../procedures/lock.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import { listHeard, readDetail } from './sittingDetail.sql.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { sittingView } from './sittingView.ts';
import type { SittingView } from './sittingViews.ts';

/** Of the disputes that are heard, those that this post reads in full by itself. */
export async function readableOf(queries: Queries, actor: Actor, sitting: Sitting): Promise<string[]> {
  const found = await Promise.all(sitting.disputes.map(({ code }) => findDispute(queries, sitting.countyCode, code)));
  return found.flatMap((dispute) => (dispute && sightOf(actor, dispute) === 'full' ? [dispute.id] : []));
}

/** Whoever holds the sitting, and reads the dispute whose minutes these are. */
export async function refuseReader(queries: Queries, actor: Actor, sitting: Sitting, disputeId: string): Promise<void> {
  const readable = await readableOf(queries, actor, sitting);
  if (!readable.includes(disputeId)) refuse('forbidden', 'notYourMinutes', '记录由办这件事的人写和看。');
}

type Heard = Awaited<ReturnType<typeof listHeard>>;

async function viewOf(engine: SittingEngine, queries: Queries, actor: Actor, sitting: Sitting) {
  const [detail, readable] = [await readDetail(queries, sitting), await readableOf(queries, actor, sitting)];
  const roomName = (id: string): string => roomNames(engine, [id]);
  const context = contextFor(engine, actor, sitting) as SittingContext;
  return (heard: Heard): SittingView =>
    sittingView(engine.kinds.session, { sitting, detail, readable, heard, roomName }, context);
}

/** One sitting as a post may see it. */
export async function readSitting(engine: SittingEngine, actor: Actor, code: string): Promise<SittingView> {
  const [sitting, view] = await reading(engine.db, actor, async (queries) => {
    const found = await getMatter(engine.kinds.session, queries, code);
    return [found, await viewOf(engine, queries, actor, found)] as const;
  });
  return view(await reading(engine.db, houseOf(sitting.countyCode), (queries) => listHeard(queries, sitting)));
}

/** The same for a paper, in a transaction that stands: of the disputes that are heard, those that the reader reads by himself. */
export async function readOwnSitting(engine: SittingEngine, queries: Queries, actor: Actor, code: string) {
  const sitting = await getMatter(engine.kinds.session, queries, code);
  const view = await viewOf(engine, queries, actor, sitting);
  return view(await listHeard(queries, sitting));
}
