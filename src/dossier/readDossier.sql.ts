import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { sightOf } from '../disputes/sight.ts';
import type { PaperEntry } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { refuse } from '../platform/refusal.ts';
import { listScansOf } from '../scans/scansOf.sql.ts';
import { proposeCover } from './cover.ts';
import type { DossierView, EvidenceView } from './dossier.ts';
import { listMade } from './made.sql.ts';
import { readMaterial } from './material.sql.ts';
import type { Material } from './material.ts';
import { evidenceOf, missingIn, ownEntries, placesOf, type Scan } from './places.ts';
import { proposeRetention } from './retention.ts';

/** The file is for those who have the dispute in hand and its center: not for other units, nor for who had it before. */
export async function getForDossier(queries: Queries, actor: Actor, code: string): Promise<Dispute> {
  const dispute = await getDispute(queries, code);
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'notYourDossier', '卷宗由办这件事的人和受理中心保管。');
  return dispute;
}

export type Gathered = {
  dispute: Dispute;
  material: Material;
  entries: PaperEntry[];
  scans: Scan[];
  evidence: EvidenceView[];
};

/** Everything that belongs into the file, before it is drawn. */
export async function gatherDossier(queries: Queries, actor: Actor, dispute: Dispute): Promise<Gathered> {
  const material = await readMaterial(queries, actor, dispute);
  const scans: Scan[] = await listScansOf(queries, dispute);
  const entries = ownEntries(material, dispute);
  const evidence = evidenceOf(material, new Set(scans.map(({ file }) => file.id)));
  return { dispute, material, entries, scans, evidence };
}

export function coverOf(engine: Engine, actor: Actor, { dispute, material }: Gathered) {
  const { directory, network } = engine.reference();
  if (material.kept) return material.kept.cover;
  const committee = network.unit(dispute.receivingCenterId)?.name ?? '';
  return proposeCover({ dispute, material, directory, by: actor.name, now: engine.now(), committee });
}

/** 卷宗 of a dispute as its keepers see it. */
export async function readDossier(engine: Engine, queries: Queries, actor: Actor, code: string): Promise<DossierView> {
  const dispute = await getForDossier(queries, actor, code);
  const gathered = await gatherDossier(queries, actor, dispute);
  const places = placesOf(gathered);
  const { kept } = gathered.material;
  const short = engine.reference().network.region(dispute.countyCode)?.short ?? '';
  return {
    asOf: engine.now().toISOString(),
    ...{ code, codeShort: shortCode(code, short), title: dispute.title },
    version: kept?.version ?? 0,
    places,
    missing: missingIn(places),
    evidence: gathered.evidence,
    cover: coverOf(engine, actor, gathered),
    situation: kept?.situation ?? '',
    retention: { chosen: kept?.retention ?? null, ...proposeRetention(dispute) },
    made: await listMade(queries, engine.reference().directory, dispute),
  };
}
