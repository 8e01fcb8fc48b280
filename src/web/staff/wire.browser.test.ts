import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { openSite, type Site } from '../testing/site.ts';
import { type Staff, staffOf } from '../testing/story.ts';

let site: Site;
let staff: Staff;
beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '09:00'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

type Load = { bytes: number; files: number };

/** A page opened with an empty cache, until it is quiet: all bytes, and how many files it is made of. */
async function loadOf(page: Page, path: string, shown: string): Promise<Load> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  await page.goto('about:blank');
  const load = { bytes: 0, files: 0 };
  devtools.on('Network.responseReceived', ({ type }) => {
    if (['Document', 'Script', 'Stylesheet'].includes(type)) load.files += 1;
  });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    load.bytes += encodedDataLength;
  });
  // The list of fallback fonts comes last, after the page.
  const fonts = page.waitForResponse(/fonts-.*\.css$/);
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: shown }).waitFor();
  await (await fonts).finished();
  return load;
}

test('登录页一来就在：不到 150 kB', async () => {
  const { bytes, files } = await loadOf(await site.visit('/login'), '/login', '枫桥台');
  expect(bytes).toBeLessThan(150_000);
  expect(files).toBeLessThanOrEqual(8);
});

const homes = [
  ['dispatcher', '/work', '待办'],
  ['receptionist', '/reception', '接待登记'],
  ['supervisor', '/supervision', '督办'],
] as const;

test.each(homes)('%s 第一次打开 %s：不到 400 kB，看到东西之前不超过 20 个请求', async (who, path, heading) => {
  const { bytes, files } = await loadOf(await staff[who].open('/robots.txt'), path, heading);
  expect(bytes).toBeLessThan(400_000);
  // Before anything stands on the page, it also asks who it is for.
  expect(files + 1).toBeLessThanOrEqual(20);
});

test('做好的文件压好了送，问不起的照原样送；缓存分得清哪一种', async () => {
  const page = await (await fetch(`${site.baseURL}/login`)).text();
  const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
  const ask = (accepts: string) => fetch(site.baseURL + script, { headers: { 'accept-encoding': accepts } });
  for (const [accepts, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const { headers } = await ask(accepts);
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
    expect(headers.get('cache-control')).toContain('immutable');
  }
});
