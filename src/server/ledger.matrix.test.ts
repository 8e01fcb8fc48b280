import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '../people/endpoints.matrix.ts';
import { addPerson, signIn } from '../people/testing/signedIn.ts';
import { roles } from '../platform/actor.ts';
import { ledgerEndpoints } from './ledger.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';

const unitOf: Partial<Record<Who, string>> = {
  courtClerk: '140106-court',
  arbitrator: '140106-laborArbitration',
  reconsiderationOfficer: '140106-justice',
  notary: '140106-notary',
  legalAidOfficer: '140106-legalAid',
  communityOfficer: '140106-publicSecurity',
};

let t: TestApp;
const cookies = new Map<Who, string>([['nobody', '']]);
beforeAll(async () => {
  t = await testApp(new Date('2026-10-14T02:00:00Z'));
  for (const role of roles) {
    const person = await addPerson(t.db, role, [{ role, unitId: unitOf[role] ?? '140106-center' }]);
    cookies.set(role, await signIn(t.db, person, t.clock.now));
  }
});
afterAll(() => t.close());

for (const [index, [endpoint, expected, body]] of ledgerEndpoints.entries())
  test(`who may ask ${endpoint} (${index})`, async () => {
    const [method = '', url = ''] = endpoint.split(' ');
    const seen: Partial<Record<Who, number>> = {};
    for (const who of Object.keys(expected) as Who[]) {
      const headers = { cookie: cookies.get(who) ?? '' };
      const payload = body?.();
      seen[who] = (
        await t.app.inject({ method: method as 'GET', url, headers, ...(payload && { payload }) })
      ).statusCode;
    }
    expect(seen).toEqual(expected);
  });

test('every address of the ledger stands in the table', () => {
  const bare = (address: string) =>
    address.replace(/\?.*/, '').replace(/\{\w+\}|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=files\/)0/g, '*');
  const listed = ledgerEndpoints.map(([endpoint]) => bare(endpoint));
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.includes('台账 ledger'))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(14);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});
