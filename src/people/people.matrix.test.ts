import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../platform/actor.ts';
import { healthRoutes } from '../platform/health.routes.ts';
import { peopleEndpoints, type Who } from './endpoints.matrix.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';
import { addPerson, signIn, type TestPerson } from './testing/signedIn.ts';

/** Where each role has its post. The policy is the city's, so the security administrator here is the city's too. */
const unitOf: Partial<Record<Who, string>> = {
  courtClerk: '140106-court',
  arbitrator: '140106-laborArbitration',
  reconsiderationOfficer: '140106-justice',
  notary: '140106-notary',
  legalAidOfficer: '140106-legalAid',
  communityOfficer: '140106-publicSecurity',
  unitHead: '140106-housing',
  handler: '140106-housing',
  systemAdmin: '140100-center',
  securityAdmin: '140100-center',
  auditAdmin: '140100-center',
};

let t: PeopleApp;
const people = new Map<Who, TestPerson>();
beforeAll(async () => {
  t = await peopleApp();
  t.clock.now = new Date();
  healthRoutes(t.app, t.deps);
  for (const role of roles)
    people.set(role, await addPerson(t.db, role, [{ role, unitId: unitOf[role] ?? '140106-center' }]));
});
afterAll(() => t.close());

async function statusFor(endpoint: string, who: Who, body: object | undefined): Promise<number> {
  const [method = '', url = ''] = endpoint.split(' ');
  const person = people.get(who);
  const cookie = person ? await signIn(t.db, person) : '';
  const options = { method: method as 'GET', url, headers: { cookie }, ...(body && { payload: body }) };
  return (await t.app.inject(options)).statusCode;
}

for (const [endpoint, expected, body] of peopleEndpoints)
  test(`who may ask ${endpoint}`, async () => {
    const seen: Partial<Record<Who, number>> = {};
    for (const who of Object.keys(expected) as Who[]) seen[who] = await statusFor(endpoint, who, body?.());
    expect(seen).toEqual(expected);
  });

test('every route of this module stands in the table', () => {
  const described = t.app.swagger().paths ?? {};
  const routes = Object.entries(described).flatMap(([path, item]) =>
    Object.keys(item ?? {}).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '*')}`),
  );
  const listed = peopleEndpoints.map(([endpoint]) =>
    endpoint.replace(/\?.*/, '').replace(/\/([0-9a-f-]{36}|0{64})(?=\/|$)/g, '/*'),
  );
  expect(routes.length).toBeGreaterThan(15);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});
