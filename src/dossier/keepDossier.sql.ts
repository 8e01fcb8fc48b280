import { proposeRetention, reasonOf } from '../closing/retention.ts';
import { lockDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import { refuseUnfit } from './checkKeeping.ts';
import type { KeepDossierInput } from './dossier.ts';
import { readMaterial } from './material.sql.ts';
import { dossierRulesOf, getForDossier } from './readDossier.sql.ts';

/** What was written on the cover and chosen for the file; two at once: the second is told. */
export async function keepDossier(engine: Engine, tx: Tx, actor: Actor, code: string, input: KeepDossierInput) {
  await lockDispute(tx, code);
  const dispute = await getForDossier(tx, actor, code);
  const { files, kept } = await readMaterial(tx, actor, dispute);
  if ((kept?.version ?? 0) !== input.version)
    throw new Refusal('conflict', 'movedOn', '卷宗刚刚被别人改过。刷新看一下，再改。');
  refuseUnfit(input, files);
  const proposal = proposeRetention(dossierRulesOf(engine, dispute), dispute.categoryCode);
  const { retention } = input;
  const now = engine.now();
  const values = {
    ...{ version: input.version + 1, cover: JSON.stringify(input.cover), situation: input.situation.trim() },
    ...{ file_ids: input.fileIds, left_out_ids: input.leftOutIds, identity_reason: input.identityReason.trim() },
    ...{ retention, retention_reason: retention ? reasonOf(retention, input.retentionReason, proposal) : '' },
    ...{ kept_at: now, kept_by_post_id: actor.postId },
  };
  const key = { county_code: dispute.countyCode, matter_id: dispute.id };
  const row = tx.insertInto('dossier').values({ ...key, ...values });
  record(
    tx,
    row.onConflict((conflict) => conflict.columns(['county_code', 'matter_id']).doUpdateSet(values)),
  );
  recordTrail(tx, { at: now, act: 'dossier.kept', actor, subject: code, detail: { version: input.version + 1 } });
}
