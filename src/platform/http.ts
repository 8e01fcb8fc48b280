import { readFileSync } from 'node:fs';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
  type RouteOptions,
} from 'fastify';
import { closeSoon } from './closing.ts';
import { compressAnswers } from './compressAnswers.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import type { Deps } from './deps.ts';
import { answerError, loggableError, newRequestId } from './httpErrors.ts';
import { inputValidator } from './inputValidator.ts';
import { readJsonBodies } from './jsonBodies.ts';
import { completed, type Knowledge } from './openapi.ts';
import { Refusal, refuse } from './refusal.ts';
import { refuseUnreadable } from './refuseUnreadable.ts';

export type Http = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type HttpOptions = {
  /** Where log lines go; silent without. */
  readonly log?: { readonly level: string; readonly stream?: { write(line: string): void } };
  /** Answers a GET of a page that no route knows (the workbench's own addresses). */
  readonly page?: (request: FastifyRequest, reply: FastifyReply) => unknown;
  /** Hears of every address, also those that no description names. */
  readonly onRoute?: (route: RouteOptions) => void;
  /** Whom the limit of requests counts: a log-in, which this module knows nothing of, or the address. */
  readonly countedAs?: (request: FastifyRequest) => string;
  /** What completes the open description. */
  readonly knowledge?: Knowledge;
};

const MEGABYTE = 1024 * 1024;

/** Whether browsers reach us by HTTPS: by our own certificate, or through a proxy that has one. */
export function overTls(deps: Pick<Deps, 'config'>): boolean {
  return deps.config.tls !== undefined || deps.config.publicUrl.startsWith('https:');
}

function serverOptions(deps: Deps, options: HttpOptions): FastifyServerOptions {
  return {
    logger: options.log
      ? {
          level: options.log.level,
          serializers: { err: loggableError },
          ...(options.log.stream && { stream: options.log.stream }),
        }
      : false,
    genReqId: newRequestId,
    // Their lines hold addresses with search words in them, so with names; ours below hold the route only.
    logController: new LogController({ disableRequestLogging: true }),
    // Only these may say who the caller is: addresses count for brakes on guessing and the trail.
    trustProxy: [...deps.config.trustedProxies],
    bodyLimit: MEGABYTE,
    requestTimeout: 120_000,
    // Said by closing.ts, in our own shape.
    return503OnClosing: false,
  };
}

function startFastify(deps: Deps, options: HttpOptions): Http {
  const { tls } = deps.config;
  const https = tls && { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) };
  // The types of a TLS server differ only in a socket that nobody here touches.
  const settings = { ...serverOptions(deps, options), ...(https && { https }) } as FastifyServerOptions;
  return Fastify(settings).withTypeProvider<TypeBoxTypeProvider>();
}

async function protect(app: Http, deps: Deps, { countedAs = ({ ip }) => ip }: HttpOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: overTls(deps) && { maxAge: 180 * 86_400, includeSubDomains: false },
    // With no-referrer, browsers send `Origin: null` from our own forms, and the origin check would refuse them.
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, {
    // This stops a script gone wild, not a busy morning.
    max: 6000,
    timeWindow: 60_000,
    keyGenerator: countedAs,
    // So many are counted at once; whoever was not heard of for longest begins anew.
    cache: 20_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('tooMany', 'tooMany', `请求太密了，${Math.ceil(ttl / 1000)} 秒后再试。`),
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Beside SameSite=Strict cookies: another site's page may not act here. Programs send no Origin. */
function refuseOtherOrigins(request: FastifyRequest, publicUrl: string): void {
  // The header itself: a forwarded one anybody can send.
  const { origin, host } = request.headers;
  if (safeMethods.has(request.method) || origin === undefined) return;
  const ours = URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(publicUrl).origin);
  if (!ours) refuse('forbidden', 'otherOrigin', '这个请求不是从本系统的页面发出的，没有执行。');
}

function addHooks(app: Http, deps: Deps): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    refuseOtherOrigins(request, deps.config.publicUrl);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });
}

const license = { name: 'Apache-2.0', identifier: 'Apache-2.0' };
const info = { title: '枫桥台 Fengqiao', version: '0.1.0', description: '社会治安综合治理中心业务接口', license };

async function describe(app: Http, knowledge: HttpOptions['knowledge']): Promise<void> {
  const components = { securitySchemes: knowledge?.schemes ?? {} };
  await app.register(swagger, { openapi: { openapi: '3.1.0', info, components } });
  let text: string | undefined;
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(knowledge ? completed(app.swagger() as object, knowledge) : app.swagger());
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

/** The server before any module: limits, headers, input rules, the one error handler. */
export async function buildHttp(deps: Deps, options: HttpOptions = {}): Promise<Http> {
  const app = startFastify(deps, options);
  app.setValidatorCompiler(inputValidator);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && options.page !== undefined;
    return wantsPage ? options.page?.(request, reply) : refuse('notFound', 'noSuchAddress', '没有这个地址。');
  });
  if (options.onRoute) app.addHook('onRoute', options.onRoute);
  addHooks(app, deps);
  refuseUnreadable(app as unknown as FastifyInstance);
  readJsonBodies(app as unknown as FastifyInstance);
  closeSoon(app);
  await protect(app, deps, options);
  await compressAnswers(app);
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: 20 * MEGABYTE, files: 10, fields: 40, fieldSize: MEGABYTE } });
  await describe(app, options.knowledge);
  return app;
}
