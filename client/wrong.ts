import type { houseAt } from './house.ts';
import { registration } from './registration.ts';

/** What the description refuses before anything is sent. Compiled, never run: each line must be found wrong. */
export async function wrong(house: ReturnType<typeof houseAt>): Promise<void> {
  const right = registration([], '00000000-0000-4000-8000-000000000000');
  // @ts-expect-error a word that is no source
  await house.POST('/api/disputes', { body: { ...right, source: 'pigeon' } });
  // @ts-expect-error people are counted in numbers
  await house.POST('/api/disputes', { body: { ...right, peopleInvolved: 'two' } });
  const { title: _, ...untitled } = right;
  // @ts-expect-error the title is asked for
  await house.POST('/api/disputes', { body: untitled });
  // @ts-expect-error nobody logs in without a password
  await house.POST('/api/sessions', { body: { login: 'a' } });
  // @ts-expect-error there is no such address
  await house.GET('/api/dispute');
  // @ts-expect-error one has to say which
  await house.GET('/api/disputes/{code}');
  const { data } = await house.GET('/api/disputes/{code}', { params: { path: { code: '140106260000010' } } });
  // @ts-expect-error a dispute has a status, not a state
  data?.state;
}
