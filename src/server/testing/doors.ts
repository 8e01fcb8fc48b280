import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EndpointRow, Who } from '../../people/endpoints.matrix.ts';
import { addPerson, signIn } from '../../people/testing/signedIn.ts';
import { roles } from '../../platform/actor.ts';
import type { ServerEngine } from '../engine.ts';
import { type TestApp, testApp } from './app.ts';
import { elsewhere } from './elsewhere.ts';

/** Where each role has its post: in Yingze's center, or in the body that has such posts. */
const unitOf: Partial<Record<Who, string>> = {
  courtClerk: '140106-court',
  arbitrator: '140106-laborArbitration',
  reconsiderationOfficer: '140106-justice',
  notary: '140106-notary',
  legalAidOfficer: '140106-legalAid',
  communityOfficer: '140106-publicSecurity',
};

export type Doors = {
  readonly endpoints: readonly EndpointRow[];
  /** Every address with one of these tags stands in the table, except those about one dispute (access.matrix.ts). */
  readonly tags: readonly string[];
  readonly units?: Partial<Record<Who, string>>;
};

async function everybody(it: TestApp, units: Doors['units']): Promise<Map<Who, string>> {
  const cookies = new Map<Who, string>();
  for (const role of roles) {
    const unitId = units?.[role] ?? unitOf[role] ?? '140106-center';
    cookies.set(role, await signIn(it.db, await addPerson(it.db, role, [{ role, unitId }]), it.clock.now));
  }
  await (it.engine as ServerEngine).cache.refresh();
  return cookies;
}

/** Whether an address, with an id or a name in it, is one of this route. */
function isOf(route: string, endpoint: string): boolean {
  const [parts, others] = [route, endpoint.replace(/\?.*/, '')].map((address) => address.split('/'));
  const fits = (part: string, index: number) => part.startsWith('{') || part === others?.[index];
  return parts?.length === others?.length && (parts?.every(fits) ?? false);
}

function routesOf(it: TestApp, tags: readonly string[]): string[] {
  return Object.entries(it.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, { tags: own }]) => own?.some((tag) => tags.includes(tag)))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
}

/**
 * Asks every address of the table as every role, and as nobody. `:name` in an address or a form is the thing of that name
 * elsewhere, so that a 404 is given by a guard.
 */
export function testDoors({ endpoints, tags, units }: Doors): void {
  let it: TestApp;
  let cookies: Map<Who, string>;
  let things: Readonly<Record<string, string>>;
  const named = (text: string) => text.replace(/:([a-zA-Z]+)\b/g, (all, name: string) => things[name] ?? all);

  beforeAll(async () => {
    it = await testApp(new Date('2026-10-14T02:00:00Z'));
    things = await elsewhere(it);
    cookies = await everybody(it, units);
  }, 120_000);
  afterAll(() => it?.close());

  async function statusFor(endpoint: string, who: Who, form: object | undefined): Promise<number> {
    const [method = '', url = ''] = named(endpoint).split(' ');
    const payload = form && JSON.parse(named(JSON.stringify(form)));
    const headers = { cookie: cookies.get(who) ?? '' };
    return (await it.app.inject({ method: method as 'GET', url, headers, ...(payload && { payload }) })).statusCode;
  }

  for (const [index, [endpoint, expected, form]] of endpoints.entries())
    test(`who may ask ${endpoint} (${index})`, async () => {
      const seen: Partial<Record<Who, number>> = {};
      for (const who of Object.keys(expected) as Who[]) seen[who] = await statusFor(endpoint, who, form?.());
      expect(seen).toEqual(expected);
    });

  test(`every address of ${tags.join(', ')} stands in the table`, () => {
    const routes = routesOf(it, tags);
    for (const tag of tags) expect(routesOf(it, [tag]), tag).not.toEqual([]);
    const aboutOne = /\/disputes\/\{code\}/;
    const left = routes.filter(
      (route) => !aboutOne.test(route) && !endpoints.some(([endpoint]) => isOf(route, endpoint)),
    );
    expect(left).toEqual([]);
  });
}
