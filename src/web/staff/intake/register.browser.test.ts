import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let receptionist: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  receptionist = await site.clerk('贾敏', 'receptionist', yingze);
}, 120_000);
afterAll(() => site?.close());

const part = (page: Page, name: string) => page.getByRole('region', { name });
const applicant = (page: Page) => part(page, '来的是谁');
const respondent = (page: Page) => part(page, '对方');
const numberOf = (page: Page) => applicant(page).getByLabel('证件号', { exact: true });

/** The code of what was just registered, as the strip says it. */
async function registeredCode(page: Page): Promise<string> {
  const strip = page.getByRole('heading', { name: /^已登记 140106/ });
  await strip.waitFor();
  return (/140106 26 \d{6} \d/.exec((await strip.textContent()) ?? '')?.[0] ?? '').replaceAll(' ', '');
}

/** Everything but who came: a neighbor's leak in Yingze street. */
async function theRest(page: Page): Promise<void> {
  const hands = typistAt(page);
  await page.getByLabel('类别').focus();
  await hands.pick('ll', '邻里');
  await page.getByLabel(/^经过/).fill('9月20日起楼上漏水，天花板泡坏，找过两次没有结果。');
  await respondent(page).getByLabel('姓名').fill('任建军');
  await page.getByLabel('发生地点').focus();
  await hands.pick('yzjd', '迎泽街道');
}

test('接待员从登录到小票只用键盘：两方当事人，导航键不超过 45 个，按每键 200 毫秒算不超过 90 秒', async () => {
  const page = await site.visit('/login');
  const door = typistAt(page);
  await door.isAt(page.getByLabel('登录名'));
  await door.write(receptionist.login);
  await door.press('Tab');
  await door.write('Bridge-2026-maple');
  await door.press('Enter');

  await page.getByRole('heading', { name: '接待登记' }).waitFor();
  const hands = typistAt(page);
  await hands.isAt(applicant(page).getByLabel('姓名'));
  await hands.write('郭秀兰');
  await hands.press('Enter');
  await hands.isAt(applicant(page).getByLabel('电话'));
  await hands.write('13800001234');
  await hands.press('Enter');
  await hands.isAt(numberOf(page));
  await hands.write('11010519491231002X');
  await hands.press('Enter');
  await applicant(page).getByText('1949年12月31日出生，女').waitFor();
  await hands.write('3号楼401');
  await hands.press('Enter');
  await hands.isAt(page.getByLabel('类别'));
  await hands.pick('ll', '邻里');
  await hands.isAt(page.getByLabel(/^经过/));
  await hands.write('9月20日起楼上卫生间漏水，泡坏天花板和吊柜，上楼找过两次，没有结果，物业说不归物业修。');
  await hands.press('Enter');
  await hands.write('修好漏点，赔偿损失。');
  await hands.press('Enter');
  await hands.isAt(respondent(page).getByLabel('姓名'));
  await hands.write('任建军');
  await hands.press('Enter');
  await hands.write('13800005678');
  await hands.press('Enter');
  await hands.isAt(page.getByLabel('发生地点'));
  await hands.pick('yzjd', '迎泽街道');
  await hands.isAt(page.getByLabel('详细地点'));
  await hands.write('3号楼2单元');
  await hands.press('Enter');
  await hands.isAt(page.getByLabel('金额（元）'));
  await hands.write('8000');
  await hands.press('Enter', '1');
  const slip = page.waitForResponse((answer) => answer.url().endsWith('/slips'));
  await hands.press('Control+Enter');

  const code = await registeredCode(page);
  const paper = await slip;
  expect(paper.status()).toBe(200);
  expect(paper.headers()['content-type']).toContain('application/pdf');
  expect(hands.navigationKeys).toBeLessThanOrEqual(45);
  expect(hands.seconds).toBeLessThanOrEqual(90);

  const { parties, facts, place } = await receptionist.get(`/api/disputes/${code}`);
  expect(parties.map(({ side, name }: { side: string; name: string }) => [side, name])).toEqual([
    ['applicant', '郭秀兰'],
    ['respondent', '任建军'],
  ]);
  expect(facts).toMatchObject({ amountCents: 800_000, willing: 'yes' });
  expect(JSON.stringify(place)).toContain('迎泽街道');
  // The slip opens in a page of its own, and takes the keys until one is back.
  await page.getByText(/已在新的一页打开/).waitFor();
  await hands.press('Control+Enter');
  await hands.isAt(applicant(page).getByLabel('姓名'));
});

test('身份证号校验不符就登记不了，话里不说是哪一位；写明原因以后照登', async () => {
  const page = await receptionist.open('/reception');
  await applicant(page).getByLabel('姓名').fill('马国强');
  await numberOf(page).fill('110105194912310021');
  await numberOf(page).press('Enter');
  const sentence = applicant(page).getByText(/身份证号.*校验不符/);
  await sentence.waitFor();
  expect(await sentence.textContent()).not.toMatch(/最后一位|末位|第\d+位|应为|应是/);
  await theRest(page);
  await page.getByRole('radio', { name: '还没想好' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: '校验不符' }).first().waitFor();
  expect(await page.title()).toMatch(/^有 1 处要改/);

  await page.getByRole('button', { name: '号码就是这样，写明原因' }).click();
  await page.getByLabel('没有证件或号码特殊的原因').fill('老证一直是这个号，派出所开了证明。');
  await page.keyboard.press('Control+Enter');
  const { parties } = await receptionist.get(`/api/disputes/${await registeredCode(page)}`);
  expect(parties[0].idException).toContain('派出所');
});

test('信用代码不对只提醒：对照过执照就照登', async () => {
  const page = await receptionist.open('/reception');
  await applicant(page).getByRole('radio', { name: '单位' }).click();
  await applicant(page).getByLabel('单位名称').fill('示例安居物业服务有限公司');
  await numberOf(page).fill('91140100MA0EXAMPL1');
  await numberOf(page).press('Enter');
  await applicant(page)
    .getByText(/信用代码.*照登/)
    .first()
    .waitFor();
  await theRest(page);
  await page.getByRole('radio', { name: '愿意', exact: true }).click();
  await page.getByRole('button', { name: '信用代码对照过执照，确认无误' }).click();
  await page.keyboard.press('Control+Enter');
  await registeredCode(page);
});

test('不愿意调解，马上看到还有哪些路，照样登记拿号', async () => {
  const page = await receptionist.open('/reception');
  await applicant(page).getByLabel('姓名').fill('任秀珍');
  await applicant(page).getByLabel('证件号', { exact: true }).fill('11010519491231002X');
  await theRest(page);
  await page.getByRole('radio', { name: '不愿意' }).click();
  const routes = page.getByRole('region', { name: '不调解，他可以走的路' });
  await routes.getByText('人民法院').first().waitFor();
  await routes.getByText('照样登记，发编号和小票。').waitFor();
  await page.keyboard.press('Control+Enter');
  const { facts } = await receptionist.get(`/api/disputes/${await registeredCode(page)}`);
  expect(facts.willing).toBe('no');
});

test('写到一半刷新页面，字都在；登录过期，原地输密码接着登，一个字不丢，也只登记一次', async () => {
  const page = await receptionist.open('/reception');
  await applicant(page).getByLabel('姓名').fill('武桂芳');
  await numberOf(page).fill('11010519491231002X');
  await page.getByLabel(/^经过/).fill('10多户下水堵塞');
  await page.getByText('草稿已留在本机').waitFor();
  await page.reload();
  await page.getByText('接着上次没登完的写').waitFor();
  expect(await applicant(page).getByLabel('姓名').inputValue()).toBe('武桂芳');
  expect(await page.getByLabel(/^经过/).inputValue()).toBe('10多户下水堵塞');

  await theRest(page);
  await page.getByRole('radio', { name: '愿意', exact: true }).click();
  await page.context().clearCookies();
  const facts = '9月20日起楼上漏水，天花板泡坏，找过两次没有结果。物业来看过。';
  await page.getByLabel(/^经过/).fill(facts);
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '登录过期了' });
  await dialog.getByText('写好的内容都还在').waitFor();
  await site.logIn(page, receptionist.login);
  const code = await registeredCode(page);
  const registered = await receptionist.get(`/api/disputes/${code}`);
  expect(registered.facts.facts).toBe(facts);
  expect(registered.parties[0].name).toBe('武桂芳');
});
