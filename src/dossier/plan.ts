import { type PaperEntry, type PaperKey, paperKeys, papers } from '../papers/catalogue.ts';
import type { EvidenceView } from './dossier.ts';
import type { AgreementHead, FiledFile } from './material.ts';
import { isThere, type Scan, scansOf } from './signed.ts';

/** One line of the contents before it is drawn: a paper of ours, or a file that lies there. */
type Line = { place: string; name: string; remark: string };
export type PlannedPaper = Line & { entry: PaperEntry };
export type PlannedFile = Line & { file: FiledFile; caption: string };
export type Planned = PlannedPaper | PlannedFile;

type Facts = {
  entries: readonly PaperEntry[];
  scans: readonly Scan[];
  evidence: readonly EvidenceView[];
  files: readonly FiledFile[];
  agreements: readonly AgreementHead[];
};

function evidenceIn(form: PaperKey, { evidence, files }: Facts): Planned[] {
  if (form !== 'evidence' && form !== 'identity') return [];
  const chosen = evidence.filter((each) => each.chosen && each.asked === (form === 'identity'));
  return chosen.flatMap(({ id, name }) => {
    const file = files.find((each) => each.id === id);
    return file ? [{ place: papers[form].name, name, remark: '', file, caption: name }] : [];
  });
}

/**
 * In the order of the places: of each paper what was signed and came back, else what the house prints, with a remark where it
 * still has to be signed; then the evidence.
 */
export function planOf(facts: Facts): Planned[] {
  return paperKeys.flatMap((form) => {
    const place = papers[form].name;
    const entries = facts.entries.filter((entry) => entry.form === form);
    const scans = facts.scans.filter((scan) => scan.form === form);
    const ofScan =
      (name: string) =>
      (scan: Scan): Planned => ({ place, name, remark: '扫描件', file: scan.file, caption: '' });
    const taken = new Set<Scan>();
    const own = entries.flatMap((entry): Planned[] => {
      const back = scansOf(entry, { entries, scans });
      for (const scan of back) taken.add(scan);
      const there = isThere(entry, { entries, scans, agreements: facts.agreements });
      const print = { place, name: entry.label, remark: there ? '' : '还没有签回来', entry };
      return [...(there && back.length > 0 ? [] : [print]), ...back.map(ofScan(entry.label))];
    });
    const loose = scans.filter((scan) => !taken.has(scan));
    return [...own, ...loose.map(ofScan(place)), ...evidenceIn(form, facts)];
  });
}
