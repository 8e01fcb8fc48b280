import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import type { ServerEngine } from '../../../server/engine.ts';
import { markRooms } from '../../../server/recurring.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { registered, yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let people: Record<'desk' | 'judge' | 'admin', Clerk>;
let code: string;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:10'));
  people = {
    desk: await site.clerk('贾敏', 'receptionist', yingze),
    judge: await site.clerk('王立', 'courtClerk', '140106-court'),
    admin: await site.clerk('周明', 'systemAdmin', yingze),
  };
  code = (await registered(people.desk, { title: '楼上漏水赔偿' })).code;
}, 180_000);
afterAll(() => site?.close());

async function inBothSizes(page: Page): Promise<void> {
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize(desktop);
}

/** In a list of several: the first that fits what is typed; the list stays open for more until one goes on. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.insertText(name);
  await page.locator('.ant-select-item-option-active', { hasText: name }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
}

test('只用键盘：从一周里选周四下午三点，请王法官，写上为哪一件，订下', async () => {
  const page = await people.desk.open('/bookings?room=140106-center-room-3');
  const typist = typistAt(page);
  const free = page.getByRole('button', { name: '10月15日（周四）15:00 空着，订这一段' });
  await free.waitFor();
  await inBothSizes(page);
  // One Tab goes into the week, arrows lead through it.
  await page.getByRole('button', { name: '10月12日（周一）08:00 空着，订这一段' }).focus();
  await typist.press(...Array<string>(3).fill('ArrowRight'), ...Array<string>(7).fill('ArrowDown'));
  await typist.isAt(free);
  await typist.press('Enter');
  const form = page.getByRole('dialog', { name: '订房间、约人' });
  await typist.isAt(form.getByLabel('哪天'));
  expect(await form.getByLabel('从几点').inputValue()).toBe('15:00');
  await form.getByLabel('请谁').focus();
  await choose(page, '王立');
  await form.getByLabel(/^为哪一件/).focus();
  await typist.write(code);
  await form.getByText('房间和人那时都空着。').waitFor();
  await examine(page);
  await typist.press('Control+Enter');
  await page.getByText('订下了：10月15日（周四）15:00—16:00。').waitFor();
  const row = page.getByRole('row').filter({ hasText: '王立' });
  await row.getByText('楼上漏水赔偿').waitFor();
  await inBothSizes(page);
  await page.close();
});

test('要的时间被占了，写着的时候就看到是谁、到几点，按一下换到空着的一段', async () => {
  const page = await people.desk.open('/bookings?day=2026-10-15&room=140106-center-room-3');
  await page.getByRole('button', { name: '订一段' }).press('Enter');
  const form = page.getByRole('dialog', { name: '订房间、约人' });
  const typist = typistAt(page);
  await typist.isAt(form.getByLabel('哪天'));
  await form.getByLabel('哪天').fill('10-15');
  await form.getByLabel('从几点').fill('1530');
  await form.getByLabel(/^到几点/).fill('1630');
  await form.getByLabel('请谁').focus();
  await choose(page, '王立');
  await form.getByLabel(/^为哪一件/).focus();
  await form.getByText(/王立 10月15日（周四）15:00—16:00由贾敏订了/).waitFor();
  await examine(page);
  await form.getByRole('button', { name: '10月15日（周四）16:00—17:00' }).press('Enter');
  await form.getByText('房间和人那时都空着。').waitFor();
  expect(await form.getByLabel('从几点').inputValue()).toBe('16:00');
  await form.getByRole('button', { name: '先不订' }).first().press('Enter');
  await page.close();
});

test('法官在「我的一周」里看到，取一个日历地址，说来不了；手机上是按天的清单', async () => {
  const page = await people.judge.open('/bookings/mine');
  const row = page.getByRole('row').filter({ hasText: '15:00—16:00' });
  await row.waitFor();
  expect(await page.getByText('楼上漏水').count()).toBe(0);
  await page.getByRole('button', { name: '取一个地址' }).press('Enter');
  const link = await page.getByLabel('日历地址（只显示这一次）').inputValue();
  expect(link).toMatch(/\/api\/feeds\/[\w-]{43}\/bookings\.ics$/);
  await page.setViewportSize(phone);
  expect(await page.getByRole('group', { name: /的一周，按小时/ }).isVisible()).toBe(false);
  await row.getByText('15:00—16:00').waitFor();
  await page.setViewportSize(desktop);
  await row.getByRole('button', { name: '我来不了' }).press('Enter');
  await typistAt(page).press('Control+Enter');
  await page.getByText('这一周没有约。').waitFor();
  await page.close();
});

async function withdraw(roomId: string): Promise<void> {
  const engine = site.it.engine as ServerEngine;
  await plainly(site.it.db, (queries) =>
    queries.updateTable('room').set({ active: false }).where('id', '=', roomId).execute(),
  );
  await engine.cache.refresh();
  await markRooms(engine);
}

test('房间停用了，订的那一行标出来；选一间换过去', async () => {
  const wanted = { centerId: yingze, day: '2026-10-16', from: '10:00', to: '11:00', postIds: [], commandId: newId() };
  await people.desk.post('/api/bookings', { ...wanted, roomIds: ['140106-center-room-5'] });
  await withdraw('140106-center-room-5');
  const page = await people.desk.open('/bookings?room=140106-center-room-5');
  const row = page.getByRole('row').filter({ hasText: '房间停用了，要换一间' });
  await row.getByRole('button', { name: '改' }).press('Enter');
  const form = page.getByRole('dialog', { name: '改时间、换房间或换人' });
  await form.getByLabel('要哪几间').focus();
  await choose(
    page,
    (site.it.engine as ServerEngine).cache.current().book.rooms.get('140106-center-room-6')?.name ?? '',
  );
  await form.getByLabel('请谁').focus();
  await form.getByText('房间和人那时都空着。').waitFor();
  await examine(page);
  await typistAt(page).press('Control+Enter');
  await page.getByText('改好了。约的人都知道了。').waitFor();
  await page.close();
});

test('没有人订的一周、看不到的岗位、取不到数据，各说一句', async () => {
  const page = await people.desk.open('/bookings?day=2026-11-02&room=140106-center-room-3');
  await page.getByText(/这一周没有人订。选一格就能订。/).waitFor();
  await page.close();
  const broken = await people.desk.open('/work');
  await broken.route('**/api/bookings?**', (route) => route.fulfill({ status: 500, json: {} }));
  await broken.route('**/api/bookings', (route) => route.fulfill({ status: 500, json: {} }));
  await broken.goto('/bookings');
  await broken.getByRole('alert').getByText('没有取到').waitFor();
  await examine(broken);
  await broken.close();
  const shut = await people.admin.open('/bookings');
  await shut.getByRole('alert').getByText('这个岗位看不到这一页').waitFor();
  await shut.close();
});
