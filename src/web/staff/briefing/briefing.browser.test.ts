import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardScene } from '../../../dashboards/testing/boardScene.ts';
import { newId } from '../../../platform/ids.ts';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import type { ServerEngine } from '../../../server/engine.ts';
import { briefLeaders } from '../../../server/recurring.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf, yingze } from '../../testing/story.ts';

const now = atTime('2026-10-14', '07:50');
const long =
  '某小区地下一层车位产权归属和租金分配引起的业主委员会、开发企业、物业服务企业三方之间的纠纷（涉及九十户人家）';
let site: Site;
let staff: Staff;
let leader: Clerk;

async function sentBack(title: string): Promise<string> {
  const { code } = await registered(staff.receptionist, { title });
  await bringTo(staff, code, 'dispatches');
  const reason = { reason: '漏点在公共立管上，不是两户之间的事。', basis: '职责清单：共用设施由物业主管部门负责' };
  await staff.head.post(`/api/disputes/${code}/send-backs`, { ...reason, betterUnitId: '140106-housing' });
  return code;
}

beforeAll(async () => {
  site = await openSite(atTime('2026-10-13', '09:10'));
  staff = await staffOf(site);
  for (let index = 0; index < 7; index += 1) await sentBack(index === 0 ? '公共立管漏水' : `${long}${index}`);
  // A hundred in all: the longest bar of the statistics reaches the end of its scale, its number stands behind it.
  await staff.receptionist.post('/api/visits', {
    services: ['guidance'],
    headCount: 93,
    memo: '',
    commandId: newId(),
  });
  site.it.clock.now = atTime('2026-10-14', '07:30');
  const scene = await boardScene(site.it.adminUrl, now, 800_000);
  const units = [
    'housing',
    'justice',
    'health',
    'education',
    'civilAffairs',
    'transport',
    'emergency',
    'humanResources',
  ];
  for (const [index, unit] of units.entries())
    for (let each = 0; each < 9 - index; each += 1)
      await scene.addDispute({
        lead: `140106-${unit}`,
        title: `${long}${index}`,
        clocks: [
          { due: each - 4 },
          { kind: 'report', due: 0.67 },
          { kind: 'verify', due: -0.33, ...(each > 3 && { stopped: -0.5 }) },
        ],
      });
  await scene.addDispute({ clocks: [{ due: null, ground: 'court' }] });
  await scene.close();
  await briefLeaders(site.it.engine as ServerEngine);
  // Whoever logged in yesterday logs in again.
  site.it.clock.now = now;
  leader = await site.clerk('刘建国', 'centerLeader', yingze);
}, 240_000);
afterAll(() => site?.close());

async function openMorning(): Promise<Page> {
  const page = await leader.open('/');
  await page.waitForURL('**/briefing');
  await page.locator('.chart svg').nth(1).waitFor();
  return page;
}
const heights = (page: Page) => page.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);

test('主任一登录就是晨报：写得满满的也不用往下拉；g w 到我的待办，g b 回来', async () => {
  const page = await openMorning();
  await page.getByRole('heading', { level: 1, name: '晨报 10月14日（周三）' }).waitFor();
  await page.getByText('7:30 的晨报，那时要拍板 7').waitFor();
  for (const part of ['要我拍板的', '今天还来得及的', '昨天对照计划', '窗口谁没到', '在办怎么对上'])
    await page.getByRole('region', { name: part }).waitFor();
  expect(await page.getByRole('region', { name: '要我拍板的' }).getByRole('listitem').count()).toBe(5);
  const [height = 0, screen = 0] = await heights(page);
  expect(height).toBeLessThanOrEqual(screen);
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await page.getByRole('heading', { name: '我的待办' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { level: 1, name: /^晨报/ }).waitFor();
});

test('一按就到要做的那一步；后果写在旁边', async () => {
  const page = await openMorning();
  const row = page
    .getByRole('region', { name: '要我拍板的' })
    .getByRole('listitem')
    .filter({ hasText: '公共立管漏水' });
  await row.getByText(/后「.+」算逾期.*发第1次督办单|已逾期/).waitFor();
  await row.getByRole('button', { name: '裁定：公共立管漏水' }).click();
  await page.getByRole('region', { name: '裁定', exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('act')).toBe('rule');
});

test('每个数都是链接，打开的名单就是那么多件；图有表，表里每个数也打得开', async () => {
  const page = await openMorning();
  for (const [name, least] of [
    ['昨天对照计划', 5],
    ['在办怎么对上', 1],
  ] as const) {
    const numbers = page.getByRole('region', { name }).locator('dd');
    expect(await numbers.count()).toBeGreaterThanOrEqual(least);
    expect(await numbers.count()).toBe(await page.getByRole('region', { name }).locator('dd a').count());
  }
  expect(await page.locator('.open-line a').count()).toBeGreaterThan(2);
  const link = page.getByRole('link', { name: /^还没办 \d+ 件$/ });
  const count = await link.innerText();
  await link.click();
  await page.getByRole('heading', { level: 1, name: /10月13日（周二）到期，还没办的/ }).waitFor();
  await page.getByText(`${count} 件`).first().waitFor();
  await page.goBack();
  const chart = page.getByRole('figure').first();
  await chart.getByRole('button', { name: '看表' }).press('Enter');
  const table = chart.getByRole('table');
  await table.waitFor();
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['单位', '逾期', '将到期', '暂停']);
  const first = table.getByRole('row').nth(1).getByRole('link').first();
  const late = await first.innerText();
  await first.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^逾期：/ }).waitFor();
  await page.getByText(`${late} 件`).first().waitFor();
});

test('图读屏读得出发现了什么；没有颜色也分得清：有花纹、有数、有字', async () => {
  const page = await openMorning();
  const chart = page.getByRole('figure').first();
  const spoken = await chart.getByRole('img').first().getAttribute('aria-label');
  expect(spoken).toMatch(/^逾期最多的是.+，\d+ 件。数字在表里/);
  const drawn = await chart
    .locator('svg')
    .first()
    .evaluate((svg) => ({
      patterns: svg.querySelectorAll('pattern').length,
      words: svg.textContent ?? '',
    }));
  expect(drawn.patterns).toBeGreaterThan(0);
  for (const word of ['逾期', '将到期', '暂停']) expect(drawn.words).toContain(word);
  expect(drawn.words).toMatch(/\d/);
});

test.each([
  ['大屏', desktop],
  ['手机', phone],
] as const)('%s：读屏读得出、不比屏幕宽、没有英文、最多一个主按钮', async (_, size) => {
  const page = await openMorning();
  await page.setViewportSize(size);
  await page.getByRole('button', { name: '看表' }).first().click();
  await page.getByRole('figure').first().getByRole('table').waitFor();
  await examine(page);
});

test('要不要每天告诉我，勾一下就记住', async () => {
  const page = await openMorning();
  await page.getByRole('checkbox', { name: '每天 7:30 告诉我' }).check();
  await expect.poll(async () => (await leader.get('/api/briefing')).wanted).toBe(true);
  await page.reload();
  await expect.poll(() => page.getByRole('checkbox', { name: '每天 7:30 告诉我' }).isChecked()).toBe(true);
});

test('督办台和统计在手机上不比屏幕宽，图也在', async () => {
  for (const path of ['/supervision', '/reports']) {
    const page = await leader.open(path);
    await page.setViewportSize(phone);
    await page.locator('.chart svg').first().waitFor();
    await examine(page);
  }
});

test('图上的字一个也没有画到图外面', async () => {
  for (const path of ['/briefing', '/supervision', '/reports']) {
    const page = await leader.open(path);
    await page.locator('.chart svg text').first().waitFor();
    const cut = await page.locator('.chart svg').evaluateAll((pictures) =>
      pictures.flatMap((picture) => {
        const { left, right } = picture.getBoundingClientRect();
        return [...picture.querySelectorAll('text')]
          .filter((text) => text.getBoundingClientRect().right > right || text.getBoundingClientRect().left < left)
          .map(({ textContent }) => textContent);
      }),
    );
    expect([path, cut]).toEqual([path, []]);
  }
});
