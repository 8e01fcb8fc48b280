import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { printPdf } from '../documents/pressApart.ts';
import type { Printable } from '../documents/printable.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { makeDeclineNotice, makeProgressSheet, makeSlip } from './papers.sql.ts';
import { printAgain } from './printAgain.sql.ts';

const tags = ['纸质 papers'];
const slipInput = Type.Object(
  {
    partyId: Id,
    pin: Type.Optional(Type.String({ pattern: '^\\d{6}$', title: '查询密码' })),
    largePrint: Type.Boolean({ default: false }),
  },
  { additionalProperties: false },
);
const printQuery = Type.Object(
  {
    largePrint: Type.Boolean({ default: false }),
    paper: Type.Union([Type.Literal('a4'), Type.Literal('a5')], { default: 'a5' }),
    partyId: Type.Optional(Type.Unsafe<string>({ ...Id, title: '给哪一方' })),
  },
  { additionalProperties: false },
);

export async function sendPdf(reply: FastifyReply, form: Printable<unknown>, name: string): Promise<FastifyReply> {
  const pdf = await printPdf(form);
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .send(pdf);
}

/** Everything on a resident's screen has a printed twin. */
export function paperRoutes(app: Http, engine: Engine): void {
  app.post(
    '/api/disputes/:code/slips',
    { schema: { tags, summary: '打印小票', params: codeParams, body: slipInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const { code } = request.params;
      const form =
        request.body.pin === undefined
          ? await command(engine.db, actor, (tx) => makeSlip(engine, tx, actor, code, request.body))
          : await printAgain(engine, actor, code, { ...request.body, address: request.ip });
      return sendPdf(reply, form, `slip-${code}`);
    },
  );
  app.get(
    '/api/disputes/:code/progress-sheet.pdf',
    { schema: { tags, summary: '打印办理进度', params: codeParams, querystring: printQuery } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const form = await command(engine.db, actor, (tx) => {
        recordLook(tx, 'sheetPrinted', actor, request.params.code, {}, engine.now());
        return makeProgressSheet(engine, tx, actor, request.params.code, request.query);
      });
      return sendPdf(reply, form, `progress-${request.params.code}`);
    },
  );
  app.get(
    '/api/disputes/:code/decline-notice.pdf',
    { schema: { tags, summary: '打印不予受理告知书', params: codeParams, querystring: printQuery } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const form = await reading(engine.db, actor, (queries) =>
        makeDeclineNotice(engine, queries, actor, request.params.code, request.query),
      );
      return sendPdf(reply, form, `decline-${request.params.code}`);
    },
  );
}
