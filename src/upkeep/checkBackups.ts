import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupConfig } from '../backups/backupConfig.ts';
import { type Backup, listBackups } from '../backups/manifest.ts';
import { folderPlace } from '../backups/place.ts';
import { formatTime } from '../platform/now.ts';
import { bad, type Check, type Found, ok, warn } from './finding.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const since = (from: string, now: Date): number => now.getTime() - Date.parse(from);
const ask = '运行 npm run backup，或在「运行」页上按「现在备份」。';
const rehearse = '在「运行」页上按「现在演练」，或运行 npm run backup -- --rehearse。';

/** A backup that nobody ever brought back is shown as none: nobody knows whether it is one. */
export function judgeBackups(backups: readonly Backup[], now: Date, scheduled = true): Found {
  const newest = backups.at(-1);
  if (!newest) return scheduled ? bad('没有备份', ask) : warn('没有备份：演示和练习不自己备份', ask);
  const proven = backups.filter(({ proof }) => proof?.outcome === 'done').at(-1);
  const latest = formatTime(new Date(newest.endedAt));
  if (newest.proof?.outcome === 'failed')
    return bad(`最近一份（${latest}）坏了：${newest.proof.said}`, `${ask}再演练。`);
  if (!proven) return bad(`没有能用的备份：有 ${backups.length} 份，一份都没有恢复过`, rehearse);
  const found = `最近一份 ${latest}；${proven.name} 恢复过，能用`;
  if (since(newest.endedAt, now) > 2 * DAY)
    return bad(`最近一份是 ${latest} 的，太旧`, `${ask}看看每晚的为什么没有做。`);
  if (since(proven.proof?.at ?? '', now) > 9 * DAY) return warn(`${found}，但演练是 9 天以前的事了`, rehearse);
  return ok(found);
}

export function judgePlaces({ places, scheduled }: BackupConfig, sameDisk: boolean): Found {
  if (places.length > 1) return ok(`两处：${places.join('、')}`);
  const found = sameDisk ? '只有一处，和数据在同一块盘上' : '只有一处';
  const advice = '用 BACKUP_SECOND 指定另一台机器或另一块盘，机器坏了、烧了、被锁了还有一份。';
  return scheduled ? bad(found, advice) : warn(found, advice);
}

const deviceOf = (path: string): number | undefined => (existsSync(path) ? statSync(path).dev : undefined);

function key(backup: BackupConfig): Found {
  const written = existsSync(`${backup.keyFile}.kept`);
  if (written || !existsSync(backup.keyFile)) return ok(written ? '已抄下，另处存放' : '不在这台机器上');
  return warn(
    '只在这台机器上有一份；机器没了，备份就打不开',
    '运行 npm run backup -- --key，抄两份锁好，再运行 npm run backup -- --key-is-kept。',
  );
}

export const backupChecks = (dataDir: string, backup: BackupConfig, now: () => Date): Check[] => [
  {
    id: 'backup',
    name: '备份',
    look: async () => judgeBackups(await listBackups(folderPlace(backup.places[0])), now(), backup.scheduled),
  },
  {
    id: 'backupPlaces',
    name: '备份放在哪',
    look: () => judgePlaces(backup, deviceOf(join(dataDir)) === deviceOf(backup.places[0])),
  },
  { id: 'backupKey', name: '备份的密钥', look: () => key(backup) },
];
