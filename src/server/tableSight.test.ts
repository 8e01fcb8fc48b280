import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordText } from '../documents/testing/word.ts';
import { pagesOf } from '../dossier/testing/bound.ts';
import { columnKeys } from '../ledger/columns.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import type { Phone } from '../web/citizen/testing/resident.ts';
import {
  doors,
  eachPaper,
  exported,
  heard,
  holders,
  listed,
  reads,
  readsMeanwhile,
  readsWatching,
  type Staff,
  staff,
  watchers,
} from './tableSight.matrix.ts';
import { type TableScene, tableScene, type Word, words } from './testing/tableScene.ts';

let scene: TableScene;
let made: Awaited<ReturnType<TableScene['conclude']>>;
let papers: string[];
const phones = new Map<string, Phone>();
const meanwhile: Record<string, Word[]> = {};
const stop = new AbortController();

type Answer = { statusCode: number; headers: Record<string, unknown>; rawPayload: Buffer; body: string };

/** What a reader of the answer reads: the words of a PDF, of a workbook or archive, or the text itself. */
async function textOf({ statusCode, headers, rawPayload, body }: Answer): Promise<string> {
  const type = String(headers['content-type']);
  if (statusCode >= 300 || type.startsWith('image/')) return '';
  if (type === 'application/pdf') return (await pagesOf(rawPayload)).join('');
  if (type.includes('officedocument')) return wordText(rawPayload, /\.xml$/);
  return body;
}
const among = (text: string): Word[] =>
  (Object.keys(words) as Word[]).filter((word) => text.replaceAll(/\s/g, '').includes(words[word]));

function filled(endpoint: string): { method: 'GET' | 'POST'; url: string; body?: object } {
  const [method = '', path = '', body] = endpoint.split(' ');
  const { code, sitting, disputeId } = scene;
  const names: Record<string, string> = { ...made, at: `/api/disputes/${code}`, code, sitting, dispute: disputeId };
  const known = { ...names, agreement: names.agreementId };
  const url = path.replaceAll(/:(\w+)/g, (_, name: keyof typeof known) => known[name] ?? '');
  return { method: method as 'GET', url, ...(body && { body: JSON.parse(body) as object }) };
}
const askAs = (person: Staff, endpoint: string) => {
  const { method, url, body } = filled(endpoint);
  return scene.who(person).raw(method, encodeURI(url), body);
};

beforeAll(async () => {
  scene = await tableScene();
  const { who, code, sitting } = scene;
  for (const person of ['earlier', 'psychologist', 'stranger'] as const) {
    const pages = [`/api/disputes/${code}`, `/api/sittings/${sitting}`, '/api/work', '/api/notices', '/api/sittings'];
    const texts = await Promise.all(pages.map(async (url) => (await who(person).raw('GET', url)).body));
    meanwhile[person] = among(texts.join(''));
  }
  made = await scene.conclude();
  for (const [at, name] of holders.entries())
    phones.set(name, await scene.holder(name, ['246810', '135790'][at] ?? ''));
  const list: { form: string; subjectId: string | null }[] = (await who('mediator').get(`/api/disputes/${code}/papers`))
    .papers;
  papers = list.flatMap(({ form, subjectId }) =>
    ['pdf', 'docx'].map((as) => `GET :at/papers/${form}.${as}${subjectId ? `?subject=${subjectId}` : ''}`),
  );
}, 120_000);
afterAll(async () => {
  stop.abort();
  await scene?.it.close();
});

for (const [endpoint, ...expected] of doors)
  test(`谁能 ${endpoint}`, async () => {
    const found: number[] = [];
    for (const person of staff) found.push((await askAs(person, endpoint)).statusCode);
    await jobsAtRest();
    expect(found).toEqual(expected);
  });

test('每一张文书，PDF 和 Word：谁打得出来', async () => {
  expect(papers.map((path) => /papers\/(\w+)/.exec(path)?.[1])).toEqual(
    expect.arrayContaining([
      'application',
      'rights',
      'authority',
      'inquiry',
      'invitation',
      'minutes',
      'agreement',
      'receipt',
      'closing',
    ]),
  );
  for (const path of papers)
    for (const person of staff)
      expect([path, person, (await askAs(person, path)).statusCode]).toEqual([path, person, eachPaper[person]]);
});

test('律师和对方凭查询单看自己的页面；单位里的地址一个也进不去', async () => {
  for (const name of holders) {
    const phone = phones.get(name) as Phone;
    expect((await phone.get(`/c/${scene.code}/progress`)).statusCode, name).toBe(200);
    for (const endpoint of [
      ...doors.map(([each]) => each),
      ...papers,
      'GET /api/live',
      `GET /api/search?text=${scene.code}`,
    ])
      if (endpoint.startsWith('GET')) {
        const { url } = filled(endpoint);
        expect([name, endpoint, (await phone.get(url)).statusCode]).toEqual([name, endpoint, 401]);
      }
    expect((await phone.post(`/api/disputes/${scene.code}/dossier/bindings`, {})).statusCode).toBe(401);
  }
});

test('各人从所有拿得到的东西里读到哪些话：页面、文书、卷宗、成批打印、扫描件、名册、清单', async () => {
  const found: Record<string, Word[]> = {};
  const readable = [...doors.map(([each]) => each), ...papers].filter((each) => each.startsWith('GET'));
  for (const person of staff) {
    let text = '';
    for (const endpoint of readable) text += await textOf(await askAs(person, endpoint));
    found[person] = among(text);
  }
  for (const name of holders) {
    const phone = phones.get(name) as Phone;
    let text = '';
    for (const page of ['progress', 'days.ics', 'sheet.pdf'])
      text += await textOf(await phone.get(`/c/${scene.code}/${page}`));
    found[name] = among(text);
  }
  expect(found).toEqual(reads);
  expect(meanwhile).toEqual(readsMeanwhile);
});

test('看一片的人知道有这件事，读不到里面的话，也读不到谁该做什么', async () => {
  const { it, code } = scene;
  const found: Record<string, string[]> = {};
  for (const [person, [role, unitId, regionCode]] of Object.entries(watchers)) {
    const client = await it.as(role, unitId, regionCode);
    const pages = [
      `/api/disputes/${code}`,
      '/api/ledger',
      `/api/search?text=${code}`,
      '/api/work',
      '/api/notices',
      '/api/sittings',
    ];
    const texts: string[] = [];
    for (const url of pages) texts.push((await client.raw('GET', url)).body);
    expect([person, texts[0]?.includes(code), texts[1]?.includes(code), texts[2]?.includes(code)]).toEqual([
      person,
      true,
      true,
      true,
    ]);
    found[person] = [...among(texts.join('')), ...['任建军', '晏清'].filter((name) => texts.join('').includes(name))];
  }
  expect(found).toEqual(readsWatching);
});

for (const [url, people] of Object.entries(listed))
  test(`${url} 里，谁看得到这件事`, async () => {
    const found: Staff[] = [];
    for (const person of staff) {
      const { body } = await askAs(person, `GET ${url}`);
      if (body.includes(scene.code)) found.push(person);
    }
    expect(found).toEqual(people);
  });

test('导出的台账里，谁的有这件事，谁的有它的标题', async () => {
  const found: { code: Staff[]; title: Staff[] } = { code: [], title: [] };
  for (const person of staff) {
    const client = scene.who(person);
    const job = await client.post('/api/ledger/exports', { search: {}, columns: columnKeys.join(',') }, 201);
    await jobsAtRest();
    const { result } = await client.get(`/api/jobs/${job.id}`);
    // Where there is no line no file is made.
    if (!result) continue;
    const text = await wordText(
      (await client.raw('GET', `/api/ledger/outputs/${result.id}/files/0`)).rawPayload,
      /\.xml$/,
    );
    if (text.includes(scene.code)) found.code.push(person);
    if (text.includes('楼上漏水赔偿')) found.title.push(person);
    if (person === 'earlier') expect([person, among(text)]).toEqual([person, []]);
  }
  expect(found).toEqual(exported);
});

test('有变化时，谁的页面听得到', async () => {
  const { it, who, aMatter, code } = scene;
  const base = await it.app.listen({ host: '127.0.0.1', port: 0 });
  // A dispute in which all of them have a part: once they have heard of it, they have heard whatever came before.
  const { code: later } = await aMatter({ title: '后来的一件' });
  const postIds = [(await who('psychologist').get('/api/me')).posts[0].id];
  await who('dispatcher').post(`/api/disputes/${later}/mediator-appointments`, { postIds, basis: 'proposed' }, 200);
  await who('dispatcher').post(
    `/api/disputes/${later}/supporting-units`,
    { unitId: '140106-civilAffairs', task: '一起看' },
    200,
  );
  const streams = new Map<Staff, { text: string }>();
  for (const person of staff) {
    const answer = await fetch(`${base}/api/live`, { headers: { cookie: who(person).cookie }, signal: stop.signal });
    const stream = { text: '' };
    streams.set(person, stream);
    const read = async () => {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
        stream.text += Buffer.from(chunk).toString();
    };
    void read().catch(() => {});
  }
  const say = (where: string) =>
    who('mediator').post(`/api/disputes/${where}/messages`, { text: words.inside, toResident: false }, 200);
  const allHear = async () => {
    for (const stream of streams.values()) stream.text = '';
    while (![...streams.values()].every(({ text }) => text.includes(later))) {
      await say(later);
      await pause(200);
    }
  };
  // The house listens a moment after the first page was opened.
  await allHear();
  await say(code);
  const before = new Map([...streams].map(([person, { text }]) => [person, text]));
  await allHear();
  const texts = new Map([...streams].map(([person, { text }]) => [person, (before.get(person) ?? '') + text]));
  expect(staff.filter((person) => texts.get(person)?.includes(code))).toEqual(heard);
  for (const [person, text] of texts) expect([person, among(text)]).toEqual([person, []]);
});
