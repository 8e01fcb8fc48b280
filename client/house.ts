import createClient from 'openapi-fetch';
import type { components, paths } from './description.ts';

export type Registration = paths['/api/disputes']['post']['requestBody']['content']['application/json'];
export type Problem = components['schemas']['Problem'];

/** The house at an address. The cookies of the log-in are kept and shown, as a browser does. */
export function houseAt(baseUrl: string) {
  const house = createClient<paths>({ baseUrl });
  let cookies = '';
  house.use({
    onRequest({ request }) {
      request.headers.set('cookie', cookies);
      return request;
    },
    onResponse({ response }) {
      const given = response.headers.getSetCookie().map((each) => each.replace(/;.*/, ''));
      if (given.length > 0) cookies = given.join('; ');
    },
  });
  return house;
}

/** What was asked for; otherwise the sentence of the refusal is thrown. */
export function got<T>({ data, error }: { data?: T; error?: Problem }): T {
  if (data === undefined) throw new Error(error?.error.message ?? 'no answer');
  return data;
}
