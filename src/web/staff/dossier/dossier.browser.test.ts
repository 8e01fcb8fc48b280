import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { expectNoSeriousAxeViolations, phone } from '../../../platform/testing/browser.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('卷宗：从纠纷页进来，看到有什么、还缺什么，用键盘装订成卷，取到文件', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await staff.handler.open(`/disputes/${code}`);
  await page.getByRole('link', { name: '卷宗', exact: true }).click();
  await page.getByRole('heading', { name: '卷宗', exact: true }).waitFor();
  await page.getByText(/^还缺：.*人民调解协议书/).waitFor();
  const row = page.getByRole('row', { name: /人民调解协议书/ });
  await row.getByText('达成协议后定稿').waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.getByRole('button', { name: '装订成卷' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^装订好了，\d+ 页。/).waitFor({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '取文件' }).click();
  expect(await (await download).failure()).toBeNull();
  await page.getByRole('link', { name: /^卷宗（\d+ 页）/ }).waitFor();
  if (process.env.KEEP_PAPERS) {
    await page.screenshot({ path: `${process.env.KEEP_PAPERS}/page.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env.KEEP_PAPERS}/phone.png`, fullPage: true });
  }
  await page.close();
});

const shoot = async (page: Page, name: string): Promise<void> => {
  if (process.env.KEEP_PAPERS)
    await page.screenshot({ path: `${process.env.KEEP_PAPERS}/${name}.png`, fullPage: true });
};

/** A photo of a wall, put among the files by whoever is logged in there. */
const addPhoto = (page: Page, code: string, name: string): Promise<void> =>
  page.evaluate(
    async ([matter = '', file = '']) => {
      const canvas = document.createElement('canvas');
      canvas.width = 400;
      canvas.height = 300;
      canvas.getContext('2d')?.fillRect(0, 0, 400, 300);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
      const body = new FormData();
      body.append('file', blob as Blob, file);
      const [{ id }] = await (await fetch('/api/uploads', { method: 'POST', body })).json();
      const answer = await fetch(`/api/disputes/${matter}/files`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ uploads: [id] }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    [code, name],
  );

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('封面、证据的次序、保管期限：只用键盘填好，证件复印件要写理由；新到的材料会说出来；手机上不用左右拖', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await staff.handler.open(`/disputes/${code}/dossier`);
  await addPhoto(page, code, '天花板.jpg');
  await addPhoto(page, code, '任建军身份证.jpg');
  await addPhoto(page, code, '吊柜.jpg');
  await page.reload();
  await page.getByText(/^还没有签回来：人民调解申请书、人民调解受理登记表、当事人权利义务告知书 2 份/).waitFor();
  await page.getByText('装订 2 份，一共 3 份').waitFor();
  await shoot(page, 'cover-seen');
  await page.getByRole('button', { name: '改封面、证据和保管期限' }).press('Enter');
  const form = page.getByRole('region', { name: '封面、证据和保管期限' });
  await form.getByLabel('卷名').waitFor();
  await expectNoSeriousAxeViolations(page);
  await form.getByLabel('卷名').fill('郭秀兰、任建军漏水赔偿');
  await form.getByLabel('检查人').fill('王芳');
  await form.getByRole('radio', { name: '短期' }).press('Space');
  // The wall before the cupboard: down by one, and the focus goes along with its line.
  const order = form.getByRole('list', { name: /^证据/ });
  const names = () =>
    order.getByRole('checkbox').evaluateAll((all) => all.map((each) => each.closest('label')?.textContent));
  await form.getByRole('button', { name: '下移 天花板.jpg' }).press('Enter');
  await expect.poll(names).toEqual(['任建军身份证.jpg', '天花板.jpg', '吊柜.jpg']);
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['任建军身份证.jpg', '吊柜.jpg', '天花板.jpg']);
  await order.getByRole('checkbox', { name: '任建军身份证.jpg' }).press('Space');
  await page.keyboard.press('Control+Enter');
  await form.getByText('写一句为什么').first().waitFor();
  await form.getByLabel('为什么要装订证件复印件').fill('法院确认时要用');
  await form.getByLabel(/^为什么保管这么久/).fill('当场付清，以后用不上');
  await shoot(page, 'cover-form');
  await page.setViewportSize(phone);
  expect(await sideways(page)).toBe(false);
  await shoot(page, 'cover-form-phone');
  await page.keyboard.press('Control+Enter');
  await page.getByText('封面保存好了。').waitFor();
  await page.getByText('短期：当场付清，以后用不上').waitFor();
  await page.getByText('装订 3 份，一共 3 份').waitFor();
  expect(await sideways(page)).toBe(false);
  await addPhoto(page, code, '复查.jpg');
  await page.reload();
  await page.getByText('新到的材料 1 份，还没有排进卷宗。').waitFor();
  await page.getByRole('button', { name: '排进去' }).press('Enter');
  await form.getByText('新到的').waitFor();
  await shoot(page, 'cover-fresh-phone');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '把签好的扫进来' }).press('Enter');
  await page.getByText(/「楼上漏水赔偿」的纸/).waitFor();
  expect(new URL(page.url()).searchParams.get('of')).toBe(code);
  expect(await sideways(page)).toBe(false);
  await expectNoSeriousAxeViolations(page);
  await shoot(page, 'scans-of-phone');
  await page.getByRole('link', { name: '回到卷宗' }).click();
  await page.getByRole('heading', { name: '卷宗', exact: true }).waitFor();
  await page.close();
});

test('两个人同时改封面：后面的人看得到，写的都在', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const [mine, other] = [
    await staff.handler.open(`/disputes/${code}/dossier`),
    await staff.receptionist.open(`/disputes/${code}/dossier`),
  ];
  for (const [page, title] of [
    [mine, '我写的卷名'],
    [other, '同事写的卷名'],
  ] as const) {
    await page.getByRole('button', { name: '改封面、证据和保管期限' }).click();
    await page.getByLabel('卷名').fill(title);
  }
  await other.getByRole('button', { name: /^保存封面/ }).click();
  await other.getByText('封面保存好了。').waitFor();
  await mine.getByRole('button', { name: /^保存封面/ }).click();
  await mine.getByText('卷宗刚刚被别人改过').waitFor();
  expect(await mine.getByLabel('卷名').inputValue()).toBe('我写的卷名');
  await Promise.all([mine.close(), other.close()]);
});

test('归档时说得出卷宗还缺什么、哪些没有签回来；不选保管期限就按建议，照样归得了档', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'strike-offs');
  const page = await staff.closer.open(`/disputes/${code}?act=archive`);
  const form = page.getByRole('region', { name: '归档' });
  await form.getByText(/^卷宗还缺：身份证明、人民调解记录/).waitFor();
  await form.getByText(/^还没有签回来：/).waitFor();
  await form.getByText(/^建议：永久。没有另外规定的都永久保管。不选就按建议。/).waitFor();
  await expectNoSeriousAxeViolations(page);
  await form.getByLabel(/^说明/).fill('分期履行，接着盯。');
  await shoot(page, 'archive');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已归档').first().waitFor();
  await page.goto(`/disputes/${code}/dossier`);
  await page.getByText('永久：没有另外规定的都永久保管。', { exact: true }).waitFor();
  await page.close();
});
