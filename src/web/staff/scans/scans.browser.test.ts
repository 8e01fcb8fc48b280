import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { picturesPdf } from '../../../scans/picturesPdf.ts';
import { blank, sheetsOf } from '../../../scans/testing/pile.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
let code: string;
let party: string;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:40'));
  staff = await staffOf(site);
  code = (await registered(staff.receptionist)).code;
  await bringTo(staff, code, 'progress-reports');
  party = (await staff.handler.get(`/api/disputes/${code}`)).parties[0].id;
}, 120_000);
afterAll(() => site?.close());

const pile = async (): Promise<Buffer> => {
  const { qrSecret } = site.it.engine.secrets;
  const rights = await sheetsOf(qrSecret, { code, form: 'rig', subjectId: party });
  const forged = await sheetsOf(Buffer.from('somebody else'), { code, form: 'app', subjectId: null });
  return picturesPdf([...rights.toReversed(), await blank(), ...forged.slice(0, 1)]);
};

test('窗口把一摞签了字的纸传上来：能确定的一下归位，说不清的看一眼再放，放错的取出来', async () => {
  const page = await staff.receptionist.open('/scans');
  await page.getByText('没有等着归位的扫描件。').waitFor();
  await examine(page);
  const file = { name: '今天的纸.pdf', mimeType: 'application/pdf', buffer: await pile() };
  await page.getByLabel('选扫描件', { exact: true }).and(page.locator('input')).setInputFiles(file);
  await page.waitForURL('**/scans/*');

  const sure = page.getByRole('region', { name: '当事人权利义务告知书（郭秀兰）' });
  await sure.waitFor({ timeout: 30_000 });
  expect(await sure.getByRole('link').count()).toBe(2);
  await page.getByText('二维码的签名不对，不是这里打印的。').waitFor();
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  // What has no QR goes along only when somebody says so.
  const along = page.getByRole('checkbox', { name: '连同扫描的第 3 页：没有二维码，是它的附页或者背面' });
  await along.check();
  await page.getByRole('button', { name: '把这 1 份（3 页）归位' }).waitFor();
  await along.uncheck();
  await page.getByRole('button', { name: '把这 1 份（2 页）归位' }).click();
  await page.getByText('归位了 1 份。').waitFor();

  // The sheet without a QR goes where the person says.
  await page.getByRole('checkbox', { name: '选第 3 页' }).check();
  await page.getByLabel('哪件事（15 位编号）').fill(code);
  await page.getByLabel('放在卷里哪个位置').fill('证据');
  await page.getByRole('option', { name: '证据材料' }).waitFor({ state: 'attached' });
  await page.getByLabel('放在卷里哪个位置').press('Enter');
  await page.getByRole('button', { name: '归位', exact: true }).click();
  await page.getByRole('checkbox', { name: '选第 3 页' }).waitFor({ state: 'detached' });

  await page.getByRole('checkbox', { name: '选第 4 页' }).check();
  await page.getByRole('button', { name: '先放一边' }).click();
  await page.getByLabel('为什么先放一边').fill('不是我们的纸');
  await page.getByRole('button', { name: '放一边', exact: true }).click();
  await page.getByText('这份扫描件的每一页都有了着落。').waitFor();
  await page.getByText('不是我们的纸').waitFor();
  await examine(page);

  await page.goto(`/disputes/${code}/scans`);
  const line = page.getByRole('row', { name: '证据材料' });
  await line.getByRole('button', { name: '取出来' }).click();
  await page.getByLabel('为什么取出来').fill('放错了地方');
  await page.getByRole('button', { name: '取出来', exact: true }).first().click();
  await page.getByText('取出来了：放错了地方').waitFor();
  await examine(page);
  await page.goto('/scans');
  await page.getByText('共 4 页，还有 1 页没归位').waitFor();
  await page.close();
}, 120_000);
