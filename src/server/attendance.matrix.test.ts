import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '../people/endpoints.matrix.ts';
import { addPerson, signIn } from '../people/testing/signedIn.ts';
import { roles } from '../platform/actor.ts';
import { attendanceEndpoints } from './attendance.matrix.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';

const unitOf: Partial<Record<Who, string>> = {
  courtClerk: '140106-court',
  arbitrator: '140106-laborArbitration',
  reconsiderationOfficer: '140106-justice',
  notary: '140106-notary',
  legalAidOfficer: '140106-legalAid',
  communityOfficer: '140106-publicSecurity',
  systemAdmin: '140100-center',
};

let t: TestApp;
const cookies = new Map<Who, string>([['nobody', '']]);
beforeAll(async () => {
  t = await testApp(new Date('2026-10-14T02:00:00Z'));
  for (const role of roles) {
    const person = await addPerson(t.db, role, [{ role, unitId: unitOf[role] ?? '140106-center' }]);
    cookies.set(role, await signIn(t.db, person, t.clock.now));
  }
  await (t.engine as ServerEngine).cache.refresh();
});
afterAll(() => t.close());

for (const [endpoint, expected, body] of attendanceEndpoints)
  test(`who may ask ${endpoint}`, async () => {
    const [method = '', url = ''] = endpoint.split(' ');
    const seen: Partial<Record<Who, number>> = {};
    for (const who of Object.keys(expected) as Who[]) {
      const headers = { cookie: cookies.get(who) ?? '' };
      const payload = body?.();
      const asked = { method: method as 'GET', url, headers, ...(payload && { payload }) };
      seen[who] = (await t.app.inject(asked)).statusCode;
    }
    expect(seen).toEqual(expected);
  });

const tags = ['在驻 presence', '随叫 call-outs', '报警 alarms', '值班 duty', '代班 cover'];
const bare = (address: string) =>
  address.replace(/\?.*/, '').replace(/\{\w+\}|140106-(center|health)|[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');

test('every address of presence, calls, alarms, duty and cover stands in the table', () => {
  const listed = attendanceEndpoints.map(([endpoint]) => bare(endpoint));
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.some((tag) => tags.includes(tag)))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});
