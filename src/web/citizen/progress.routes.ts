import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../../disputes/engine.ts';
import type { Http } from '../../platform/http.ts';
import { qrPath, qrSvg } from '../../platform/qr.ts';
import { sendPdf } from '../../residents/papers.routes.ts';
import { promiseDays } from '../../residents/promiseDays.ts';
import { residentSheet } from '../../residents/residentSheet.ts';
import {
  askContest,
  askObjection,
  askRating,
  askWords,
  type CodeParams,
  frameOf,
  isLarge,
  sendPage,
} from './ask.routes.ts';
import { progressPage } from './progressPage.ts';
import { requireVisit } from './requireVisit.routes.ts';
import type { Visit } from './visit.ts';

/** Each said once, on the page that follows. */
const doneSentences: Readonly<Record<string, string>> = {
  message: '话收到了，办理的人会看到。',
  files: '材料收到了，办理的人会看到。',
  both: '话和材料都收到了，办理的人会看到。',
  rating: '评价收到了。',
  contest: '您说没有解决，中心收到了，会给您答复。',
  arrived: '记下您到了。',
  objection: '您要求换调解员，中心收到了。换了人会告诉您。',
};

/** Why something was not done. */
const wrongSentences: Readonly<Record<string, string>> = {
  door: '数字不对，或者刚刚换过。看着房间里的屏幕再输一次。',
  oldForm: '这一页是以前打开的，没有记上，请再按一次。',
};

async function sendSheet(request: FastifyRequest, reply: FastifyReply, engine: Engine, { view }: Visit) {
  const largePrint = isLarge(request);
  const printed = { printedAt: engine.now(), printedBy: '当事人', largePrint };
  const code = qrSvg(`${engine.config.publicUrl}${qrPath(engine.secrets.qrSecret, view.code)}`);
  const sheet = residentSheet(view, { ...printed, qrSvg: code, paper: largePrint ? 'a4' : 'a5' });
  return sendPdf(reply, sheet, `progress-${view.code}`);
}

const sendDays = (reply: FastifyReply, engine: Engine, { view }: Visit) =>
  reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', `attachment; filename="days-${view.code}.ics"`)
    .send(promiseDays(view, engine.now()));

type Seen = FastifyRequest<CodeParams & { Querystring: Readonly<Record<string, string | undefined>> }>;
type Show = (request: Seen, reply: FastifyReply, visit: Visit) => unknown;

/** Everything a resident reads once the PIN was right. */
export function progressRoutes(app: Http, engine: Engine): void {
  const pages: Readonly<Record<string, Show>> = {
    progress: (request, reply, visit) => {
      const done = doneSentences[request.query.done ?? ''] ?? null;
      const wrong = wrongSentences[request.query.wrong ?? ''] ?? null;
      const { view, token, sittings } = visit;
      const shown = { view, done, wrong, token, sittings };
      return sendPage(reply, progressPage(frameOf(request, engine, visit, 'progress'), shown));
    },
    add: (request, reply, visit) => sendPage(reply, askWords(request, engine, visit)),
    rate: (request, reply, visit) => sendPage(reply, askRating(request, engine, visit)),
    contest: (request, reply, visit) => sendPage(reply, askContest(request, engine, visit)),
    object: (request, reply, visit) => sendPage(reply, askObjection(request, engine, visit)),
    'days.ics': (_request, reply, visit) => sendDays(reply, engine, visit),
    'sheet.pdf': (request, reply, visit) => sendSheet(request, reply, engine, visit),
  };
  for (const [name, show] of Object.entries(pages))
    app.get(`/:code/${name}`, { schema: { hide: true } }, async (request, reply) => {
      const seen = request as Seen;
      return show(seen, reply, await requireVisit(seen, reply, engine, seen.params.code));
    });
}
