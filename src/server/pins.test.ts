import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyRules } from '../disputes/rules.ts';
import { reading } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { registered } from '../web/testing/story.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
type Change = (rules: CountyRules) => CountyRules;
const center = '140106-center';
let it: TestApp;
let admin: pg.Client;
let lina: Client;
let zhao: Client;
let wangfang: Client;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  lina = await it.as('dispatcher', center);
  zhao = await it.as('supervisor', center);
  wangfang = await it.as('closer', center);
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

const board =
  (smallNumber: number): Change =>
  (rules) => ({ ...rules, board: { smallNumber } });
const accepting =
  (length: number): Change =>
  ({ clocks, ...rules }) => {
    const accept = clocks.accept;
    if (!accept) throw new Error('no rule for accepting');
    return { ...rules, clocks: { ...clocks, accept: { ...accept, length, basis: `迎政法发〔2026〕${length}号` } } };
  };

async function handedIn(change: Change): Promise<string> {
  const { id } = await lina.post('/api/settings/drafts', { county: '140106', from: 'county' }, 201);
  const { value, revision } = await lina.get(`/api/settings/drafts/${id}`);
  const written = { effectiveFrom: '2026-10-14', basis: '迎政法发〔2026〕9号', note: '' };
  await lina.put(`/api/settings/drafts/${id}`, { revision, value: change(value), ...written }, 200);
  await lina.post(`/api/settings/drafts/${id}/submissions`, {}, 204);
  return id;
}
const publish = async (change: Change): Promise<{ version: number; changed: string[] }> =>
  wangfang.post(`/api/settings/drafts/${await handedIn(change)}/publications`, { applyRun: null }, 201);

async function jobDone(started: Promise<{ id: string }>) {
  const { id } = await started;
  await jobsAtRest();
  const { state, problem, result } = await wangfang.get(`/api/jobs/${id}`);
  if (state !== 'done') throw new Error(`${state}: ${problem}`);
  return result;
}

const newDispute = async (): Promise<string> =>
  (await registered({ post: (url: string, payload: object) => lina.post(url, payload, 201) } as never)).code;
const noticeOn = async (code: string): Promise<string> => {
  const asked = { reason: '拖得太久。', ask: '写明什么时候办完。', unitIds: [center], replyBy: '2026-10-20' };
  const more = { clockId: null, urgency: 'none', cosignerIds: [] };
  return (await zhao.post(`/api/disputes/${code}/supervision-notices`, { ...asked, ...more }, 201)).code;
};
const pinOf = (code: string): Promise<number> =>
  reading(it.db, { counties: ['140106'], viewers: ['system'] }, async (queries) => {
    const found = queries.selectFrom('matter').select('settings_version').where('code', '=', code);
    return (await found.executeTakeFirstOrThrow()).settings_version;
  });
const pins = async (): Promise<number[]> =>
  ((await lina.get('/api/settings/pins')) as { version: number }[]).map(({ version }) => version);

test('只改督办台：新的纠纷和督办单还照原来的版本，说得出换的是哪一部分；改了自己的那部分才换', async () => {
  const first = await publish(accepting(2));
  expect(first.changed).toEqual(['时限']);
  const code = await newDispute();
  expect([await pinOf(code), await pinOf(await noticeOn(code))]).toEqual([first.version, first.version]);

  const second = await publish(board(17));
  expect(second).toMatchObject({ version: first.version + 1, changed: ['督办台'] });
  const later = await newDispute();
  expect([await pinOf(later), await pinOf(await noticeOn(later))]).toEqual([first.version, first.version]);
  expect(await pins()).toEqual([first.version]);
  const { inEffect, versions } = await lina.get('/api/settings/versions');
  expect(inEffect.version).toBe(second.version);
  expect(versions[0]).toMatchObject({ version: second.version, changed: ['督办台'] });

  const third = await publish((rules) => ({ ...rules, triage: { ...rules.triage, complexPeople: 12 } }));
  const last = await newDispute();
  expect([await pinOf(last), await pinOf(await noticeOn(last))]).toEqual([third.version, first.version]);
  expect(await pins()).toEqual([first.version, third.version]);
});

test('只改督办台，也用到开着的事上：一件都不动，从前没有用上的时限也不跟着动', async () => {
  const code = await newDispute();
  const before = await pinOf(code);
  await publish(accepting(1));
  const id = await handedIn(board(18));
  const preview = await jobDone(wangfang.post(`/api/settings/drafts/${id}/previews`, {}, 202));
  expect(preview.tally).toMatchObject({ moved: 0, clocks: 0 });
  expect(preview.tally.open).toBeGreaterThan(0);
  const rehearsed = await jobDone(wangfang.post(`/api/settings/drafts/${id}/rehearsals`, { months: 1 }, 202));
  expect(rehearsed).toMatchObject({ moved: 0, shift: 0 });
  const job = wangfang.post(`/api/settings/drafts/${id}/publications`, { applyRun: preview.runId }, 202);
  expect(await jobDone(job)).toMatchObject({ matters: 0, clocks: 0, changed: ['督办台'] });
  expect(await pinOf(code)).toBe(before);
});

test('没有自己规则的区县照市里的发第一版，没有改的部分还照市里的那一版', async () => {
  const wu = await it.as('supervisor', '140105-center');
  const ma = await it.as('closer', '140105-center');
  const { id } = await wu.post('/api/settings/drafts', { county: '140105', from: 'county' }, 201);
  const { value, revision } = await wu.get(`/api/settings/drafts/${id}`);
  const written = { effectiveFrom: '2026-10-14', basis: '小政法发〔2026〕9号', note: '' };
  await wu.put(`/api/settings/drafts/${id}`, { revision, value: board(19)(value), ...written }, 200);
  await wu.post(`/api/settings/drafts/${id}/submissions`, {}, 204);
  const { version } = await ma.post(`/api/settings/drafts/${id}/publications`, { applyRun: null }, 201);
  const { pinFor, rulesFor } = it.engine.reference();
  const pin = pinFor('140105', it.engine.kinds.dispute?.kind as never);
  expect(pin).toBe(1);
  expect(version).toBeGreaterThan(1);
  expect(rulesFor('140105', pin)).toEqual(rulesFor('140100', 1));
});

/** As they lay in the database before versions told which parts they had left as they were. */
async function migratedAnew(): Promise<void> {
  const migration = readFileSync(new URL('../../migrations/0037_pinned_by_part.sql', import.meta.url), 'utf8');
  await admin.query(
    `begin; set local role fengqiao_owner; alter table setting_version drop column since; ${migration}`,
  );
  await admin.query('commit');
  await (it.engine as ServerEngine).cache.refresh();
}
const versions = async () =>
  (await admin.query('select county_code, version, since from setting_version where key = $1 order by 1, 2', ['rules']))
    .rows;

test('旧数据库升级：每个版本留着没改的部分，开着的事换成同样内容的那个版本号，别的不动', async () => {
  const kept = await versions();
  const code = await newDispute();
  const notice = await noticeOn(code);
  const now = [await pinOf(code), await pinOf(notice)];
  const newest = Math.max(...kept.filter((row) => row.county_code === '140106').map((row) => row.version));
  expect(newest).toBeGreaterThan(now[0] ?? newest);
  await admin.query('update matter set settings_version = $2 where code = any($1)', [[code, notice], newest]);
  await admin.query('update matter set settings_version = 1 where code = $1', [await newDispute()]);
  await migratedAnew();
  // The first version of a county's own is taken as all new: on what it was written was not kept.
  const own = (rows: typeof kept) => rows.filter((row) => row.county_code !== '140105');
  expect(own(await versions())).toEqual(own(kept));
  expect([await pinOf(code), await pinOf(notice)]).toEqual(now);
  expect(await pins()).toContain(1);
});

test('保管期限的规则改了：开着的事照原来的建议，新的事照新的', async () => {
  const proposalOf = async (code: string) => {
    const { retention } = await lina.get(`/api/disputes/${code}/dossier`);
    return [retention.words[retention.proposed], retention.why];
  };
  const open = await newDispute();
  await publish((rules) => ({ ...rules, dossier: { ...rules.dossier, usual: 'long', longYears: 60 } }));
  expect(await proposalOf(open)).toEqual(['永久', '没有另外规定的都永久保管。']);
  expect(await proposalOf(await newDispute())).toEqual(['长期（60年）', '没有另外规定的都长期保管。']);
});
