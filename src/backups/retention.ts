import type { Backup } from './manifest.ts';
import { positionOf } from './pieces.ts';

const DAY = 86_400_000;
type Dated = Pick<Backup, 'name' | 'startedAt' | 'proof' | 'database'>;

const last = <T>(all: readonly T[]): T[] => all.slice(-1);

/**
 * Which backups stay: those of the last days, always the newest, and always the newest that was brought back and found
 * good, however old it is. `backups` oldest first.
 */
export function keptBackups<T extends Dated>(backups: readonly T[], now: Date, days: number): T[] {
  const limit = now.getTime() - days * DAY;
  const proven = backups.filter(({ proof }) => proof?.outcome === 'done');
  const kept = new Set([
    ...backups.filter(({ startedAt }) => Date.parse(startedAt) >= limit),
    ...last(backups),
    ...last(proven),
  ]);
  return backups.filter((each) => kept.has(each));
}

/**
 * Pieces of the log that nothing kept can need: before the first one of the last days. What a backup older than that
 * stands on itself stays with it.
 */
export function uselessPieces(pieces: readonly string[], kept: readonly Dated[], now: Date, days: number): string[] {
  const limit = now.getTime() - days * DAY;
  const bases = kept.flatMap(({ database, startedAt }) =>
    database ? [{ ...database, old: Date.parse(startedAt) < limit }] : [],
  );
  const running = bases.filter(({ old }) => !old);
  const from = (running.length > 0 ? running : last(bases)).map(({ firstWal }) => positionOf(firstWal)).sort()[0];
  if (from === undefined) return [];
  return pieces.filter((name) => {
    // Histories of timelines are small, and needed for as long as anything is.
    if (name.endsWith('.history')) return false;
    const at = positionOf(name);
    const needed = ({ firstWal, lastWal }: { firstWal: string; lastWal: string }) =>
      at >= positionOf(firstWal) && at <= positionOf(lastWal);
    return at < from && !bases.some(needed);
  });
}

/** Content that no row names any more, since before the oldest backup that is kept. */
export function uselessContents(missingSince: ReadonlyMap<string, Date>, kept: readonly Dated[]): string[] {
  const oldest = kept[0] && new Date(kept[0].startedAt);
  if (!oldest) return [];
  return [...missingSince].filter(([, since]) => since < oldest).map(([sha256]) => sha256);
}
