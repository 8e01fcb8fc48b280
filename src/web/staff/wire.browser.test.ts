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

type Sent = { url: string; type: string; bytes: number };

/** What a page with an empty cache asks for until it is quiet, and how much of it went over the wire. */
async function onTheWire(page: Page, path: string, ready: (page: Page) => Promise<unknown>): Promise<Sent[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: false });
  await devtools.send('Network.clearBrowserCache');
  const sent = new Map<string, Sent>();
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    sent.set(requestId, { url: response.url.slice(site.baseURL.length), type, bytes: 0 });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = sent.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await page.goto(path);
  await ready(page);
  await page.waitForTimeout(2_000);
  return [...sent.values()];
}

function report(name: string, sent: Sent[]): void {
  const by = Map.groupBy(sent, ({ type }) => type);
  console.log(
    name,
    sent.length,
    sent.reduce((s, x) => s + x.bytes, 0),
  );
  for (const [type, all] of by)
    console.log(
      '  ',
      type,
      all.length,
      all.reduce((s, x) => s + x.bytes, 0),
    );
  for (const { url, bytes, type } of sent.toSorted((a, b) => b.bytes - a.bytes).slice(0, 45))
    console.log('     ', bytes, type, url);
}

test('login', async () => {
  const page = await site.visit('/login');
  report('login', await onTheWire(page, '/login', (p) => p.getByLabel('登录名').waitFor()));
});
test('work', async () => {
  const page = await staff.dispatcher.open('/c');
  report('work', await onTheWire(page, '/work', (p) => p.getByRole('heading', { name: '待办' }).waitFor()));
  expect(1).toBe(1);
});
