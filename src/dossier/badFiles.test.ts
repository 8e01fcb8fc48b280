import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { endless, halved, locked, pictureBomb, sheets, swelling } from '../documents/testing/badFiles.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { DossierView } from './dossier.ts';
import { bindAs } from './testing/bound.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let people: { receptionist: Client; dispatcher: Client; handler: Client };
let matter: Matter;
let temporary: string;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
  };
});
afterAll(() => it?.close());
beforeEach(async () => {
  matter = await leakInMediation(it, people);
  // Of its own, so that what is left there was left by this test.
  temporary = mkdtempSync(join(tmpdir(), 'fengqiao-bound-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(() => vi.unstubAllEnvs());

const plain = (background: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
async function add(name: string, bytes: Buffer): Promise<string> {
  const [file] = await people.handler.upload('/api/uploads', name, bytes);
  await people.handler.post(`/api/disputes/${matter.code}/files`, { uploads: [file.id] }, 200);
  return file.id;
}
async function contents(): Promise<string[]> {
  const found: string[] = [];
  for await (const { sha256 } of it.engine.files.list()) found.push(sha256);
  return found.toSorted();
}
/** Something that no door lets in: it came in whole, and the disk holds something else by now. */
async function addSpoilt(name: string, background: string, bytes: Buffer): Promise<void> {
  const before = await contents();
  await add(name, await plain(background));
  const [sha256 = ''] = (await contents()).filter((each) => !before.includes(each));
  await writeFile(join(it.engine.config.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2)), bytes);
}
const dossier = (): Promise<DossierView> => people.handler.get(`/api/disputes/${matter.code}/dossier`);

test('what harms is named on a sheet of its own with the reason, and everything else is bound', async () => {
  await add('加了密码.pdf', locked());
  await add('五千页.pdf', sheets(5000));
  await add('画不完.pdf', endless());
  await add('越展越大.pdf', swelling());
  await add('只传了一半.pdf', halved());
  await addSpoilt('一亿像素.png', '#a05030', await pictureBomb());
  await addSpoilt('空的.jpg', '#3050a0', Buffer.alloc(0));
  await add('好的.jpg', await plain('#50a030'));
  await add('三张好的.pdf', sheets(3));
  const { leftOut, pages } = await bindAs(people.handler, matter.code);
  const harmful = [
    { name: '加了密码.pdf', why: '加了密码，打不开。' },
    { name: '五千页.pdf', why: '有 5000 页，一份最多装订 500 页。' },
    { name: '画不完.pdf', why: '打开太久，没有打开。' },
    { name: '越展越大.pdf', why: '展开后太大，打不开。' },
    { name: '只传了一半.pdf', why: '打不开，可能坏了。' },
    { name: '一亿像素.jpg', why: '展开后太大，打不开。' },
    { name: '空的.jpg', why: '是空的，里面什么也没有。' },
  ];
  expect(leftOut).toEqual(harmful);
  for (const { name, why } of harmful) {
    const [sheet, ...others] = pages.filter((page) => page.includes('这一份没有装订') && page.includes(name));
    expect([name, sheet?.includes(why.replaceAll(' ', '')), others]).toEqual([name, true, []]);
  }
  const contentsPage = pages[1] ?? '';
  for (const name of ['好的.jpg', '三张好的.pdf']) expect(contentsPage).toContain(name);
  // What was named takes one sheet each, what is good all of its own.
  const first = pages.findIndex((page) => page.includes('加了密码.pdf') && page.includes('这一份没有装订'));
  const good = pages.slice(first).filter((page) => !page.includes('这一份没有装订'));
  expect(good).toHaveLength(1 + 3 + 1);
  expect((await dossier()).made).toHaveLength(1);
}, 180_000);

/** The programs apart that this process has, by the names of their files. */
function apart(): string[] {
  return readdirSync(`/proc/${process.pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${process.pid}/task/${thread}/children`, 'utf8').trim().split(' '))
    .flatMap((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').match(/\w+Worker(?=\.ts)/g) ?? [])
    .filter((name) => name === 'bindWorker' || name === 'drawWorker');
}
async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await pause(50);
}

test.runIf(process.platform === 'linux')(
  'who stops it while a page is drawn for ever waits for no limit: the programs are gone, nothing is kept, and it can be bound again',
  async () => {
    await add('画不完.pdf', endless());
    const { places } = await dossier();
    const ahead = places
      .slice(
        0,
        places.findIndex(({ form }) => form === 'evidence'),
      )
      .flatMap(({ papers }) => papers);
    const before = await contents();
    const started = await people.handler.post(`/api/disputes/${matter.code}/dossier/bindings`, {}, 201);
    const job = () => people.handler.get(`/api/jobs/${started.id}`);
    // It is being drawn, and others are answered meanwhile.
    await until(async () => apart().includes('drawWorker') && (await job()).total > 0);
    await people.handler.post(`/api/jobs/${started.id}/cancellations`, {}, 204);
    await jobsAtRest();
    const stopped = await job();
    expect(stopped).toMatchObject({ state: 'cancelled', result: null });
    // It got to the file that is drawn for ever and never past it.
    expect(stopped.done).toBeLessThanOrEqual(ahead.length);
    expect(apart()).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(await contents()).toEqual(before);
    expect((await dossier()).made).toEqual([]);

    const { version, cover, situation, evidence } = await dossier();
    const out = { fileIds: [], leftOutIds: evidence.map(({ id }) => id), identityReason: '' };
    const nothing = { version, cover, situation, ...out, retention: null, retentionReason: '' };
    await people.handler.put(`/api/disputes/${matter.code}/dossier`, nothing, 200);
    expect((await bindAs(people.handler, matter.code)).leftOut).toEqual([]);
    expect((await dossier()).made).toHaveLength(1);
    expect(apart()).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  },
);
