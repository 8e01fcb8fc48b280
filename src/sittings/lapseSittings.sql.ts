import type { Dispute } from '../disputes/dispute.ts';
import type { Tx } from '../platform/db.ts';
import type { SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { takeOnEach } from './takeOnEach.sql.ts';

/** Called and not begun, and about nothing else that is still heard. */
const onlyAbout = `m.status = 'called' and not exists (select from visible_sitting_dispute o
  where o.county_code = d.county_code and o.matter_id = d.matter_id and o.dispute_id <> d.dispute_id)`;

/** Sittings of a dispute that is mediated no longer take no rooms and nobody's time. */
export const lapseSittings = (
  engine: SittingEngine,
  tx: Tx,
  dispute: Dispute,
  context: Pick<SittingContext, 'now'>,
): Promise<void> =>
  takeOnEach(engine, tx, dispute, context, { step: 'lapseSitting', which: onlyAbout, input: () => ({}) });
