import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { registered, yingze } from '../../testing/story.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '09:00'));
  await site.clerk('岳欣兰', 'mediator', '140106-mediation-property');
}, 120_000);
afterAll(() => site?.close());

test('主任登记调解员懂什么，分流岗照理由选人，双方被告知可以换人', async () => {
  const leader = await site.clerk('郭志明', 'centerLeader', yingze);
  const kept = await leader.open('/mediation');
  const row = kept.getByRole('row').filter({ hasText: '岳欣兰' });
  await row.getByRole('button', { name: '改' }).click();
  await kept.getByLabel('懂哪些类别').click();
  await kept.locator('.ant-select-item-option', { hasText: '邻里' }).first().click();
  await kept.getByLabel('专长').fill('物业管理、心理疏导');
  await kept.getByRole('button', { name: /^记下/ }).click();
  await kept.getByText('记好了。').waitFor();
  await row.getByText('邻里').waitFor();
  for (const size of [desktop, phone]) {
    await kept.setViewportSize(size);
    await examine(kept);
  }

  await site.clerk('程墨', 'courtClerk', '140106-court');
  await kept.reload();
  const body = kept.getByRole('row').filter({ hasText: '物业纠纷' });
  await body.getByRole('button', { name: '改' }).click();
  await kept.getByLabel('哪一种').click();
  await kept.locator('.ant-select-item-option', { hasText: '调解团队' }).first().click();
  await kept.getByLabel('法官').click();
  await kept.locator('.ant-select-item-option', { hasText: '程墨' }).first().click();
  await kept.getByRole('button', { name: /^记下/ }).click();
  await body.getByText('法官 程墨').waitFor();

  const receptionist = await site.clerk('贾敏', 'receptionist', yingze);
  const { code } = await registered(receptionist);
  await receptionist.post(`/api/disputes/${code}/acceptances`, {});
  const dispatcher = await site.clerk('李娜', 'dispatcher', yingze);
  const page = await dispatcher.open(`/disputes/${code}?act=appointMediator`);
  const choice = page.getByRole('checkbox', { name: /岳欣兰/ });
  await page.getByText(/懂邻里.*；专长物业管理、心理疏导；手上没有别的/).waitFor();
  await choice.check();
  await page.getByRole('radio', { name: '当事人选的' }).click();
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await examine(page);
  }
  await page.setViewportSize(desktop);
  await page.getByRole('button', { name: /^请这些人来调解/ }).click();
  await page.getByText(/调解员确定好了/).waitFor();
  const view = await dispatcher.get(`/api/disputes/${code}`);
  expect(view.mediators).toMatchObject([{ name: '岳欣兰', state: 'appointed' }]);
  expect(JSON.stringify(view.residentSees.timeline)).toContain('可以要求换人');
}, 60_000);
