import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-13', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('组一个专班，派一项任务；做任务的人在待办里看到，带照片报做完，派的人认可', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'progress-reports');

  const leader = await staff.leader.open(`/disputes/${code}?act=formTaskForce`);
  const panel = leader.getByRole('region', { name: '组专班', exact: true });
  await panel.getByLabel('专班叫什么', { exact: true }).fill('漏水专班');
  await panel.getByLabel('要办成什么', { exact: true }).fill('三天里把漏点修好');
  const pick = async (field: string, typed: string) => {
    await panel.getByLabel(field, { exact: true }).click();
    await leader.keyboard.type(typed);
    await leader.keyboard.press('Enter');
  };
  await pick('请谁进专班', '李娜');
  await leader.keyboard.press('Escape');
  await pick('谁牵头（从请的人里选）', '李娜');
  await panel.getByLabel('打算到哪天', { exact: true }).fill('10-16');
  await panel.getByText('李娜：站内').waitFor();
  await examine(leader);
  await leader.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  const about = leader.getByRole('region', { name: /^专班和任务/ });
  await about.getByText('专班「漏水专班」').waitFor();
  await leader.close();

  const handler = await staff.handler.open(`/disputes/${code}`);
  const section = handler.getByRole('region', { name: /^专班和任务/ });
  await section.getByRole('button', { name: '派一项任务' }).click();
  const dialog = handler.getByRole('dialog');
  await dialog.getByLabel('做什么（一句话）', { exact: true }).fill('查漏点');
  await dialog.getByLabel('派给哪个单位', { exact: true }).click();
  await handler.keyboard.type('迎泽街道');
  await handler.keyboard.press('Enter');
  await dialog.getByLabel('具体要做什么、做到什么样', { exact: true }).fill('到501看地漏旁边是不是漏点，拍照。');
  await dialog.getByLabel('哪天前做好', { exact: true }).fill('10-15');
  await dialog.getByText('能不能改').waitFor();
  await handler.keyboard.press('Control+Enter');
  await section.getByText(/任务派给了.*，10月15日（周四）前做好。/).waitFor();
  await section.getByRole('link', { name: '查漏点' }).click();
  await handler.getByRole('heading', { name: '要做什么' }).waitFor();
  await examine(handler);
  await handler.setViewportSize(phone);
  await examine(handler);
  await handler.getByRole('button', { name: '报做完了' }).click();
  await handler.getByLabel('做成了什么样', { exact: true }).fill('是地漏旁边，拍了照。');
  await handler.keyboard.press('Control+Enter');
  await handler.getByText('报上去了，等派任务的人认可。').waitFor();
  await handler.getByRole('button', { name: '认可', exact: true }).click();
  await handler.keyboard.press('Control+Enter');
  await handler.getByText('这项任务已经结束。').waitFor();
  expect(await handler.getByText('是地漏旁边，拍了照。').count()).toBe(1);
  await handler.close();
});
