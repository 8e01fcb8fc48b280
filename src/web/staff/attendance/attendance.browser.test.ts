import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { street, yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let people: Record<'desk' | 'leader' | 'dispatcher' | 'absent' | 'head' | 'colleague' | 'health', Clerk>;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:10'));
  people = {
    desk: await site.clerk('贾敏', 'receptionist', yingze),
    leader: await site.clerk('郭志明', 'centerLeader', yingze),
    dispatcher: await site.clerk('李娜', 'dispatcher', yingze),
    absent: await site.clerk('武志强', 'handler', street),
    head: await site.clerk('高建国', 'centerLeader', street),
    colleague: await site.clerk('赵立', 'mediator', street),
    health: await site.clerk('彭哲', 'handler', '140106-health'),
  };
}, 180_000);
afterAll(() => site?.close());

async function inBothSizes(page: Page): Promise<void> {
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize(desktop);
}

test('两个键报警：F9 打开，1 发出；中心主任马上看到，去了，记结束', async () => {
  const page = await people.desk.open('/reception');
  const strip = page.getByRole('link', { name: /^在驻：/ });
  await strip.getByText('08:30 应到，没到').first().waitFor();
  const typist = typistAt(page);
  await typist.press('F9');
  const panel = page.getByRole('dialog', { name: '报警：选一样就发出' });
  await panel.getByText('打 110：哪个中心').waitFor();
  await typist.isAt(panel.getByRole('button', { name: /^有人动手/ }));
  await examine(page);
  await typist.press('1');
  await panel.getByText('已经告诉').waitFor();
  expect(typist.navigationKeys).toBe(2);
  expect(await panel.getByText('把刀、绳、药').count()).toBe(0);
  await page.close();

  const leader = await people.leader.open('/work');
  const banner = leader.getByRole('alert').filter({ hasText: '有人动手' });
  await banner.getByText(/贾敏按的 · 还没有人去/).waitFor();
  await examine(leader);
  await banner.getByRole('button', { name: '我去' }).press('Enter');
  await banner.getByText('郭志明去了').waitFor();
  await banner.getByRole('button', { name: '记结束' }).press('Enter');
  const hand = typistAt(leader);
  const ending = leader.getByRole('dialog');
  await hand.isAt(ending.getByRole('radio', { name: '现场平息' }));
  await hand.press('2', 'Tab');
  await hand.write('劝开围观的人，民警接手。');
  await hand.press('Control+Enter');
  await banner.waitFor({ state: 'detached' });
  await leader.close();
});

test('只用键盘：叫随驻单位来，单位回话「来，12分到」，窗口看到', async () => {
  const page = await people.desk.open('/presence');
  const row = page.getByRole('row').filter({ hasText: '迎泽区卫健局' });
  await row.getByRole('button', { name: '叫来' }).press('Enter');
  const typist = typistAt(page);
  const form = page.getByRole('dialog', { name: '叫卫健来' });
  await typist.isAt(form.getByLabel('请来做什么'));
  await typist.write('劝说时请心理方面的人在场');
  await typist.press('Enter');
  await typist.write('2号调解室');
  await typist.press('Control+Enter');
  await page.getByText(/叫了卫健的彭哲，说好 30 分钟内到/).waitFor();
  await inBothSizes(page);

  const health = await people.health.open('/presence');
  await health.getByRole('button', { name: '回话' }).press('Enter');
  const answer = health.getByRole('dialog', { name: '卫健怎么回' });
  const other = typistAt(health);
  await other.isAt(answer.getByRole('radio', { name: /来$/ }));
  await answer.getByLabel('几分钟到').focus();
  await other.press('Control+a');
  await other.write('12');
  await other.press('Control+Enter');
  await health.getByText('卫健来，12分到。').waitFor();
  await health.close();
  await page.reload();
  await page.getByText('来，12分到').waitFor();
  await page.goto('/presence?part=week');
  await page.getByRole('rowheader', { name: /^1号窗/ }).waitFor();
  await inBothSizes(page);
  await page.close();
});

test('排班、公布、写日志；街道主任从待办里给请假的人定代办人', async () => {
  const page = await people.leader.open('/duty?part=roster');
  await page.getByRole('button', { name: '排一个月' }).press('Enter');
  const drawing = page.getByRole('dialog');
  await typistAt(page).isAt(drawing.getByLabel('带班领导，按轮到的顺序'));
  await typistAt(page).press('Control+Enter');
  await drawing.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '公布' }).press('Enter');
  await page.getByText(/已公布（郭志明）/).waitFor();
  await inBothSizes(page);
  await page.goto('/duty');
  const body = page.getByRole('form', { name: '记一笔' }).getByLabel('记什么');
  await body.focus();
  const typist = typistAt(page);
  await typist.write('2号电梯停了，物业下午来修。');
  await typist.press('Enter');
  await page.getByRole('listitem').filter({ hasText: '2号电梯停了' }).waitFor();
  await inBothSizes(page);
  await page.close();

  await people.absent.post('/api/absences', { from: '2026-10-15', to: '2026-10-15', reason: '请假' });
  const work = await people.head.open('/work');
  await work.getByText('武志强 10-15 请假：代办人还没指定').waitFor();
  await work.getByRole('link', { name: '指定', exact: true }).press('Enter');
  const naming = work.getByRole('dialog', { name: '武志强 10-15 请假，由谁代' });
  const hand = typistAt(work);
  await hand.isAt(naming.getByRole('combobox', { name: '代办人' }));
  await hand.pick('赵立', '赵立 迎泽街道中心 调解员');
  await hand.press('Control+Enter');
  await work.getByText('10月15日（周四）由赵立代武志强。').waitFor();
  await inBothSizes(work);
  await work.close();
});

test('居民不登录就看得到今天谁在、几号窗，没有一个人的姓名', async () => {
  await people.desk.post('/api/presence/marks', { centerId: yingze, unitId: '140106-court', state: 'present' });
  const page = await site.visit(`/c/here/${yingze}`, { javaScriptEnabled: false });
  await page.getByText('人民法院').waitFor();
  expect(await page.getByText('贾敏').count()).toBe(0);
  await page.setViewportSize(phone);
  await page.getByRole('link', { name: '别的中心' }).click();
  await page.getByText('选一个中心').waitFor();
  await page.close();
});
