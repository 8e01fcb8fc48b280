import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asFullDisk } from './lostDatabase.ts';
import { httpStatusOf, Refusal, type RefusalKind } from './refusal.ts';

/** Without 0, 1, I, L, O, S, U: read out over the telephone. */
const letters = '23456789ABCDEFGHJKMNPQRTVWXYZ';

/** Short enough to say aloud; with the time it finds one line in the log. */
export function newRequestId(): string {
  return Array.from(randomBytes(4), (byte) => letters[byte % letters.length]).join('');
}

type FrameworkError = Error & { code?: string; statusCode?: number };

const frameworkSentences: Readonly<Record<string, string>> = {
  FST_REQ_FILE_TOO_LARGE: '文件太大，一个文件最多 20 MB。',
  FST_FILES_LIMIT: '文件太多，一次最多 10 个。',
  FST_INVALID_MULTIPART_CONTENT_TYPE: '这里要上传文件。',
  FST_ERR_CTP_BODY_TOO_LARGE: '内容太多，一次发不完。分几次写，或作为文件上传。',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '这种格式收不了。',
};

/** The reader of uploads says what is wrong with them in errors without a number. */
const brokenUpload = /multipart|part header|end of form|boundary|content-disposition/i;

const isBrokenUpload = ({ code, message }: FrameworkError, request: FastifyRequest): boolean =>
  code === undefined && request.isMultipart?.() === true && brokenUpload.test(message);

/** What the framework refuses before a handler runs: bad JSON, a body too large, a type it does not take, half an upload. */
export function refusalOfFramework(
  error: FrameworkError,
  request: FastifyRequest,
): { refusal: Refusal; status: number } | undefined {
  const broken = isBrokenUpload(error, request);
  const status = broken ? 400 : (error.statusCode ?? 500);
  // A plugin refuses by a number of its own (a range that a file has not, a method) and no code.
  if (!broken && !(status >= 400 && status < 500)) return undefined;
  const sentence = frameworkSentences[error.code ?? ''] ?? '发来的内容不完整，没有保存。写好的内容还在，请再按一次。';
  return { refusal: new Refusal('invalid', 'badRequest', sentence), status };
}

function bodyOf(kind: RefusalKind | 'bug', code: string, message: string, fields: object, requestId: string) {
  return { error: { kind, code, message, fields, requestId } };
}

/** An address typed or a page opened anew, in a moment when there is no page to show. */
const opensPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

const plainPage = (sentence: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>枫桥台</title><p>${sentence}</p></html>`;

function answer(reply: FastifyReply, status: number, refusal: Refusal) {
  const { kind, code, message, fields } = refusal;
  if (kind === 'unavailable') reply.header('retry-after', '5');
  if (kind === 'unavailable' && opensPage(reply.request))
    return reply.code(status).type('text/html; charset=utf-8').send(plainPage(message));
  return reply.code(status).send(bodyOf(kind, code, message, fields, reply.request.id));
}

/** The one place where an error becomes an answer. A bug is logged once, and tells the person only its number. */
export function answerError(thrown: FrameworkError, request: FastifyRequest, reply: FastifyReply) {
  const error = asFullDisk(thrown) as FrameworkError;
  if (error instanceof Refusal) return answer(reply, httpStatusOf[error.kind], error);
  const framework = refusalOfFramework(error, request);
  if (framework) return answer(reply, framework.status, framework.refusal);
  request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'a bug');
  const sentence = `没有保存成功，是系统的问题。内容已留在本机。编号 ${request.id}，报给管理员。`;
  return reply.code(500).send(bodyOf('bug', 'bug', sentence, {}, request.id));
}

/** For logs. The rest of a database error (detail, where, parameters) can hold personal values. */
export function loggableError(error: Error & { code?: string; constraint?: string; table?: string }) {
  const { name, message, stack, code, constraint, table } = error;
  return { type: name, message, stack: stack ?? '', code, constraint, table };
}
