import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '../people/endpoints.matrix.ts';
import { addPerson, signIn } from '../people/testing/signedIn.ts';
import { roles } from '../platform/actor.ts';
import { receptionEndpoints } from './reception.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';

let t: TestApp;
const cookies = new Map<Who, string>([['nobody', '']]);
beforeAll(async () => {
  t = await testApp(new Date('2026-10-14T02:00:00Z'));
  for (const role of roles) {
    const unitId = role === 'courtClerk' ? '140106-court' : '140106-center';
    cookies.set(role, await signIn(t.db, await addPerson(t.db, role, [{ role, unitId }]), t.clock.now));
  }
});
afterAll(() => t.close());

for (const [endpoint, expected, body] of receptionEndpoints)
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

test('every address of the hall stands in the table', () => {
  const bare = (address: string) => address.replace(/\{\w+\}|[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
  const listed = receptionEndpoints.map(([endpoint]) => bare(endpoint));
  const routes = Object.entries(t.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.includes('接待 reception'))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});
