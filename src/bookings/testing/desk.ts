import type { PostRole } from '../../people/roles.ts';
import { addPerson, signIn } from '../../people/testing/signedIn.ts';
import { newId } from '../../platform/ids.ts';
import type { ServerEngine } from '../../server/engine.ts';
import type { TestApp } from '../../server/testing/app.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are read by the tests that know their shape
type Answer = any;

export const yingze = '140106-center';
export const street = '140106004-center';
export const room = (number: number, center = yingze): string => `${center}-room-${number}`;

/** Somebody with a post, who can be asked to come and who asks the product over HTTP. */
export async function personOf(it: TestApp, name: string, role: PostRole, unitId: string) {
  const person = await addPerson(it.db, name, [{ role, unitId }]);
  const cookie = await signIn(it.db, person, it.clock.now);
  await (it.engine as ServerEngine).cache.refresh();
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const answer = await it.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as Answer };
  };
  return {
    name,
    ...{ userId: person.userId, postId: person.postIds[0] ?? '' },
    ask,
    get: async (url: string): Promise<Answer> => (await ask('GET', url)).body,
    book: (more: object) =>
      ask('POST', '/api/bookings', {
        ...{ centerId: yingze, day: '2026-10-14', from: '15:00', to: '16:30', roomIds: [], postIds: [] },
        commandId: newId(),
        ...more,
      }),
  };
}
export type Person = Awaited<ReturnType<typeof personOf>>;
