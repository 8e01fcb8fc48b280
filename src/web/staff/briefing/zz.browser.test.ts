import { test } from 'vitest';
import { ordinarySituations } from '../../../../seeds/disputes/ordinary.ts';
import { seedEngine } from '../../../../seeds/seed.ts';
import { situations } from '../../../../seeds/situations.ts';
import { atTime } from '../../../platform/now.ts';
import type { ServerEngine } from '../../../server/engine.ts';
import { openSite } from '../../testing/site.ts';
test('shots', async () => {
  const site = await openSite(atTime('2026-11-23', '07:50'));
  const engine = site.it.engine as ServerEngine;
  const few = situations.filter((each, at) => !ordinarySituations.includes(each) || at % 3 === 0);
  await seedEngine(engine, () => engine.cache.refresh(), () => {}, few);
  const city = await site.clerk('梁文', 'centerLeader', '140100-center');
  const street = await site.clerk('高建国', 'centerLeader', '140106004-center');
  const member = await site.clerk('孟繁华', 'politicalLegalMember', '140106-politicalLegal');
  for (const [name, clerk] of [['city', city], ['street', street], ['member', member]] as const) {
    const page = await clerk.open('/');
    await page.locator('.chart-head').first().waitFor();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/shots/morning-${name}.png` });
    console.log(name, await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]));
    if (name === 'city') {
      await page.evaluate(() => localStorage.setItem('fengqiao.language', JSON.stringify('en')));
      await page.reload();
      await page.locator('.chart-head').first().waitFor();
      await page.waitForTimeout(1500);
      await page.screenshot({ path: '/tmp/shots/morning-en.png' });
    }
  }
  await site.close();
}, 400_000);
