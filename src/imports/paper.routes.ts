import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import type { RegisterInput } from '../intake/register.ts';
import { Id, Reason } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { qrPath, qrSvg } from '../platform/qr.ts';
import { sendPdf } from '../residents/papers.routes.ts';
import { enterPaper } from './enterPaper.sql.ts';
import { PaperInput } from './enterPaper.ts';
import { listPads, reprintPad, requirePaperKeeper, reservePad, voidCode } from './pads.sql.ts';
import { type PadSheet, paperPad } from './paperPad.ts';
import type { PaperView } from './paperViews.ts';

const tags = ['停机备用 paper'];
const services = ['咨询', '法律咨询', '法律援助', '调解', '仲裁', '信访', '诉讼', '公证', '心理', '引导'];
const PadInput = Type.Object(
  { size: Type.Integer({ minimum: 5, maximum: 100, title: '几个编号' }) },
  { additionalProperties: false },
);
const codeParams = Type.Object({ code: Type.String({ pattern: '^\\d{15}$' }) });

async function readPaper(engine: Engine, actor: Actor): Promise<PaperView> {
  const centerId = requirePaperKeeper(actor);
  const { directory, rulesFor } = engine.reference();
  const { pads, codes } = await reading(engine.db, actor, (queries) => listPads(queries, actor.countyCode, centerId));
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    pads: pads.map(({ postId, reservedAt, ...pad }) => ({
      ...pad,
      reservedAt: reservedAt.toISOString(),
      reservedBy: directory.post(postId)?.name ?? '',
    })),
    codes: codes.map((code) => ({ ...code, reservedAt: code.reservedAt.toISOString(), endedAt: iso(code.endedAt) })),
    rules: rulesFor(actor.countyCode).rules.paper,
    colleagues: directory.postsOf(centerId).map(({ postId, name }) => ({ postId, name })),
  };
}

function padPdf(engine: Engine, actor: Actor, sheets: readonly PadSheet[]) {
  const { network, rulesFor } = engine.reference();
  const center = network.unit(actor.unitId);
  const form = paperPad({
    centerName: center?.name ?? '综治中心',
    centerPhone: center?.phone ?? null,
    sheets,
    categories: network.categories.map(({ name }) => name),
    services,
    lateHours: rulesFor(actor.countyCode).rules.paper.lateHours,
    qrSvgOf: (code) => qrSvg(`${engine.config.publicUrl}${qrPath(engine.secrets.qrSecret, code)}`),
    printedAt: engine.now(),
    printedBy: actor.name,
  });
  return form;
}

/** Paper for the day when nothing works: codes in advance, and what came in on paper afterwards. */
export function paperFormRoutes(app: Http, engine: Engine): void {
  const noted = (actor: Actor, act: string, subject: string, detail: object, address: string) =>
    command(engine.db, actor, async (tx) =>
      recordTrail(tx, { at: engine.now(), actor, act, subject, detail: { ...detail }, address }),
    );
  app.get('/api/paper-pads', { schema: { tags, summary: '预留的编号' } }, async (request) =>
    readPaper(engine, await requireActor(request, engine)),
  );
  app.post(
    '/api/paper-pads',
    { schema: { tags, summary: '预留编号并印出来', body: PadInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const sheets = await reservePad(engine, actor, request.body.size);
      await noted(actor, 'paper.reserved', sheets[0]?.code ?? '', { size: sheets.length }, request.ip);
      return sendPdf(reply.code(201), padPdf(engine, actor, sheets), `paper-${sheets[0]?.code}`);
    },
  );
  const padParams = Type.Object({ id: Id });
  app.post(
    '/api/paper-pads/:id/prints',
    { schema: { tags, summary: '剩下的再印一遍（换查询密码）', params: padParams } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const sheets = await reprintPad(engine, actor, request.params.id);
      await noted(actor, 'paper.reprinted', request.params.id, { size: sheets.length }, request.ip);
      return sendPdf(reply.code(201), padPdf(engine, actor, sheets), `paper-${sheets[0]?.code}`);
    },
  );
  codeRoutes(app, engine);
}

function codeRoutes(app: Http, engine: Engine): void {
  const VoidInput = Type.Object({ reason: Reason }, { additionalProperties: false });
  app.post(
    '/api/paper-codes/:code/voids',
    { schema: { tags, summary: '作废一个预留编号', params: codeParams, body: VoidInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const { code } = request.params;
      await command(engine.db, actor, async (tx) => {
        await voidCode(tx, actor, code, request.body.reason.trim(), engine.now());
        recordTrail(tx, { at: engine.now(), actor, act: 'paper.voided', subject: code, address: request.ip });
      });
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/paper-registrations',
    { schema: { tags, summary: '补录', body: PaperInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const { paper, ...input } = request.body;
      return reply.code(201).send(await enterPaper(engine, actor, input as unknown as RegisterInput, paper));
    },
  );
}
