import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalidInput } from './inputValidator.ts';
import { unreadable } from './readable.ts';
import { Refusal } from './refusal.ts';

type Shape = { properties?: Record<string, { type?: string; anyOf?: readonly { type?: string }[] }> };

/** What is asked for once and sent twice arrives as a list; only a list may. */
function sentTwice({ query, routeOptions }: FastifyRequest): Record<string, string> {
  const { properties = {} } = (routeOptions.schema?.querystring ?? {}) as Shape;
  const isList = (name: string) =>
    [properties[name], ...(properties[name]?.anyOf ?? [])].some((each) => each?.type === 'array');
  const twice = Object.entries(query ?? {}).filter(([name, value]) => Array.isArray(value) && !isList(name));
  return Object.fromEntries(twice.map(([name]) => [name, '这一项写了两次，留一个。']));
}

/** Before any schema, and where there is none: no address is asked with what it could not read or keep. */
export function refuseUnreadable(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (Object.keys(unreadable(request.params)).length > 0) throw new Refusal('notFound', 'notFound', '没有找到。');
    const fields = { ...unreadable(request.query), ...sentTwice(request), ...unreadable(request.body) };
    if (Object.keys(fields).length > 0) throw invalidInput(fields);
  });
}
