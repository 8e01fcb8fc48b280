import { afterAll, beforeAll, expect, test } from 'vitest';
import { paper, paragraph } from '../../../documents/paper.ts';
import { paperDocx } from '../../../documents/paperDocx.ts';
import { atTime } from '../../../platform/now.ts';
import { expectNoSeriousAxeViolations, phone } from '../../../platform/testing/browser.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
let leader: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  leader = await site.clerk('示例主任', 'centerLeader', '140106-center');
}, 120_000);
afterAll(() => site?.close());

const wordOf = (...lines: string[]) => {
  const blocks = lines.map((line, at) => paragraph(at === 0 ? 'title' : 'plain', line));
  return paperDocx({ centerName: '', codeGrouped: '', largePrint: false, qrText: 'x' }, paper('', blocks));
};

test('本区的样式：传上来先说要改什么，改好了拿真的事看，由另一位同事发布，也能换回去', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const { forms } = await leader.get('/api/paper-templates');
  const must = forms
    .find(({ form }: { form: string }) => form === 'application')
    .fields.flatMap(({ name, must: needed }: { name: string; must?: true }) => (needed ? [`{${name}}`] : []));

  const page = await staff.dispatcher.open('/paper-templates');
  await page.getByRole('heading', { name: '文书样式' }).waitFor();
  await expectNoSeriousAxeViolations(page);
  const send = async (buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '传改好的人民调解申请书' }).click();
    await (await choosing).setFiles({ name: '本区申请书.docx', mimeType: 'application/octet-stream', buffer });
  };
  await send(await wordOf('迎泽区调解申请书', '{申请人.姓明}', ...must));
  const draft = page.getByRole('region', { name: '人民调解申请书' });
  await draft.getByText('不认识「{申请人.姓明}」').waitFor();
  await draft.getByText(/是不是 \{申请人\.姓名\}/).waitFor();
  expect(await draft.getByRole('button', { name: '拿最近十件事看看' }).count()).toBe(0);
  await expectNoSeriousAxeViolations(page);

  await send(await wordOf('迎泽区调解申请书', ...must));
  await draft.getByText('字段都认识，该有的都有。').waitFor();
  expect(await draft.getByRole('button', { name: '发布这一版' }).count()).toBe(0);

  const other = await leader.open('/paper-templates');
  const waiting = other.getByRole('region', { name: '人民调解申请书' });
  await waiting.getByRole('button', { name: '拿最近十件事看看' }).click();
  await waiting.getByText('填了 1 件，看过再发布。').waitFor();
  await waiting.getByRole('button', { name: '发布这一版' }).click();
  await other.getByText('发布了，从现在起打印的就是这一版。').waitFor();
  await other.getByText(/本区县的第 2 版/).waitFor();
  await other.getByRole('button', { name: '人民调解申请书换回系统的样式' }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: /换回系统的样式/ })
    .click();
  await other.getByText('换回系统的样式了。').waitFor();

  const small = await leader.open('/paper-templates', { viewport: phone });
  await small.getByRole('heading', { name: '文书样式' }).waitFor();
  await expectNoSeriousAxeViolations(small);
});
