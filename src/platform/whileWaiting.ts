import type { FastifyReply } from 'fastify';

/**
 * Says when whoever asked no longer waits: the page was closed, the connection broke. Fastify's own signal says so as soon as
 * an upload has come in whole.
 */
export function whileWaiting(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  return left.signal;
}
