import { afterAll, beforeAll, expect, test } from 'vitest';
import { leakInMediation } from '../agreements/testing/leakInMediation.ts';
import { cell, head, paper, paragraph, type TemplateBlock, table } from '../documents/paper.ts';
import { paperDocx } from '../documents/paperDocx.ts';
import { wordText } from '../documents/testing/word.ts';
import type { FormView } from '../templates/templateViews.ts';
import { type TestApp, testApp } from './testing/app.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let people: Record<'receptionist' | 'dispatcher' | 'handler' | 'leader' | 'closer' | 'street', Client>;
let code: string;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
    leader: await it.as('centerLeader', '140106-center'),
    closer: await it.as('closer', '140106-center'),
    street: await it.as('centerLeader', '140106004-center'),
  };
  ({ code } = await leakInMediation(it, people));
}, 60_000);
afterAll(() => it?.close());

const formOf = async (who: Client, form: string): Promise<FormView> =>
  (await who.get('/api/paper-templates')).forms.find((each: FormView) => each.form === form);
const wordOf = (blocks: TemplateBlock[]) =>
  paperDocx({ centerName: '', codeGrouped: '', largePrint: false, qrText: 'x' }, paper('', blocks));
const send = async (who: Client, form: string, blocks: TemplateBlock[]) =>
  who.upload(`/api/paper-templates/${form}/drafts`, '本区的样式.docx', await wordOf(blocks));

/** All that the law wants on an application, under a title of the county's own. */
async function ownApplication(extra = ''): Promise<TemplateBlock[]> {
  const { fields } = await formOf(people.leader, 'application');
  const must = fields.filter(({ must }) => must);
  return [
    paragraph('title', '迎泽区调解申请书'),
    paragraph('plain', `本区自己的一行字。${extra}`),
    table([1, 4], [[head('事由'), cell('这里是固定的字')]]),
    ...must.map(({ name }) => paragraph('plain', `{${name}}`)),
  ];
}

test('样式下载成 Word，字段在花括号里；原样传回来，什么也不少，没有不认识的', async () => {
  for (const { form } of (await people.leader.get('/api/paper-templates')).forms as FormView[]) {
    const file = await people.leader.raw('GET', `/api/paper-templates/${form}/template.docx`);
    const back = await people.dispatcher.upload(`/api/paper-templates/${form}/drafts`, '原样.docx', file.rawPayload);
    expect([form, back.faults, back.notCarried]).toEqual([form, { unknown: [], missing: [] }, []]);
  }
});

test('本区改过的样式：一个人传，另一个人发布；发布以后打印的就是它，Word 和 PDF 一样，别的区不变', async () => {
  const draft = await send(people.dispatcher, 'application', await ownApplication());
  expect(draft.title).toBe('迎泽区调解申请书');
  const at = `/api/paper-template-drafts/${draft.id}`;
  const { matters } = await people.leader.get(`${at}/preview`);
  expect(matters).toMatchObject([{ code, title: '楼上漏水赔偿' }]);
  expect((await people.leader.raw('GET', `${at}/preview.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');

  const word = async () =>
    wordText((await people.receptionist.raw('GET', `/api/disputes/${code}/papers/application.docx`)).rawPayload);
  expect(await word()).not.toContain('本区自己的一行字');
  await people.leader.post(`${at}/publications`, {}, 201);
  expect(await word()).toContain('本区自己的一行字');
  expect(await word()).toContain('郭秀兰');
  expect((await formOf(people.closer, 'application')).own).toMatchObject({
    title: '迎泽区调解申请书',
    by: 'dispatcher',
  });

  await people.closer.post('/api/paper-templates/application/returns', {}, 201);
  expect(await word()).not.toContain('本区自己的一行字');
});

test('自己传的自己不能发布；街道中心不改区里的样式', async () => {
  const draft = await send(people.leader, 'receipt', [paragraph('plain', '{收到的钱}')]);
  const own = await people.leader.raw('POST', `/api/paper-template-drafts/${draft.id}/publications`, {});
  expect([own.statusCode, own.json().error.code]).toEqual([403, 'ownTemplate']);
  expect((await people.street.raw('GET', '/api/paper-templates')).json().error.code).toBe('notYourForms');
});

test('不认识的字段说出在哪一行、可能是哪一个；少了法律要的也说；都改好才发布得了，也才预览得了', async () => {
  const blocks = await ownApplication('{申请人.姓明}');
  const draft = await send(people.dispatcher, 'application', blocks.slice(0, -1));
  const [unknown] = draft.faults.unknown;
  expect(unknown).toMatchObject({ name: '申请人.姓明', line: '本区自己的一行字。{申请人.姓明}' });
  expect(unknown.perhaps).toContain('申请人.姓名');
  expect(draft.faults.missing).toHaveLength(1);
  const at = `/api/paper-template-drafts/${draft.id}`;
  expect((await people.leader.raw('GET', `${at}/preview`)).json().error.code).toBe('unknownField');
  const published = await people.leader.raw('POST', `${at}/publications`, {});
  expect([published.statusCode, published.json().error.message]).toEqual([
    409,
    '样式里有不认识的字段「{申请人.姓明}」，改好再传。',
  ]);
  await people.dispatcher.post(`${at}/withdrawals`, {}, 201);
  expect((await formOf(people.leader, 'application')).draft).toBeNull();
});

test('再传一稿，上一稿就不用了；版本接着数，一张文书只有一稿在等', async () => {
  const first = await send(people.dispatcher, 'closing', [paragraph('plain', '第一稿')]);
  const second = await send(people.dispatcher, 'closing', [paragraph('plain', '第二稿')]);
  expect([first.version + 1, (await formOf(people.leader, 'closing')).draft?.id]).toEqual([second.version, second.id]);
});

test('不是 Word 的、空的、没有文件的，都在文件旁边说一句', async () => {
  const at = '/api/paper-templates/closing/drafts';
  const broken = await people.dispatcher.upload(at, '样式.docx', Buffer.from('不是'));
  expect(broken.error.message).toContain('在 Word 里打开，另存为');
  expect((await send(people.dispatcher, 'closing', [])).error.message).toContain('没有字');
});
