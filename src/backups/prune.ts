import { CONTENTS, sealedContent, sentContents, storedContents } from './contents.ts';
import { baseOf, listBackups } from './manifest.ts';
import { UpkeepFailed } from './outcome.ts';
import { sealedPiece, storedPieces } from './pieces.ts';
import { type Place, readJson, writeWhole } from './place.ts';
import { keptBackups, uselessContents, uselessPieces } from './retention.ts';

const GONE = `${CONTENTS}/gone.json`;

/** Since when each content of the place is no longer in the house. */
async function missing(place: Place, files: string, now: Date): Promise<Map<string, Date>> {
  const [sent, stored, before] = [
    await sentContents(place),
    new Set(await storedContents(files)),
    (await readJson<Record<string, string>>(place, GONE)) ?? {},
  ];
  const lost = [...sent.keys()].filter((sha256) => !stored.has(sha256));
  // A folder that is not mounted looks like one from which everything was erased.
  if (sent.size > 20 && lost.length > sent.size / 2)
    throw new UpkeepFailed(`附件目录 ${files} 里少了一大半：备份里的没有删。请看看是不是没有挂上。`);
  const since = new Map(lost.map((sha256) => [sha256, new Date(before[sha256] ?? now)]));
  await writeWhole(place, GONE, JSON.stringify(Object.fromEntries(since)));
  return since;
}

/** Lets go of what is no longer kept, and of backups that were broken off. Answers how many backups went. */
export async function prune(place: Place, files: string, now: Date, days: number): Promise<number> {
  const backups = await listBackups(place);
  const kept = keptBackups(backups, now, days);
  const names = new Set(kept.map(({ name }) => name));
  const unkept = (await place.folders('base')).filter((name) => !names.has(name));
  for (const name of unkept) await place.remove(baseOf(name));
  for (const name of uselessPieces(await storedPieces(place), kept, now, days)) await place.remove(sealedPiece(name));
  const gone = await missing(place, files, now);
  for (const sha256 of uselessContents(gone, kept)) await place.remove(sealedContent(sha256));
  return backups.length - kept.length;
}
