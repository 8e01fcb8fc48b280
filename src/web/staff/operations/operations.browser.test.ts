import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeManifest, writeProof } from '../../../backups/manifest.ts';
import { folderPlace } from '../../../backups/place.ts';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { recordJump } from '../../../upkeep/clockJumps.sql.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { yingze } from '../../testing/story.ts';

let site: Site;
let keeper: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-11-30', '09:00'));
  keeper = await site.clerk('齐向东', 'systemAdmin', yingze);
}, 120_000);
afterAll(() => site?.close());

async function inBothSizes(page: Page): Promise<void> {
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize(desktop);
}

/** While it looks it takes no second press. */
const lookAgain = (page: Page): Promise<void> =>
  page.locator('button:not(.ant-btn-loading)', { hasText: '再查一遍' }).press('Enter');

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^\\s*${name}(?!放|的)`) }) });

test('系统管理员的第一页是运行：哪里不好、怎么办；没有备份就写没有', async () => {
  const page = await keeper.open('/');
  await page.getByRole('heading', { name: '运行', level: 1 }).waitFor();
  await row(page, '备份').getByText('没有备份').waitFor();
  await row(page, '备份').getByText('运行 npm run backup，或在「运行」页上按「现在备份」。').waitFor();
  await page.getByText(/其余 \d+ 项都好/).click();
  await row(page, '按行看管').getByText('每张有区县的表都按行看管').waitFor();
  await inBothSizes(page);
});

test('按「现在备份」没有做成，写明为什么；做过却没恢复过的不算数，坏了的写坏在哪', async () => {
  const page = await keeper.open('/operations');
  await page.getByRole('button', { name: '现在备份' }).press('Enter');
  await page.getByText('数据库没有在运行，没有做成。会再试。').first().waitFor();

  const place = folderPlace(join(site.it.engine.config.dataDir, 'backup'));
  const made = (name: string, at: string) =>
    writeManifest(place, {
      ...{ format: 1, name, startedAt: at, endedAt: at, program: '0.1.0', migrations: [], files: 3 },
      witness: { at, counts: {} },
      database: { postgres: '18', label: '', firstWal: '', lastWal: '', bytes: 41_943_040, size: 1, sha256: '' },
    });
  await made('20261130T021000', '2026-11-29T18:10:00.000Z');
  await lookAgain(page);
  await row(page, '备份').getByText('没有能用的备份：有 1 份，一份都没有恢复过').waitFor();
  await page.getByText('没有恢复过，不算数').waitFor();
  await inBothSizes(page);

  await writeProof(place, '20261130T021000', {
    at: '2026-11-29T19:00:00.000Z',
    outcome: 'failed',
    said: '1 张表的行数对不上。',
  });
  await lookAgain(page);
  await row(page, '备份')
    .getByText(/坏了：1 张表的行数对不上/)
    .waitFor();
  await writeProof(place, '20261130T021000', {
    at: '2026-11-29T20:00:00.000Z',
    outcome: 'done',
    said: '恢复出来 办件 12 件。',
  });
  await lookAgain(page);
  await page.getByText('恢复出来 办件 12 件。').waitFor();
  expect(await page.getByText('40 MB').count()).toBe(1);
});

test('服务器的时钟被拨过：这一页写明拨了多少、什么停着，按一下接着办', async () => {
  const noticedAt = new Date('2026-11-30T08:00:00+08:00');
  await recordJump(site.it.db, { noticedAt, seconds: 172_800 });
  const page = await keeper.open('/operations');
  await page.getByText('发现服务器的时钟被拨快了 48.0 小时').waitFor();
  await inBothSizes(page);
  await page.getByRole('button', { name: '时钟对了，接着办' }).press('Enter');
  await page.getByText('发现服务器的时钟被拨快了').waitFor({ state: 'detached' });
});

test('签名的公钥和指纹写在这一页，和核对页上的是同一把', async () => {
  const page = await keeper.open('/operations');
  const key = page.getByRole('region', { name: '签名的公钥（SM2）' });
  await key.waitFor();
  const shown = (await key.innerText()).replaceAll(/\s+/g, ' ');
  const verifier = (await site.it.app.inject('/c/verifier.html')).body;
  const publicKey = /04[0-9a-f]{128}/.exec(verifier)?.[0] ?? 'none';
  const fingerprint = /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(verifier)?.[0] ?? 'none';
  expect(shown).toContain(publicKey);
  expect(shown).toContain(fingerprint);
});

test('别的岗位没有这一页，接口也不给', async () => {
  const leader = await site.clerk('赵建国', 'centerLeader', yingze);
  await expect(leader.get('/api/upkeep')).rejects.toThrow('403');
  await expect(leader.post('/api/backups', {})).rejects.toThrow('403');
  await expect(leader.post('/api/backup-rehearsals', {})).rejects.toThrow('403');
});
