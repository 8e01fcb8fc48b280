import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '../people/endpoints.matrix.ts';
import { addPerson, signIn } from '../people/testing/signedIn.ts';
import { roles } from '../platform/actor.ts';
import { clueEndpoints } from './clues.matrix.ts';
import { deliveryEndpoints } from './delivery.matrix.ts';
import { importEndpoints } from './imports.matrix.ts';
import { linkingEndpoints } from './linking.matrix.ts';
import { networkEndpoints } from './network.matrix.ts';
import { supervisionEndpoints } from './supervision.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';

/** Where each role has its post; the city's system administrator, since categories and the calendar are the city's. */
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
});
afterAll(() => t.close());

async function statusFor(endpoint: string, who: Who, body: object | undefined): Promise<number> {
  const [method = '', url = ''] = endpoint.split(' ');
  const headers = { cookie: cookies.get(who) ?? '' };
  return (await t.app.inject({ method: method as 'GET', url, headers, ...(body && { payload: body }) })).statusCode;
}

for (const [endpoint, expected, body] of [
  ...networkEndpoints,
  ...deliveryEndpoints,
  ...clueEndpoints,
  ...linkingEndpoints,
  ...importEndpoints,
  ...supervisionEndpoints,
])
  test(`who may ask ${endpoint}`, async () => {
    const seen: Partial<Record<Who, number>> = {};
    for (const who of Object.keys(expected) as Who[]) seen[who] = await statusFor(endpoint, who, body?.());
    expect(seen).toEqual(expected);
  });

test('every address of the network and the calendar stands in the table', () => {
  const bare = (address: string) => address.replace(/\?.*/, '').replace(/\{\w+\}/g, '*');
  const listed = networkEndpoints.map(([endpoint]) =>
    bare(endpoint)
      .replace(/\/(140106-center|nothing|20\d\d|[0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)/, '/*')
      .replace(/\/network\/units/, '/network/*'),
  );
  const ours = ['网络 network', '日历 calendar'];
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.some((tag) => ours.includes(tag)))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(25);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});

test('every address of supervision stands in a table, those about one dispute in the one of the dispute', () => {
  const bare = (address: string) => address.replace(/\?.*/, '').replace(/\{\w+\}|DB\d{14}/g, '*');
  const listed = [...networkEndpoints, ...deliveryEndpoints, ...clueEndpoints, ...supervisionEndpoints].map(
    ([endpoint]) => bare(endpoint),
  );
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.includes('督办 supervision'))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(12);
  expect(routes.filter((route) => !route.includes('/disputes/') && !listed.includes(route))).toEqual([]);
});

test('every address of linking stands in the table, those about one dispute in the one of the dispute', () => {
  const listed = linkingEndpoints.map(([endpoint]) => endpoint.replace(/\d{15}/, '*'));
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.includes('合并办理 linking'))
      .map(([method]) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '*')}`),
  );
  expect(routes.filter((route) => !listed.includes(route)).toSorted()).toEqual([
    'GET /api/disputes/*/alike',
    'GET /api/disputes/*/links',
  ]);
});

test('every address of imports and of paper stands in the table', () => {
  const bare = (address: string) =>
    address.replace(/\?.*/, '').replace(/\{\w+\}|\d{15}|[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
  const listed = importEndpoints.map(([endpoint]) => bare(endpoint));
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.some((tag) => ['导入 imports', '停机备用 paper'].includes(tag)))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(16);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});
