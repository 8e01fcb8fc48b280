import { proposeRetention, retentionWords } from '../closing/retention.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { DossierRules } from '../disputes/dossierRules.ts';
import type { Engine } from '../disputes/engine.ts';
import { sightOf } from '../disputes/sight.ts';
import type { PaperEntry, PaperKey } from '../papers/catalogue.ts';
import { listPapers } from '../papers/listPapers.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { refuse } from '../platform/refusal.ts';
import { proposeCover } from './cover.ts';
import type { DossierView, EvidenceView, RetentionView } from './dossier.ts';
import { listMade } from './made.sql.ts';
import { readMaterial } from './material.sql.ts';
import type { FiledFile, Material } from './material.ts';
import { evidenceOf, finished, missingIn, placesOf, unsignedIn } from './places.ts';
import type { Scan } from './signed.ts';

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

/** What came back on paper; what was taken out of its place again is in no file. */
async function listScans(queries: Queries, { countyCode, id }: Dispute, files: readonly FiledFile[]) {
  const rows = await queries
    .selectFrom('visible_filed_paper')
    .select(['id', 'form', 'subject_id', 'file_id', 'removed_at'])
    .where('county_code', '=', countyCode)
    .where('matter_id', '=', id)
    .orderBy('filed_at', 'desc')
    .execute();
  const scans = rows.flatMap(({ id: scanId, form, subject_id, file_id, removed_at }): Scan[] => {
    const file = files.find((each) => each.id === file_id);
    return file && !removed_at ? [{ id: scanId, form: form as PaperKey, subjectId: subject_id, file }] : [];
  });
  return { scans, filed: new Set(rows.map(({ file_id }) => file_id)) };
}

/** Everything that belongs into the file, before it is drawn. */
export async function gatherDossier(
  engine: Engine,
  queries: Queries,
  actor: Actor,
  dispute: Dispute,
): Promise<Gathered> {
  const [material, listed] = await Promise.all([
    readMaterial(queries, actor, dispute),
    listPapers(engine, queries, dispute),
  ]);
  const { scans, filed } = await listScans(queries, dispute, material.files);
  return { dispute, material, entries: finished(listed, material), scans, evidence: evidenceOf(material, filed) };
}

/** For how long files are kept, as it was when the dispute began. */
export const dossierRulesOf = (engine: Engine, { countyCode, settingsVersion }: Dispute): DossierRules =>
  engine.reference().rulesFor(countyCode, settingsVersion).rules.dossier;

export function retentionOf(engine: Engine, { dispute, material: { kept } }: Gathered): RetentionView {
  const rules = dossierRulesOf(engine, dispute);
  const chosen = { chosen: kept?.retention ?? null, reason: kept?.retentionReason ?? '' };
  return { ...chosen, ...proposeRetention(rules, dispute.categoryCode), words: retentionWords(rules) };
}

export function coverOf(engine: Engine, actor: Actor, { dispute, material }: Gathered) {
  const { directory, network } = engine.reference();
  if (material.kept?.cover) return material.kept.cover;
  const committee = network.unit(dispute.receivingCenterId)?.name ?? '';
  return proposeCover({ dispute, material, directory, by: actor.name, now: engine.now(), committee });
}

/** 卷宗 of a dispute as its keepers see it. */
export async function readDossier(engine: Engine, queries: Queries, actor: Actor, code: string): Promise<DossierView> {
  const dispute = await getForDossier(queries, actor, code);
  const gathered = await gatherDossier(engine, queries, actor, dispute);
  const places = placesOf(gathered);
  const { kept } = gathered.material;
  const short = engine.reference().network.region(dispute.countyCode)?.short ?? '';
  return {
    asOf: engine.now().toISOString(),
    ...{ code, codeShort: shortCode(code, short), title: dispute.title },
    version: kept?.version ?? 0,
    places,
    missing: missingIn(places),
    unsigned: unsignedIn(places),
    evidence: gathered.evidence,
    identityReason: kept?.identityReason ?? '',
    cover: coverOf(engine, actor, gathered),
    situation: kept?.situation ?? '',
    retention: retentionOf(engine, gathered),
    made: await listMade(queries, engine.reference().directory, dispute),
  };
}
