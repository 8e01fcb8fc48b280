import { emptyParty } from '../../intake/party.ts';
import type { PostRole } from '../../people/roles.ts';
import { signedInAs } from '../../people/testing/signedIn.ts';
import type { Environment } from '../../platform/config.ts';
import { type Db, openDatabase } from '../../platform/db.ts';
import { testDatabase } from '../../platform/testing/database.ts';
import { testDeps } from '../../platform/testing/deps.ts';
import type { Engine } from '../../procedures/engine.ts';
import { buildApp } from '../app.ts';
import { knowledgeOf } from '../description.ts';
import { startEngine } from '../engine.ts';
import { proveAnswers } from './proveAnswers.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
// biome-ignore lint/suspicious/noExplicitAny: answers are read by the tests that know their shape
type Answer = any;

/**
 * The whole product over a database of its own, and people who use it; `clock.now` is the time everybody lives in. `more`:
 * kinds of matter that only a test knows.
 */
export async function testApp(now: Date, env: Environment = {}, more: Engine['kinds'] = {}) {
  const database = await testDatabase();
  const db: Db = openDatabase(database.appUrl, 6);
  const clock = { now };
  const { engine: started, cache } = await startEngine(testDeps(db, clock, env));
  const engine = { ...started, kinds: { ...more, ...started.kinds } };
  const app = await buildApp(engine);
  proveAnswers(app, knowledgeOf(engine));

  async function as(role: PostRole, unitId: string, regionCode?: string) {
    const cookie = await signedInAs(db, role, unitId, regionCode);
    await cache.refresh();
    const raw = (method: Method, url: string, payload?: object) =>
      app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    const expectStatus = async (method: Method, url: string, status: number, payload?: object): Promise<Answer> => {
      const answer = await raw(method, url, payload);
      if (answer.statusCode !== status)
        throw new Error(`${method} ${url}: ${answer.statusCode} instead of ${status}: ${answer.body.slice(0, 600)}`);
      return answer.body === '' ? undefined : answer.json();
    };
    return {
      cookie,
      raw,
      get: (url: string) => expectStatus('GET', url, 200),
      post: (url: string, payload: object, status: number) => expectStatus('POST', url, status, payload),
      put: (url: string, payload: object, status: number) => expectStatus('PUT', url, status, payload),
      upload: async (url: string, name: string, bytes: Buffer): Promise<Answer> => {
        const form = new FormData();
        form.append('file', new Blob([new Uint8Array(bytes)]), name);
        const packed = new Response(form);
        const headers = { cookie, 'content-type': packed.headers.get('content-type') ?? '' };
        const payload = Buffer.from(await packed.arrayBuffer());
        return (await app.inject({ method: 'POST', url, headers, payload })).json();
      },
    };
  }

  const close = async () => {
    await app.close();
    cache.close();
    await db.close();
    await database.drop();
  };
  return { app, db, clock, as, party: emptyParty, engine, adminUrl: database.adminUrl, close };
}

export type TestApp = Awaited<ReturnType<typeof testApp>>;
