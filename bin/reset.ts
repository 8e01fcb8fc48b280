import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/platform/config.ts';
import { migrate } from '../src/platform/migrate.ts';
import { endWith, StartupProblem } from '../src/platform/startup-problem.ts';
import { withAdminDatabase } from '../src/platform/with-admin-database.ts';

async function recreate(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)}`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '55006') throw error;
    throw new StartupProblem(
      '枫桥台还在使用这个数据库。请先停止它（在它的窗口按 Ctrl-C），再重置。',
      'The database is in use. Stop Fengqiao first (Ctrl-C in its window), then reset.',
    );
  } finally {
    await client.end();
  }
}

async function reset(): Promise<void> {
  const config = readConfig();
  if (config.mode === 'production')
    throw new StartupProblem('正式模式下不能重置。', 'A production database is never reset.');
  if (!process.argv.includes('--yes'))
    throw new StartupProblem(
      '这会删除全部数据，不能恢复。确定的话请运行：npm run reset -- --yes',
      'This deletes all data for good. If that is what you want: npm run reset -- --yes',
    );
  await withAdminDatabase(config, console.log, async (adminUrl) => {
    await recreate(adminUrl);
    rmSync(join(config.dataDir, 'files'), { recursive: true, force: true });
    await migrate(adminUrl, { log: console.log });
  });
  console.log('已重置。下次 npm start 会重新写入演示数据。Reset done.');
}

await reset().catch(endWith);
