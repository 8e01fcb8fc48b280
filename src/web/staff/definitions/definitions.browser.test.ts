import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardScene } from '../../../dashboards/testing/boardScene.ts';
import { allDefinitions } from '../../../definitions/definitions.ts';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { october, reportScene } from '../../../reports/testing/reportScene.ts';
import { everyState } from '../../testing/everyState.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '09:10'));
  staff = await staffOf(site);
  await everyState(staff);
  const now = atTime('2026-10-20', '15:00');
  site.it.clock.now = now;
  const reports = await reportScene(site.it.adminUrl, 700_000);
  await october(reports);
  await reports.close();
  const board = await boardScene(site.it.adminUrl, now, 800_000);
  for (const lead of ['140106-housing', '140106-justice'])
    await board.addDispute({ lead, clocks: [{ due: -2 }, { kind: 'report', due: 0.2 }] });
  await board.addDispute({ clocks: [{ due: null, ground: 'court' }] });
  await board.close();
  staff = await staffOf(site);
}, 240_000);
afterAll(() => site?.close());

/** Figures that open a list, and whether the block they stand in leads to what they count. */
const figuresOf = (page: Page) =>
  page.evaluate(() => {
    const lists = '/supervision/matters /reports/figures /ledger'.split(' ');
    const numbers = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].filter(
      (link) => lists.includes(link.pathname) && /\d/.test(link.innerText),
    );
    return numbers.map((link) => {
      const block = link.closest('section:not(.table-scroll), figure, .with-how');
      const how = block?.querySelector<HTMLAnchorElement>('a[href*="/definitions#"]');
      return { figure: link.getAttribute('aria-label') ?? link.innerText, how: how ? new URL(how.href).hash : null };
    });
  });

const anchors = new Set(allDefinitions().map(({ id }) => `#${id}`));

test.each([
  ['/briefing', 12],
  ['/supervision', 20],
  ['/reports?day=2026-10-01', 20],
  ['/reports?kind=mediation&day=2026-10-01', 20],
  ['/ledger/dimensions', 10],
] as const)('%s：每个数旁边都有「怎么数的」，指到口径页上有的一条', async (path, least) => {
  const page = await staff.leader.open(path);
  await page.locator('main a[href*="/definitions#"]').first().waitFor();
  await expect.poll(async () => (await figuresOf(page)).length).toBeGreaterThan(least);
  for (const { figure, how } of await figuresOf(page))
    expect([figure, how !== null && anchors.has(how)]).toEqual([figure, true]);
});

test.each([
  ['/ledger', 'ledgerStatuses'],
  ['/supervision/matters?state=late', 'board.late'],
  ['/supervision/matters?state=dueToday', 'board.dueToday'],
  ['/reports/figures?what=accepted&from=2026-10-01&to=2026-10-20', 'accepted'],
] as const)('名单 %s 的件数也指到它的口径', async (path, id) => {
  const page = await staff.leader.open(path);
  const link = page.locator(`main a[href*="/definitions#${id}"]`).first();
  await link.waitFor();
  await link.press('Enter');
  await page.getByRole('heading', { level: 1, name: '口径' }).waitFor();
  await page.locator('.definition-here').waitFor();
  expect(await page.locator('.definition-here').getAttribute('id')).toBe(id);
  await expect
    .poll(() =>
      page.locator('.definition-here').evaluate((line) => line.getBoundingClientRect().top < window.innerHeight),
    )
    .toBe(true);
});

test('口径页、晨报、督办台、台账说的是同一个等式、同样的数；台账和督办台的一按才数', async () => {
  const said: string[] = [];
  for (const path of ['/definitions', '/briefing', '/supervision', '/ledger']) {
    const page = await staff.leader.open(path);
    const fold = page.getByText('和别处的数怎么对上');
    if (path === '/supervision' || path === '/ledger') {
      await fold.waitFor();
      expect(await page.locator('.open-line').count()).toBe(0);
      await fold.press('Enter');
    }
    const line = page.locator('.open-line').first();
    await line.waitFor();
    said.push((await line.innerText()).replaceAll(/\s+/g, ' '));
  }
  expect(said[0]).toMatch(/台账未销号 \d+ = 未办结 \d+ \+ 办结没销号 \d+/);
  expect(new Set(said).size).toBe(1);
});

test('从收藏的地址直接打开一条，停在那一条上；换一条也跟着换', async () => {
  const page = await staff.leader.open('/definitions#successRate');
  await page.locator('.open-line').waitFor();
  expect(await page.locator('.definition-here').getAttribute('id')).toBe('successRate');
  await page.goto(page.url().replace('successRate', 'board.paused'));
  await expect.poll(() => page.locator('.definition-here').getAttribute('id')).toBe('board.paused');
});

test.each([
  ['大屏', desktop],
  ['手机', phone],
] as const)('口径页在%s上：读屏读得出、不比屏幕宽、没有英文', async (_, size) => {
  const page = await staff.leader.open('/definitions');
  await page.setViewportSize(size);
  await page.locator('.open-line').waitFor();
  await examine(page);
});
