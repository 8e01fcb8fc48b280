import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { repositoryRoot } from '../platform/config.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';

const root = join(repositoryRoot, 'dist', 'staff');

/** The built workbench. Its files carry a digest in their names and never change, compressed twins beside them (bin/compress.ts); its page is asked for each time. */
export async function serveWorkbench(app: Http): Promise<void> {
  if (!existsSync(root)) return;
  const twins = { preCompressed: true, globIgnore: ['**/*.{br,gz}'] };
  await app.register(fastifyStatic, { root, wildcard: false, cacheControl: false, setHeaders, ...twins });
}

function setHeaders(reply: FastifyReply, path: string): void {
  const lasting = path.includes('/assets/');
  reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const robots = `# 这里是综治中心办事和群众查自己的事用的，不公开任何人的事，请不要收录。
# People look up their own matter here. Nothing in here is for an index.
User-agent: *
Disallow: /
`;

/** What search engines read first, in words for whoever looks after them. */
export function robotsRoute(app: Http): void {
  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400').send(robots),
  );
}

/** An address of the workbench's own, typed in or reloaded: the page, which knows what to show. */
export function workbenchPage(request: FastifyRequest, reply: FastifyReply): unknown {
  // A tab of before the last update asks for files that are gone: a page in their place would only confuse it.
  const isFile = request.url.startsWith('/assets/');
  const page = /^\/login(?:$|\?)/.test(request.url) ? 'login.html' : 'index.html';
  if (!isFile && existsSync(join(root, page))) return reply.sendFile(page);
  return refuse('notFound', 'noSuchAddress', '没有这个地址。');
}
