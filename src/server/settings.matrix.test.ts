import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '../people/endpoints.matrix.ts';
import { roles } from '../platform/actor.ts';
import { atTime } from '../platform/now.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { settingsEndpoints } from './settings.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
const unitOf: Partial<Record<Who, string>> = {
  courtClerk: '140106-court',
  arbitrator: '140106-laborArbitration',
  reconsiderationOfficer: '140106-justice',
  notary: '140106-notary',
  legalAidOfficer: '140106-legalAid',
  communityOfficer: '140106-publicSecurity',
};

let it: TestApp;
const clients = new Map<Who, Client>();
const ids: Record<string, string> = {};
let author: Client;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  for (const role of roles) clients.set(role, await it.as(role, unitOf[role] ?? '140106-center'));
  author = await it.as('dispatcher', '140106-center');
  const begin = async () =>
    (await author.post('/api/settings/drafts', { county: '140106', from: 'county' }, 201)).id as string;
  ids[':open'] = await begin();
  ids[':gone'] = await begin();
  await author.post(`/api/settings/drafts/${ids[':gone']}/withdrawals`, {}, 204);
  ids[':job'] = (await author.post(`/api/settings/drafts/${ids[':open']}/rehearsals`, { months: 1 }, 202)).id;
  await jobsAtRest();
}, 120_000);
afterAll(async () => {
  await jobsAtRest();
  await it?.close();
});

const real = (address: string): string => address.replace(/:(open|gone|job)/, (name) => ids[name] ?? name);

for (const [endpoint, expected, body] of settingsEndpoints)
  test(`谁能 ${endpoint} ${JSON.stringify(body?.() ?? '').slice(0, 60)}`, async () => {
    const [method = '', url = ''] = real(endpoint).split(' ');
    const seen: Partial<Record<Who, number>> = {};
    for (const who of Object.keys(expected) as Who[]) {
      const payload = body?.();
      const ask = { method: method as 'GET', url, ...(payload && { payload }) };
      const answer = await (clients.get(who)?.raw(method as 'GET', url, payload) ?? it.app.inject(ask));
      seen[who] = answer.statusCode;
      // A plan replaces the last one: they take turns.
      await jobsAtRest();
    }
    expect(seen).toEqual(expected);
  });

test('别的区县的人不知道有这份草稿；市里的看得到，但改不了、也发布不了', async () => {
  const other = await it.as('centerLeader', '140105-center');
  const city = await it.as('centerLeader', '140100-center');
  const draft = `/api/settings/drafts/${ids[':open']}`;
  expect((await other.raw('GET', draft)).statusCode).toBe(404);
  expect((await other.raw('POST', `${draft}/withdrawals`, {})).statusCode).toBe(404);
  expect((await other.get('/api/settings/drafts?county=140106')).length).toBe(0);
  expect((await city.raw('GET', draft)).statusCode).toBe(200);
  expect((await city.raw('POST', `${draft}/withdrawals`, {})).statusCode).toBe(403);
  expect((await city.raw('POST', `${draft}/publications`, { applyRun: null })).statusCode).toBe(403);
});

test('规则的每个地址都在表里', () => {
  const bare = (address: string) =>
    address
      .replace(/\?.*/, '')
      .replace(/\{\w+\}|:\w+|\/versions\/\d{6}\/\d+/g, (part) =>
        part.startsWith('/versions') ? '/versions/*/*' : '*',
      );
  const listed = settingsEndpoints.map(([endpoint]) => bare(endpoint));
  const routes = Object.entries(it.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.some((tag) => tag === '规则 settings' || tag === '法律 law'))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(15);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});
