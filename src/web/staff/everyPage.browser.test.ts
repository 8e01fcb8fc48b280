import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ordinarySituations } from '../../../seeds/disputes/ordinary.ts';
import { seedEngine } from '../../../seeds/seed.ts';
import { situations } from '../../../seeds/situations.ts';
import type { PostRole } from '../../people/roles.ts';
import { atTime } from '../../platform/now.ts';
import type { ServerEngine } from '../../server/engine.ts';
import { rawKeys } from '../testing/examine.ts';
import { openSite, type Site } from '../testing/site.ts';
import { street, yingze } from '../testing/story.ts';
import { jobsOf, moreJobsOf } from './shell/jobs.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite(atTime('2026-11-20', '17:20'));
  const engine = site.it.engine as ServerEngine;
  const few = situations.filter((each, at) => !ordinarySituations.includes(each) || at % 12 === 0);
  await seedEngine(
    engine,
    () => engine.cache.refresh(),
    () => {},
    few,
  );
}, 240_000);
afterAll(() => site?.close());

const posts: readonly [PostRole, string][] = [
  ['receptionist', yingze],
  ['dispatcher', yingze],
  ['centerLeader', yingze],
  ['supervisor', yingze],
  ['handler', street],
  ['gridWorker', street],
  ['systemAdmin', yingze],
  ['securityAdmin', yingze],
  ['auditAdmin', yingze],
];

/** Below the pages of the menu: the first of each list, opened. */
const links =
  'main a[href^="/disputes/"], main a[href^="/supervision/notices/"], main a[href^="/clues/"], main a[href^="/reports/"], main a[href^="/settings/"]';

/** Ready when nothing is grey any more. */
async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('.loading'));
}

const visited = new Set<string>();
/** What a page asked of anybody but this house: in an office without the outer network it would stay blank. */
const outside: string[] = [];
const shape = (path: string) => path.replace(/\d{6,}|[0-9a-f-]{36}/g, '…');

/** Each page once, by the first of the posts that can open it. */
async function walk(role: PostRole, unit: string, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  const clerk = await site.clerk('齐天', role, unit);
  const page = await clerk.open('/');
  page.on('request', (request) => {
    if (!request.url().startsWith(site.baseURL) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  const visit = async (path: string) => {
    if (visited.has(shape(path))) return;
    visited.add(shape(path));
    await go(page, path);
    await look(page, path);
  };
  for (const { to } of [...jobsOf(role), ...moreJobsOf(role)]) {
    if (visited.has(shape(to))) continue;
    await visit(to);
    const below = await page.locator(links).evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    for (const path of below) await visit(path);
  }
}

test.each(posts)('%s（%s）能打开的每一页，都没有系统内部的代号', async (role, unit) => {
  const found: string[] = [];
  await walk(role, unit, async (page, path) => {
    for (const key of await rawKeys(page)) found.push(`${path} ${key}`);
  });
  expect(found).toEqual([]);
});

test('没有一页向外网要过什么：断了外网照样用', () => {
  expect(visited.size).toBeGreaterThan(40);
  expect(outside).toEqual([]);
});
