import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { wordText } from '../documents/testing/word.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { PaperEntry } from './catalogue.ts';
import { closingFacts } from './forms/closing.ts';
import type { PaperMatter } from './read.ts';
import { hardMatter } from './testing/hardMatter.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let people: { receptionist: Client; dispatcher: Client; handler: Client };
let matter: Matter;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
  };
  matter = await leakInMediation(it, people);
});
afterAll(() => it?.close());

const path = (form: string, subject: string | null, more = ''): string =>
  `/api/disputes/${matter.code}/papers/${form}?${subject === null ? '' : `subject=${subject}`}${more}`;
const listed = async (): Promise<PaperEntry[]> =>
  (await people.handler.get(`/api/disputes/${matter.code}/papers`)).papers;
async function wordOf(form: string, subject: string | null, more = '', who = people.handler): Promise<string> {
  const answer = await who.raw('GET', path(`${form}.docx`, subject, more));
  expect(answer.statusCode, answer.body).toBe(200);
  return wordText(answer.rawPayload);
}

test('a dispute has an application, a register’s sheet, and rights and duties for each party from its first day', async () => {
  expect((await listed()).map(({ form, label }) => [form, label])).toEqual([
    ['application', '人民调解申请书'],
    ['acceptance', '人民调解受理登记表'],
    ['rights', '当事人权利义务告知书（郭秀兰）'],
    ['rights', '当事人权利义务告知书（任建军）'],
  ]);
});

test('every listed paper prints, and its Word twin opens', async () => {
  for (const { form, subjectId } of await listed()) {
    const answer = await people.handler.raw('GET', path(`${form}.pdf`, subjectId));
    expect([answer.statusCode, answer.rawPayload.toString('latin1', 0, 5)], form).toEqual([200, '%PDF-']);
    expect(await wordOf(form, subjectId)).not.toBe('');
  }
});

test('only an agent needs a written power: who guards a child, heads an organization or was chosen by the others acts without', async () => {
  const more = (['agent', 'guardian', 'legalRepresentative'] as const).map((representation, at) => ({
    ...{ name: `${'甲乙丙'[at]}代`, represents: at % 2, representation, authority: '一般代理' },
  }));
  const { code } = await leakInMediation(it, people, ['郭秀兰', '任建军'], more);
  const { papers } = await people.handler.get(`/api/disputes/${code}/papers`);
  const powers = papers.filter(({ form }: PaperEntry) => form === 'authority').map(({ label }: PaperEntry) => label);
  expect(powers).toEqual(['授权委托书（甲代）']);
});

test('of ninety who agreed the closing report says what it comes to, not ninety times the same', () => {
  const promise = { ...(hardMatter.promises[1] as PaperMatter['promises'][number]) };
  const many = {
    ...hardMatter,
    agreementCount: 90,
    terms: [{ text: '一份又一份。'.repeat(90), on: '2026-10-14' as const, cents: 36_000_000 }],
    promises: Array.from({ length: 90 }, (_, at) => ({ ...promise, id: `${at}`, paidCents: at < 71 ? 200_000 : 0 })),
  };
  const { 结果, 履行情况 } = closingFacts(many);
  expect(结果).toBe('调解达成协议。\n一共90份协议，合计360,000元；各人的约定写在各自的协议书里。');
  expect(履行情况).toBe('一共90项，履行完0项，已付142,000元，还有218,000元。');
});
