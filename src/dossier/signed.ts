import { type PaperEntry, papers } from '../papers/catalogue.ts';
import type { AgreementHead, FiledFile } from './material.ts';

export type Scan = { id: string; form: PaperEntry['form']; subjectId: string | null; file: FiledFile };

type Place = { entries: readonly PaperEntry[]; scans: readonly Scan[] };

/** The scans of one paper. What lies in the place without saying whose it is belongs to the only paper there. */
export function scansOf(entry: PaperEntry, { entries, scans }: Place): Scan[] {
  const alone = entries.filter(({ form }) => form === entry.form).length === 1;
  return scans.filter(
    ({ form, subjectId }) => form === entry.form && (subjectId === entry.subjectId || (alone && subjectId === null)),
  );
}

/**
 * Printed is not signed: a paper that must be signed is there when its scan is, or when everybody signed on the screen.
 * A scan from before the agreement was last made final shows other words.
 */
export function isThere(entry: PaperEntry, place: Place & { agreements: readonly AgreementHead[] }): boolean {
  if (!papers[entry.form].signed) return true;
  const agreement = place.agreements.find(({ id }) => entry.form === 'agreement' && id === entry.subjectId);
  if (agreement && (agreement.oral || agreement.onScreen === agreement.partyIds.length)) return true;
  const since = agreement?.lockedAt ?? null;
  return scansOf(entry, place).some(({ file }) => since === null || file.at >= since);
}
