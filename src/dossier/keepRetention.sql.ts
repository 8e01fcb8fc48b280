import { proposeRetention, reasonOf } from '../closing/retention.ts';
import type { Retention } from '../disputes/dossierRules.ts';
import type { Reaction } from '../disputes/engine.ts';
import { record } from '../platform/db.ts';
import { findKept } from './material.sql.ts';

/** With the archive it is settled for how long the file is kept: as was said now, as was chosen before, or as is proposed. */
export const keepRetention: Reaction = async (tx, dispute, { data, notes }, { rules, now, actor }) => {
  const said = (data?.retention ?? null) as Retention | null;
  const kept = await findKept(tx, dispute);
  if (said === null && kept?.retention) return;
  const proposal = proposeRetention(rules.dossier, dispute.categoryCode);
  const reason = notes?.find(({ kind }) => kind === 'retention')?.body ?? '';
  const retention = said ?? proposal.proposed;
  const values = {
    ...{ retention, retention_reason: reasonOf(retention, reason, proposal) },
    ...{ version: (kept?.version ?? 0) + 1, kept_at: now, kept_by_post_id: actor.postId },
  };
  const key = { county_code: dispute.countyCode, matter_id: dispute.id };
  const row = tx.insertInto('dossier').values({ ...key, ...values, situation: '' });
  record(
    tx,
    row.onConflict((conflict) => conflict.columns(['county_code', 'matter_id']).doUpdateSet(values)),
  );
};
