import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../../disputes/engine.ts';
import type { Http } from '../../platform/http.ts';
import { refusalOfFramework } from '../../platform/httpErrors.ts';
import { httpStatusOf, Refusal } from '../../platform/refusal.ts';
import type { SittingEngine } from '../../sittings/sittingEngine.ts';
import { citizenAppointmentRoutes } from './appointments.routes.ts';
import { around } from './around.ts';
import { arriveRoutes } from './arrive.routes.ts';
import { isLarge, sendPage } from './ask.routes.ts';
import { checkRoutes } from './check.routes.ts';
import { doorRoutes } from './door.routes.ts';
import { hereRoutes } from './here.routes.ts';
import { noticePage } from './noticePage.ts';
import { progressRoutes } from './progress.routes.ts';
import { tablePassRoutes } from './table.routes.ts';
import { waysRoutes } from './ways.routes.ts';
import { wordsRoutes } from './words.routes.ts';

const titles: Partial<Record<Refusal['kind'], string>> = {
  notFound: '没有找到',
  tooMany: '等一等再来',
  unavailable: '现在连不上',
};

function codeOf(request: FastifyRequest): string | null {
  const { code } = (request.params ?? {}) as { code?: string };
  return code !== undefined && /^\d{15}$/.test(code) ? code : null;
}

/** A resident gets a page, never a bare code; what he can do next is on it. */
function answerWithPage(engine: Engine, error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  const code = codeOf(request);
  if (error instanceof Refusal && error.kind === 'unauthenticated')
    return reply.redirect(code ? `/c/${code}?again=1` : '/c', 303);
  const frame = around(engine.reference().network, code, isLarge(request), '/c');
  const onward = code ? { href: `/c/${code}/progress`, label: '回去看进度' } : { href: '/c', label: '重新输入编号' };
  if (error instanceof Refusal) {
    const title = titles[error.kind] ?? '没有办成';
    return sendPage(reply, noticePage({ ...frame, title }, [error.message], onward), httpStatusOf[error.kind]);
  }
  const status =
    refusalOfFramework(error, request)?.status ?? ((error.statusCode ?? 500) < 500 ? (error.statusCode ?? 400) : 500);
  if (status === 500)
    request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'a bug');
  const sentences = [
    status === 500
      ? `没有保存成功，是系统的问题。编号 ${request.id}，报给窗口。`
      : '发来的内容不完整，没有保存。请再来一次。',
    '按手机的返回键，写的话多半还在。',
  ];
  return sendPage(reply, noticePage({ ...frame, title: '没有办成' }, sentences, onward), status);
}

/** The residents' pages: plain HTML, forms and links, no script. */
export function citizenRoutes(app: Http, engine: SittingEngine): void {
  app.register(
    async (scope) => {
      const pages = scope as unknown as Http;
      pages.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
      });
      pages.setErrorHandler((error: FastifyError | Refusal, request, reply) =>
        answerWithPage(engine, error, request, reply),
      );
      pages.setNotFoundHandler((request, reply) =>
        answerWithPage(
          engine,
          new Refusal('notFound', 'noSuchPage', '没有这一页。看看编号有没有输错。'),
          request,
          reply,
        ),
      );
      citizenAppointmentRoutes(pages, engine);
      doorRoutes(pages, engine);
      hereRoutes(pages, engine);
      checkRoutes(pages, engine);
      tablePassRoutes(pages, engine);
      progressRoutes(pages, engine);
      wordsRoutes(pages, engine);
      // The server's engine knows the doors of law; its type here does not say so.
      waysRoutes(pages, engine as never);
      arriveRoutes(pages, engine);
    },
    { prefix: '/c' },
  );
}
