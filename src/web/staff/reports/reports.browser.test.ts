import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { october, reportScene } from '../../../reports/testing/reportScene.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { type Staff, staffOf } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

const sample = (name: string) => fileURLToPath(new URL(`../../../../seeds/samples/${name}`, import.meta.url));
let site: Site;
let staff: Staff;
const addresses: Record<string, string> = {};

beforeAll(async () => {
  site = await openSite(atTime('2026-11-02', '09:00'));
  staff = await staffOf(site);
  const scene = await reportScene(site.it.adminUrl);
  await october(scene);
  await scene.close();
}, 180_000);
afterAll(() => site?.close());

const eventually = (what: () => Promise<string | null>) => expect.poll(what, { timeout: 15_000 });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1 }).filter({ hasText: name });

test('只用键盘：打开统计，回到十月，点开一个数看名单，再退回来', async () => {
  const page = await staff.leader.open('/reports');
  await heading(page, '统计报表').waitFor();
  await page.getByRole('link', { name: '← 上一期' }).press('Enter');
  await page.getByText('2026年10月', { exact: true }).waitFor();
  await page.getByRole('link', { name: '受理，本期 4，看名单' }).first().press('Enter');
  await heading(page, '受理').waitFor();
  await page.getByText('4 件 · 截至', { exact: false }).waitFor();
  expect(await page.getByRole('row').count()).toBe(5);
  await page.goBack();
  await page.getByText('2026年10月', { exact: true }).waitFor();
});

test('报出一份：先说会怎样，报出后定住，再数一遍看得到一样', async () => {
  const page = await staff.leader.open('/reports?day=2026-10-01');
  await page.getByRole('button', { name: '报出这一份' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^报出/ });
  await dialog.getByText('以后补录、改动都不改它', { exact: false }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已报出，数字定住了。').waitFor();
  await page.getByRole('link', { name: /迎泽区 2026年10月报表/ }).press('Enter');
  await page.getByText('和报出时一样，没有被改过。').waitFor();
  await page.getByRole('button', { name: '按那一刻再数一遍' }).press('Enter');
  await page.getByText('再数一遍，每个数都一样。').waitFor();
  addresses.snapshot = new URL(page.url()).pathname;
});

test('传一张空表，键盘对一次：方向键走、Y 用建议、Enter 去右边写没有人能答的，再填十月报出', async () => {
  const page = await staff.dispatcher.open('/reports/forms');
  await page.getByText('还没有上级的表。', { exact: false }).waitFor();
  await page.getByRole('button', { name: '传一张空表' }).press('Enter');
  await page.getByLabel('空表文件（.xlsx、.docx）').setInputFiles(sample('superior-monthly.xlsx'));
  await page.getByLabel('表名').fill('演示月报');
  await page.keyboard.press('Control+Enter');
  await heading(page, '演示月报').waitFor();
  addresses.form = new URL(page.url()).pathname;
  const cell = (ref: string) => page.locator(`[data-cell="${ref}"]`);
  const typist = typistAt(page);
  await cell('B5').focus();
  await typist.press('Enter', 'Escape');
  await page.getByRole('complementary', { name: 'B5 格' }).getByText('建议：', { exact: false }).waitFor();
  await cell('B5').focus();
  await typist.press('y');
  await page.getByText('存好了。').waitFor();
  await eventually(() => cell('B5').textContent()).toContain('本期 受理：婚姻家庭');
  // The next cell that waits has the focus by itself.
  await typist.isAt(cell('C5'));
  await typist.press('ArrowDown');
  await typist.isAt(cell('C6'));
  // What is sure is taken at once; the unsure stay, and the page says how many and why.
  await page.getByText('10 格没有建议', { exact: false }).waitFor();
  await page.getByRole('button', { name: /^采用 \d+ 条定的建议$/ }).press('Enter');
  await eventually(() => cell('G13').textContent()).toContain('协议涉及金额：其他');
  expect(typist.navigationKeys).toBeLessThan(10);
  await page.getByRole('button', { name: '填这一期' }).press('Enter');
  await heading(page, '演示月报 2026年10月').waitFor();
  addresses.fill = new URL(page.url()).pathname;
  await eventually(() => cell('B5').textContent()).toContain('2');
  await cell('H5').focus();
  await cell('H5').press('Enter');
  await page.getByLabel('写什么').fill('2');
  await page.getByLabel('根据什么').fill('司法所来电话报的');
  await page.keyboard.press('Control+Enter');
  await page.getByText('司法所来电话报的', { exact: false }).first().waitFor();
  await eventually(() => cell('H5').textContent()).toContain('人写');
  await page.getByRole('button', { name: '报出' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^报出/ });
  await dialog.getByText('数和手写的都定住', { exact: false }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('和报出时一样，没有被改过。').waitFor();
  await cell('B5').click();
  await page.getByRole('link', { name: '「受理」怎么数的' }).waitFor();
  await page.getByRole('link', { name: '看名单' }).press('Enter');
  await heading(page, '受理 · 婚姻家庭').waitFor();
  await page.getByText('另有 1 件限制知悉，不列出', { exact: false }).waitFor();
});

test('「未达成协议」旁边的「达成协议」：定的一次采用，不定的说清为什么、一格一格看，句子里的空也能填', async () => {
  const page = await staff.dispatcher.open('/reports/forms');
  await page.getByRole('button', { name: '传一张空表' }).press('Enter');
  const blank = fileURLToPath(new URL('../../../sheets/testing/forms/chart.xlsxwriter.xlsx', import.meta.url));
  await page.getByLabel('空表文件（.xlsx、.docx）').setInputFiles(blank);
  await page.getByLabel('表名').fill('演示统计表');
  await page.keyboard.press('Control+Enter');
  await heading(page, '演示统计表').waitFor();
  addresses.chart = new URL(page.url()).pathname;
  const cell = (ref: string) => page.locator(`[data-cell="${ref}"]`).first();
  await eventually(() => cell('C4').getAttribute('aria-label')).toContain('建议，定');
  await eventually(() => cell('D4').getAttribute('aria-label')).toContain('建议，要看');
  await page.getByText(/另有 \d+ 条要一格一格看（.*说法不一 3 条/).waitFor();
  await cell('D4').press('Enter');
  const panel = page.getByRole('complementary', { name: 'D4 格' });
  await panel
    .getByRole('list', { name: '为什么要看' })
    .getByText('「未达成协议」各地说法不一', { exact: false })
    .waitFor();
  await panel.getByText('「未达成协议（件）」里的「未达成协议」 → 数 没调成').waitFor();
  await cell('G4').click();
  await page.getByText('没有建议：「环比」没看懂', { exact: false }).waitFor();
  await cell('E4').click();
  await page.getByText('数出 7/8 时写 0.875，格子显示 87.5%').waitFor();
  await page.getByRole('button', { name: /^采用 \d+ 条定的建议$/ }).press('Enter');
  await eventually(() => cell('C4').textContent()).toContain('调解成功：婚姻家庭');
  expect(await cell('D4').textContent()).toContain('建议，要看');
  await cell('A8').press('Enter');
  const sentence = page.getByRole('complementary', { name: 'A8 格' });
  await sentence.getByLabel('第 2 处：件，其中调解成功＿＿件。').waitFor();
  await page.keyboard.press('Control+Enter');
  await eventually(() => cell('A8').textContent()).toContain('填空');
});

test('负担页：一年多问一项要多少小时，换一种问法马上看到', async () => {
  const page = await staff.leader.open('/reports/burden');
  await page.getByText('这些表一年一共约', { exact: false }).waitFor();
  await page.getByText(/一年多花 [\d.]+ 小时（\d+ 次）/).waitFor();
});

test.each([
  ['leader', '/reports?day=2026-10-01', '统计报表'],
  ['leader', '/reports?kind=mediation&day=2026-10-01', '统计报表'],
  ['supervisor', '/reports/figures?what=accepted&from=2026-10-01&to=2026-10-31', '受理'],
  ['receptionist', '/reports/figures?what=personTimes&from=2026-10-01&to=2026-10-31', '接待人次'],
  ['leader', 'snapshot', '报表'],
  ['dispatcher', '/reports/forms', '上级的表'],
  ['dispatcher', 'form', '演示月报'],
  ['dispatcher', 'fill', '演示月报'],
  ['dispatcher', 'chart', '演示统计表'],
  ['leader', '/reports/burden', '填表负担'],
] as const)('%s 看 %s：读屏读得出、不比屏幕宽、没有英文、最多一个主按钮', async (who, address, title) => {
  const page = await staff[who].open(addresses[address] ?? address);
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await heading(page, title).waitFor();
    if (!['/reports/forms', 'form', 'chart'].includes(address)) await page.getByText(/截至/).first().waitFor();
    await examine(page);
  }
});

test('承办人打开统计，说得出谁能看', async () => {
  const page = await staff.handler.open('/reports');
  await page.getByText('这个岗位看不到这一页').waitFor();
});
