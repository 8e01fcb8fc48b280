import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedId, wage90, worker } from '../../../../scenarios/data/rosters.ts';
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

const wages = { title: '拖欠工资', facts: '服装厂三个月没有发工资。', demands: '付清工资', amountCents: 800_000 };

async function bring(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '传 Excel 名单…' }).first().click(),
  ]);
  await chooser.setFiles(file);
}

test('九十位工友的名单传上来：三行要改的说清楚；改好一行，先加 88 人；剩下两行以后再传，不会重复', async () => {
  const { code } = await registered(staff.receptionist, wages);
  await bringTo(staff, code, 'acknowledgements');
  const file = join(tmpdir(), `roster-${process.pid}.xlsx`);
  await writeFile(file, await wage90());
  const page = await staff.handler.open(`/disputes/${code}`);
  await page.getByRole('link', { name: '申请人名单（金额、账号、代表人）' }).click();
  await page.getByText('在名单上 1 人').waitFor();
  await bring(page, file);
  await page.getByText('可以加的 87 人').waitFor();
  const bad = page.getByRole('region', { name: '要改的 3 行' });
  await bad.getByText('校验不符', { exact: false }).waitFor();
  await bad.getByText('「一万多」读不出金额，写成 8000 这样。').waitFor();
  await bad.getByText('看哪个对。', { exact: false }).waitFor();
  await page.getByText(/第 94 行的合计写的是/).waitFor();
  await expectNoSeriousAxeViolations(page);

  await page.getByRole('button', { name: '改第 15 行' }).click();
  const mend = page.getByRole('dialog', { name: '改第 15 行' });
  await mend.getByLabel('证件号', { exact: true }).fill(inventedId(11));
  await mend.getByRole('button', { name: /^改好这一行/ }).click();
  await page.getByText('可以加的 88 人').waitFor();
  await page.getByRole('region', { name: '要改的 2 行' }).waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '只下载要改的 2 行' }).click(),
  ]);
  expect((await readFile(await saved.path())).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('button', { name: '把 88 人加进名单' }).click();
  await page.getByText('在名单上 89 人').waitFor();

  // The same workbook again: whoever is on the list is not added twice.
  await bring(page, file);
  await page.getByText('已经在名单上的 87 人，不再加').waitFor();
  await page.getByRole('button', { name: '改第 40 行' }).click();
  const amount = page.getByRole('dialog', { name: '改第 40 行' });
  await amount.getByLabel('要求的金额（元） 1').fill('12800');
  await amount.getByRole('button', { name: /^改好这一行/ }).click();
  await page.getByRole('button', { name: '改第 66 行' }).click();
  await page
    .getByRole('dialog', { name: '改第 66 行' })
    .getByRole('button', { name: /^改好这一行/ })
    .click();
  await page.getByRole('button', { name: '不要这一行 15' }).click();
  await page.getByRole('button', { name: '把 2 人加进名单' }).click();
  await page.getByText('在名单上 91 人').waitFor();

  // Found by name; his account only with a purpose; the list on a phone.
  await page.getByLabel('姓名，或者证件、电话、账号的后四位').fill(worker(36).name);
  const row = page.getByRole('row', { name: new RegExp(worker(36).name) });
  await row.getByText('¥12,800.00').waitFor();
  await row.getByText('尾号 0036').waitFor();
  await page.getByRole('button', { name: `改${worker(36).name}的` }).click();
  const one = page.getByRole('dialog');
  await one.getByLabel('用途').fill('核对打款账号');
  await one.getByRole('button', { name: '看完整账号' }).click();
  await one.getByText(worker(36).account).waitFor();
  await one.getByRole('button', { name: '先不改' }).last().click();
  await page.setViewportSize(phone);
  await expectNoSeriousAxeViolations(page);
  await page.close();
}, 120_000);

test('一组协议：条款写一次，金额按要求的填，一起定稿编号，一起记达成，各人一份', async () => {
  const { code } = await registered(staff.receptionist, wages);
  await bringTo(staff, code, 'acknowledgements');
  const claimants = Array.from({ length: 11 }, (_, index) => {
    const { name, idNumber, phone: number, address, months, account } = worker(index);
    return {
      ...{
        name,
        idKind: 'idCard',
        idNumber,
        idException: '',
        phone: number,
        address,
        period: months,
        account,
        bank: '',
      },
      ...{ items: [{ kind: 'wages', cents: 1_000_000 + index * 100 }], evidence: [], evidenceNote: '', note: '' },
    };
  });
  await staff.handler.post(`/api/disputes/${code}/claimants`, { claimants });
  const page = await staff.handler.open(`/disputes/${code}/claimants`);
  await page.getByRole('button', { name: '推选代表人' }).click();
  const choose = page.getByRole('dialog', { name: '推选代表人' });
  await choose.getByLabel('推选谁').click();
  await page.keyboard.type(worker(3).name);
  await page.keyboard.press('Enter');
  await choose.getByRole('button', { name: '选其余所有人' }).click();
  await choose.getByRole('radio', { name: /^特别授权/ }).click();
  await choose.getByLabel('怎么推选的').fill('开会举手推选');
  await choose.getByRole('button', { name: /^记下推选/ }).click();
  await page.getByText('代表 11 人').waitFor();

  await page.getByRole('button', { name: '写一组协议' }).click();
  await page.getByLabel('付什么', { exact: true }).fill('拖欠的工资');
  await page.getByLabel('占百分之几（1）').fill('50');
  await page.getByLabel('哪天以前（1）').fill('2026-10-31');
  await page.getByRole('button', { name: '再加一次' }).click();
  await page.getByLabel('占百分之几（2）').fill('50');
  await page.getByLabel('哪天以前（2）').fill('2026-11-30');
  await page.getByRole('button', { name: '都按要求的金额填' }).click();
  await page.getByText('没有写金额的：郭秀兰。').waitFor();
  await page.getByLabel('谈好的总额（核对用）').fill('110000');
  await page.getByText(/谈好的总额是/).waitFor();
  await page.getByLabel('谈好的总额（核对用）').fill('110055');
  await page.getByText('各人的金额加起来和总额一样。').waitFor();
  await page.getByLabel(`各人的金额 ${worker(0).name}`).fill('10044');
  await page.getByText(`比要求的多的：${worker(0).name}。`).waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.getByRole('button', { name: '存下这一组' }).click();
  await page.getByText('11 份，0 份已定稿，0 份签齐').first().waitFor();
  await page.getByRole('button', { name: '11 份一起定稿、编号' }).click();
  await page.getByText('11 份，〔2026〕迎人调字第1–11号，11 份已定稿，0 份签齐').first().waitFor();
  await page.getByRole('button', { name: `看全文：${worker(0).name}` }).click();
  const words = page.getByRole('dialog');
  await words.getByText(/人民币壹万零肆拾肆元整/).waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '按这一组记达成协议' }).click();
  const settle = page.getByRole('dialog', { name: '按这一组记达成协议' });
  await settle.getByLabel('谁主持的调解').click();
  await page.keyboard.press('Enter');
  await settle.getByTitle('人民调解委员会').first().waitFor();
  await settle.getByRole('checkbox', { name: '没有在签字台签的，都在纸上签了' }).check();
  await settle.getByRole('button', { name: /^按这一组记达成协议/ }).click();
  await expect.poll(async () => (await staff.handler.get(`/api/disputes/${code}`)).status).toBe('settled');
  await page.goto(`/disputes/${code}/claimants`);
  await page.getByText('¥0.00 / ¥10,044.00', { exact: false }).waitFor();
}, 120_000);
