import { type PaperEntry, type PaperKey, paperKeys, papers } from '../papers/catalogue.ts';
import type { DossierPlace, DossierView, EvidenceView } from './dossier.ts';
import type { AgreementHead, FiledFile, Material } from './material.ts';
import { isThere, type Scan, scansOf } from './signed.ts';

/** It looks like a copy of an identity paper: only in when somebody says why. */
export const isIdentity = (name: string): boolean => /身份证|户口|护照|居住证|结婚证|出生证/.test(name);
const printable = (mime: string): boolean => mime === 'application/pdf' || mime.startsWith('image/');

/** Which evidence goes in: what was chosen, in that order; before anybody chose all of it but copies of identity cards. */
export function evidenceOf({ files, kept }: Pick<Material, 'files' | 'kept'>, filed: ReadonlySet<string>) {
  const chosen = kept?.fileIds ?? null;
  const place = new Map(chosen?.map((id, index) => [id, index]));
  const left = kept?.leftOutIds ?? null;
  const view = (file: FiledFile): EvidenceView => {
    const asked = isIdentity(file.name);
    const { id, name, mime, size } = file;
    return {
      ...{ id, name, mime, size, asked, at: file.at.toISOString(), unprintable: !printable(mime) },
      chosen: chosen ? place.has(id) : !asked,
      fresh: left !== null && !place.has(id) && !left.includes(id),
    };
  };
  const order = (id: string): number => place.get(id) ?? files.length;
  return files
    .filter(({ id }) => !filed.has(id))
    .map(view)
    .toSorted((one, other) => order(one.id) - order(other.id));
}

/** Drafts of agreements and minutes of a sitting that goes on are no papers of a file yet. */
export function finished(entries: readonly PaperEntry[], { agreements, sittings }: Material): PaperEntry[] {
  const open = new Set([
    ...agreements.filter(({ locked }) => !locked).map(({ id }) => id),
    ...sittings.filter(({ ended }) => !ended).map(({ id }) => id),
  ]);
  return entries.filter(({ subjectId }) => subjectId === null || !open.has(subjectId));
}

const whatToDo: Partial<Record<PaperKey, string>> = {
  application: '请当事人写申请书，签字后传扫描件。',
  acceptance: '打印受理登记表，签字后传扫描件。',
  rights: '打印告知书，请当事人签字后传扫描件。',
  identity: '传身份证明的复印件，归到这一项。',
  minutes: '开调解会并写好记录；没开会的，传手写的记录。',
  agreement: '达成协议后定稿；没有达成的，在情况说明里写明。',
};

function missingOf(form: PaperKey, has: boolean, { agreements, sittings }: Material): string | null {
  if (has) {
    const drafts = agreements.filter(({ locked }) => !locked).length;
    return form === 'agreement' && drafts > 0 ? `有 ${drafts} 份还没有定稿，不装订。` : null;
  }
  if (form === 'minutes' && sittings.some(({ ended }) => !ended)) return '调解会还没有结束，结束后才有记录。';
  return papers[form].must ? (whatToDo[form] ?? '传扫描件。') : null;
}

function signedOf(agreements: readonly AgreementHead[]): DossierPlace['signed'] {
  const locked = agreements.filter(({ locked: is, oral }) => is && !oral);
  if (locked.length === 0) return null;
  return { done: locked.filter(({ signed, partyIds }) => signed === partyIds.length).length, all: locked.length };
}

type Facts = { material: Material; entries: readonly PaperEntry[]; scans: readonly Scan[]; evidence: EvidenceView[] };

/** Each place of the file in its order: what there is, or what is missing and what to do. */
export function placesOf({ material, entries, scans, evidence }: Facts): DossierPlace[] {
  return paperKeys.map((form) => {
    const own = entries.filter((entry) => entry.form === form);
    const back = scans.filter((scan) => scan.form === form);
    const place = { entries, scans, agreements: material.agreements };
    const taken = new Set(own.flatMap((entry) => scansOf(entry, place)));
    const listed = [
      ...own.map((entry) => ({
        ...{ subjectId: entry.subjectId, label: entry.label, there: isThere(entry, place) },
        scans: scansOf(entry, place).length,
      })),
      ...back
        .filter((scan) => !taken.has(scan))
        .map(({ subjectId, file }) => ({ subjectId, label: file.name, there: true, scans: 1 })),
    ];
    const chosen = evidence.some((each) => each.chosen && (form === 'identity' ? each.asked : form === 'evidence'));
    return {
      ...{ form, name: papers[form].name, must: papers[form].must, papers: listed },
      signed: form === 'agreement' ? signedOf(material.agreements) : null,
      missing: missingOf(form, listed.length > 0 || chosen, material),
    };
  });
}

/** What the samples want in every file and is neither printed nor there. */
export const missingIn = (places: readonly DossierPlace[]): string[] =>
  places
    .filter(({ must, missing, papers: listed }) => must && missing !== null && listed.length === 0)
    .map(({ name }) => name);

/** What was printed, must be signed and has not come back. */
export const unsignedIn = (places: readonly DossierPlace[]): DossierView['unsigned'] =>
  places
    .map(({ name, papers: listed }) => ({ name, count: listed.filter(({ there }) => !there).length }))
    .filter(({ count }) => count > 0);
