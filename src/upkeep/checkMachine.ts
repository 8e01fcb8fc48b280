import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BackupConfig } from '../backups/backupConfig.ts';
import { type Config, repositoryRoot } from '../platform/config.ts';
import { bad, type Check, type Found, ok, warn } from './finding.ts';

const GIGABYTE = 2 ** 30;
const inGigabytes = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(1)} GB`;

/** Judged by what is left: a database without room ends, and a backup that finds none is none. */
export function judgeRoom(path: string, free: number, total: number): Found {
  const found = `${path} 还剩 ${inGigabytes(free)}（共 ${inGigabytes(total)}）`;
  if (free < GIGABYTE) return bad(found, '马上腾出地方：删掉不要的文件，或换大的盘。满了就不能登记。');
  if (free < 5 * GIGABYTE || free < total / 20) return warn(found, '快满了，请安排扩容。');
  return ok(found);
}

function room(path: string): Found {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, blocks, bsize } = statfsSync(folder);
  return judgeRoom(path, bavail * bsize, blocks * bsize);
}

/** The version that the lockfile brings is the one that was tested. */
export function judgeRuntime(version: string): Found {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 24) return ok(`Node ${version}`);
  const enough = major > 22 || (major === 22 && minor >= 18);
  const advice = '用 npm start 启动，它会用锁定的 Node 24。';
  return enough ? warn(`Node ${version}，不是锁定的 24`, advice) : bad(`Node ${version} 太旧`, advice);
}

function fonts(): Found {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const names = join(repositoryRoot, 'src/documents/fonts/HanaMinB-names.ttf');
  const text = readdirSync(home, { recursive: true }).some((path) => String(path).endsWith('.ttf'));
  if (!text) return bad('没有打印用的中文字体', '重新安装依赖：删掉 node_modules 再 npm start。');
  if (!existsSync(names)) return warn('没有生僻姓名的字体', '补回 src/documents/fonts 里的字体文件。');
  return ok('正文字体和生僻姓名字体都在');
}

function secrets({ dataDir }: Config): Found {
  const path = join(dataDir, 'secrets.json');
  if (!existsSync(path))
    return process.env.FENGQIAO_MASTER_KEY ? ok('由环境变量给出') : bad(`没有 ${path}`, '从备份恢复它。');
  const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return open ? bad(`${path} 别人也能读`, `运行 chmod 600 ${path}。`) : ok('只有本服务能读');
}

/** What can be told without the database. */
export const machineChecks = (config: Config, backup: BackupConfig): Check[] => [
  { id: 'runtime', name: '运行环境', look: () => judgeRuntime(process.versions.node) },
  { id: 'fonts', name: '字体', look: fonts },
  { id: 'secrets', name: '密钥文件', look: () => secrets(config) },
  { id: 'disk', name: '数据的磁盘', look: () => room(config.dataDir) },
  ...backup.places
    .filter((place) => !place.startsWith('sftp:'))
    .map((place, index) => ({
      id: `backupDisk${index + 1}`,
      name: `放备份的磁盘（第 ${index + 1} 处）`,
      look: () => room(place),
    })),
];
