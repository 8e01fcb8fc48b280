import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPassword } from '../../people/testing/signedIn.ts';
import { atTime } from '../../platform/now.ts';
import { expectNoSeriousAxeViolations, phone } from '../../platform/testing/browser.ts';
import { type Clerk, openSite, type Site } from '../testing/site.ts';
import { registered, type Staff, staffOf, yingze } from '../testing/story.ts';

let site: Site;
let staff: Staff;
let administrators: Record<'system' | 'security' | 'audit', Clerk>;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  administrators = {
    system: await site.clerk('齐向东', 'systemAdmin', yingze),
    security: await site.clerk('毛岚', 'securityAdmin', yingze),
    audit: await site.clerk('卞静', 'auditAdmin', yingze),
  };
  for (const title of ['楼上漏水赔偿', '楼道堆物', '拖欠工资']) await registered(staff.receptionist, { title });
}, 180_000);
afterAll(() => site?.close());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const rows = (page: Page) => page.locator('[data-row]');

test('没登录时先到登录页，输错说还能试几次，输对回到原来要去的页', async () => {
  const page = await site.visit('/ledger?due=3d');
  await page.getByLabel('登录名').fill(staff.dispatcher.login);
  await page.getByLabel('密码', { exact: true }).fill('不是这个密码');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByText(/账号或密码不对，还可以试 \d 次/)
    .first()
    .waitFor();
  expect(await page.title()).toMatch(/^有 1 处要改 – /);
  await site.logIn(page, staff.dispatcher.login);
  await heading(page, '台账');
  expect(new URL(page.url()).search).toBe('?due=3d');
});

test('登录过期：在原来的页上补登，写了一半的还在，没办成的那一步接着办', async () => {
  const page = await administrators.system.open('/people');
  await page.getByRole('button', { name: '开设账号' }).click();
  const dialog = page.getByRole('dialog', { name: '开设账号' });
  await dialog.getByLabel('姓名').fill('田野');
  await dialog.getByLabel('登录名').fill('tianye');
  await page.context().clearCookies();
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('dialog', { name: '登录过期了' });
  await again.waitFor();
  await expectNoSeriousAxeViolations(page);
  expect(await dialog.getByLabel('姓名').inputValue()).toBe('田野');
  await again.getByLabel('密码', { exact: true }).fill(testPassword);
  await page.keyboard.press('Enter');
  await page.getByText('田野的一次性密码，只显示这一次').waitFor();
});

test('待办只用键盘：选一件、看时限怎么算的、按字母去办、退回来', async () => {
  const page = await staff.dispatcher.open('/work');
  await rows(page).first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  // The keys listen a moment after the rows are seen; k at the top stays at the top.
  await expect
    .poll(async () => {
      await page.keyboard.press('k');
      return focused();
    })
    .toContain('楼上漏水赔偿');
  await page.keyboard.press('j');
  await expect.poll(focused).toContain('楼道堆物');
  await page.keyboard.press('Space');
  await page.getByText(/起算 09-29 周二 08:40/).waitFor();
  await page.keyboard.press('s');
  await page.waitForURL(/\/disputes\/\d{15}\?act=accept$/);
  await page.goBack();
  await heading(page, '我的待办');
});

test('打拼音时按键不动作；单个字母的键可以关掉，组合键照常', async () => {
  const page = await staff.dispatcher.open('/work');
  await rows(page).first().waitFor();
  await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: '/', isComposing: true })));
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '按键' }).waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.getByRole('checkbox', { name: /单个字母/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: '找' }).waitFor();
});

test('念出来的编号一找就到；能怎么找，框里说清楚', async () => {
  const [row] = (await staff.dispatcher.get('/api/work')).items;
  const page = await staff.dispatcher.open('/work');
  await rows(page).first().waitFor();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '找' });
  await dialog.getByPlaceholder(/编号 姓名 电话后四位/).waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.keyboard.type(row.codeShort);
  await dialog.getByRole('option', { selected: true }).filter({ hasText: '编号' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/disputes/${row.code}`);
});

test('台账的条件读得成一句话，住在地址里，能一个一个去掉', async () => {
  const page = await staff.receptionist.open('/ledger?status=registered&category=02');
  await page.getByText('现在看：状态是已登记，类别是邻里').waitFor();
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.keyboard.press('f');
  await page.getByLabel('承办单位').waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.getByRole('button', { name: '去掉「类别是邻里」' }).click();
  await page.getByText('现在看：状态是已登记', { exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('?status=registered');
  await page.goBack();
  await page.getByText('类别是邻里').first().waitFor();
});

test('台账没有合条件的，说出条件，一步去掉', async () => {
  const page = await staff.receptionist.open('/ledger?status=archived');
  await page.getByText('没有「状态是已归档」的事。').waitFor();
  await page.getByRole('link', { name: '去掉全部条件' }).click();
  await rows(page).first().waitFor();
});

test('机构：改一个电话，改前改后看得见，保存后表里是新的', async () => {
  const page = await administrators.system.open('/network');
  await page.getByLabel('在这张表里找').fill('住建');
  await page.getByRole('row', { name: /住建/ }).first().getByRole('button', { name: '改' }).click();
  const dialog = page.getByRole('dialog', { name: '改单位' });
  await dialog.getByLabel('电话').fill('0351-4000001');
  await dialog.getByText('空 → 0351-4000001').waitFor();
  await expectNoSeriousAxeViolations(page);
  await dialog.getByRole('button', { name: /保存改动/ }).click();
  await page.getByText('已保存：电话 空 → 0351-4000001').waitFor();
  await page.getByRole('cell', { name: '0351-4000001' }).waitFor();
});

test('管理员的首页没有纠纷，别的岗位打不开管理页，句子说谁能', async () => {
  const own = await administrators.audit.open('/');
  await heading(own, '操作记录');
  expect(await own.getByRole('link', { name: '台账' }).count()).toBe(0);
  const page = await staff.receptionist.open('/people');
  await page.getByText(/由系统管理员、安全管理员做/).waitFor();
});

test('换成英文，登录页上没有中文', async () => {
  const page = await site.visit('/login');
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Fengqiao');
  const words = await page.locator('form').textContent();
  expect(words).not.toMatch(/\p{Script=Han}/u);
});

const pages: [who: string, path: string, title: string][] = [
  ['dispatcher', '/work', '我的待办'],
  ['receptionist', '/ledger', '台账'],
  ['dispatcher', '/notices', '通知'],
  ['dispatcher', '/settings', '规则'],
  ['dispatcher', '/password', '改密码'],
  ['dispatcher', '/second-factor', '手机令牌'],
  ['system', '/people', '人员'],
  ['system', '/network?part=presences', '机构'],
  ['security', '/sessions?all=1', '登录'],
  ['audit', '/trail', '操作记录'],
];
const clerkOf = (who: string): Clerk =>
  ({ ...staff, ...administrators })[who as keyof Staff | keyof typeof administrators];

test.each(pages)('%s 的 %s：读屏和键盘没有大毛病，手机上不用左右拖整页', async (who, path, title) => {
  const page = await clerkOf(who).open(path);
  await heading(page, title);
  await page.waitForLoadState('networkidle');
  await expectNoSeriousAxeViolations(page);
  await page.setViewportSize(phone);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width).toBeLessThanOrEqual(phone.width);
  await expectNoSeriousAxeViolations(page);
});

test('登录页：读屏没有大毛病，手机上不用左右拖', async () => {
  const page = await site.visit('/login', { viewport: phone });
  await heading(page, '枫桥台');
  await expectNoSeriousAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
});
