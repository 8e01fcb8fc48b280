import type { PostRole } from '../../../people/roles.ts';
import { addPerson, signIn, type TestPerson } from '../../../people/testing/signedIn.ts';
import { openDatabase } from '../../../platform/db.ts';
import { atTime } from '../../../platform/now.ts';
import { testDeps } from '../../../platform/testing/deps.ts';
import { buildApp } from '../../app.ts';
import { startEngine } from '../../engine.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are read by who asked and knows their shape
type Answer = any;
export type Reply = { readonly status: number; readonly body: Answer };

/** Somebody in one post, logged in. */
export type Clerk = {
  readonly role: PostRole;
  readonly person: TestPerson;
  ask(method: 'GET' | 'POST', url: string, payload?: object): Promise<Reply>;
  upload(name: string, text: string): Promise<Answer>;
};

const center = '140106-center';
const posts: readonly (readonly [PostRole, string])[] = [
  ['handler', '140106-housing'],
  ['mediator', '140106004-center'],
  ...(['receptionist', 'dispatcher', 'referee', 'approver', 'centerLeader', 'closer'] as const).map(
    (role) => [role, center] as const,
  ),
  ['supervisor', center],
  ['dispatcher', '140100-center'],
  ['unitHead', '140106-housing'],
  ['unitHead', '140106-health'],
  ['unitHead', '140106-justice'],
  ['centerLeader', '140106004-center'],
  // Another county, where less happens.
  ['receptionist', '140105-center'],
  ['centerLeader', '140105-center'],
  ['systemAdmin', center],
  ['systemAdmin', center],
];

/** The whole product over this database, and people who use it; `clock.now` is the time they live in. */
export async function soakHouse(appUrl: string) {
  const db = openDatabase(appUrl, 6);
  const clock = { now: atTime('2026-08-31', '08:40') };
  const { engine, cache } = await startEngine(testDeps(db, clock));
  const app = await buildApp(engine);

  async function enter(role: PostRole, person: TestPerson): Promise<Clerk> {
    // Log-ins last longer than the walk does: nobody is asked for a password after twelve hours.
    const cookie = await signIn(db, person, new Date(clock.now.getTime() + 400 * 86_400_000));
    const headers = { cookie };
    return {
      ...{ role, person },
      async ask(method, url, payload) {
        const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
        return {
          status: answer.statusCode,
          body: answer.body.startsWith('{') || answer.body.startsWith('[') ? answer.json() : null,
        };
      },
      async upload(name, text) {
        const form = new FormData();
        form.append('file', new Blob([text]), name);
        const packed = new Response(form);
        const typed = { ...headers, 'content-type': packed.headers.get('content-type') ?? '' };
        const payload = Buffer.from(await packed.arrayBuffer());
        return (await app.inject({ method: 'POST', url: '/api/imports', headers: typed, payload })).json();
      },
    };
  }

  const people: Clerk[] = [];
  for (const [role, unitId] of posts) people.push(await enter(role, await addPerson(db, role, [{ role, unitId }])));
  await cache.refresh();
  const close = async () => {
    await app.close();
    cache.close();
    await db.close();
  };
  return { db, clock, engine, cache, people, close };
}

export type SoakHouse = Awaited<ReturnType<typeof soakHouse>>;

/** Who holds this post; `unit` where several do. */
export function holder({ people }: SoakHouse, role: PostRole, at = 0): Clerk {
  const found = people.filter((each) => each.role === role)[at];
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
}
