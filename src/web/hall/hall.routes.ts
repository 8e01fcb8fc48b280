import type { FastifyError, FastifyReply } from 'fastify';
import { reading } from '../../platform/db.ts';
import type { Http } from '../../platform/http.ts';
import { dayOf } from '../../platform/now.ts';
import { httpStatusOf, Refusal } from '../../platform/refusal.ts';
import { type HallDeps, hallRulesOf } from '../../reception/deps.ts';
import type { Device } from '../../reception/device.ts';
import { boardView } from '../../reception/hallView.ts';
import { hallScope, listTickets } from '../../reception/tickets.sql.ts';
import { Html } from '../citizen/html.ts';
import { noticePage } from '../citizen/noticePage.ts';
import { deviceOf, keepDevice, requireDevice } from './device.routes.ts';
import { hallStyle } from './frame.ts';
import { isLarge, kioskRoutes } from './kiosk.routes.ts';
import { kioskPage } from './kioskPages.ts';
import { screenScript } from './onScreen.ts';
import { closedPage, counterBoard, displayBoard, screenPage } from './screens.ts';

export const sendHtml = (reply: FastifyReply, text: string, status = 200) =>
  reply.code(status).type('text/html; charset=utf-8').send(text);

async function boardOf(deps: HallDeps, device: Device) {
  const now = deps.now();
  const rows = await reading(deps.db, hallScope(device), (queries) => listTickets(queries, device, dayOf(now)));
  return boardView(hallRulesOf(deps, device.countyCode), rows, now);
}

const boardText = (device: Device, view: Awaited<ReturnType<typeof boardOf>>): string =>
  device.kind === 'counter' ? counterBoard(view, device.counter ?? 0) : displayBoard(view);

function answerWithPage(error: FastifyError | Refusal, reply: FastifyReply) {
  if (!(error instanceof Refusal)) throw error;
  if (error.kind === 'unauthenticated') return sendHtml(reply, closedPage(), 401);
  const frame = { large: false, path: '/hall', print: '/hall', centerName: null, phone: null, title: '没有办成' };
  const page = noticePage(frame, [error.message], { href: '/hall', label: '重新开始' });
  return sendHtml(reply, page, httpStatusOf[error.kind]);
}

function screenRoutes(app: Http, deps: HallDeps): void {
  const schema = { hide: true };
  const nameOf = ({ centerId }: Device) => deps.reference().network.unit(centerId)?.name ?? '';
  app.get('/', { schema }, async (request, reply) => {
    const device = await requireDevice(request, deps);
    const view = await boardOf(deps, device);
    if (device.kind !== 'kiosk')
      return sendHtml(reply, screenPage(device.kind, nameOf(device), new Html(boardText(device, view))));
    const waiting = new Map(view.waiting.map(({ prefix, count }) => [prefix, count]));
    const around = { center: nameOf(device), large: isLarge(request) };
    return sendHtml(reply, kioskPage(around, hallRulesOf(deps, device.countyCode), waiting));
  });
  app.get('/board', { schema }, async (request, reply) => {
    const device = await requireDevice(request, deps);
    return sendHtml(reply, boardText(device, await boardOf(deps, device)));
  });
  app.get<{ Params: { token: string } }>('/open/:token', { schema }, async (request, reply) => {
    await deviceOf(deps, request.params.token);
    keepDevice(reply, deps, request.params.token);
    return reply.redirect('/hall', 303);
  });
  const lasting = 'public, max-age=31536000, immutable';
  app.get('/style.css', { schema }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', lasting).send(hallStyle),
  );
  app.get('/script.js', { schema }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', lasting).send(screenScript),
  );
}

/** Machines of the hall, without a log-in: numbers and counters, never a name. */
export function hallPageRoutes(app: Http, deps: HallDeps): void {
  app.register(
    async (scope) => {
      const pages = scope as unknown as Http;
      pages.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
      });
      pages.setErrorHandler((error: FastifyError | Refusal, _request, reply) => answerWithPage(error, reply));
      screenRoutes(pages, deps);
      kioskRoutes(pages, deps);
    },
    { prefix: '/hall' },
  );
}
