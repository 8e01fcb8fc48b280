import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import { checkAgainst } from './checkAgainst.sql.ts';
import { ClaimantField, type ClaimantInput, MOST_AT_ONCE } from './claimant.ts';
import { type RosterFilter, rosterFilters } from './claimantViews.ts';
import { readRoster } from './readRoster.sql.ts';
import { readUpload } from './readUpload.sql.ts';
import { RevealAccountInput, revealAccount } from './revealAccount.sql.ts';
import { faultySheet, rosterSheet, signingSheet } from './rosterSheets.ts';

const tags = ['申请人名单 claimants'];
const PAGE = 50;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const query = Type.Object(
  {
    after: Type.Integer({ minimum: -1, maximum: 100_000, default: -1, title: '从哪一位以后' }),
    filter: Type.Union(
      rosterFilters.map((each) => Type.Literal(each)),
      { default: 'all', title: '哪些人' },
    ),
    find: Type.String({ maxLength: 40, default: '', title: '姓名或号码后四位' }),
  },
  { additionalProperties: false },
);
const bookQuery = Type.Object(
  { form: Type.Union([Type.Literal('roster'), Type.Literal('signing')], { default: 'roster', title: '哪一张表' }) },
  { additionalProperties: false },
);
const chosenQuery = Type.Object(
  { as: Type.String({ maxLength: 600, default: '', pattern: '^(\\d{1,3}:[A-Za-z]+,?)*$', title: '哪一列是什么' }) },
  { additionalProperties: false },
);
const ChecksInput = Type.Object(
  { claimants: Type.Array(ClaimantField, { minItems: 1, maxItems: MOST_AT_ONCE, title: '名单' }) },
  { additionalProperties: false },
);

const FaultyInput = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        { claimant: ClaimantField, wrong: Type.String({ maxLength: 1000, title: '要改的地方' }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MOST_AT_ONCE, title: '要改的行' },
    ),
  },
  { additionalProperties: false },
);

const mayRead = (actor: Actor, dispute: Dispute) => {
  const sight = sightOf(actor, dispute);
  return seesFacts(sight) ? sight : refuse('forbidden', 'notYourRoster', '申请人名单由办这件事的人看。');
};
const mustHandle = (actor: Actor, dispute: Dispute): void => {
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'notYourRoster', '名单由受理中心和承办单位来加。');
};

/** The roster of a dispute: reading it, its sheets in and out. Who joins, changes and leaves are steps of the dispute. */
export function claimantRoutes(app: Http, engine: Engine): void {
  const list = { tags, summary: '申请人名单，一页', params: codeParams, querystring: query };
  app.get('/api/disputes/:code/claimants', { schema: list }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      const sight = mayRead(actor, dispute);
      const asked = { ...request.query, filter: request.query.filter as RosterFilter, limit: PAGE };
      return readRoster(engine, queries, dispute, sight, asked);
    });
  });
  const reveal = { tags, summary: '查看账号（写明用途，留痕）', params: codeParams, body: RevealAccountInput };
  app.post('/api/disputes/:code/account-reveals', { schema: reveal }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    const value = await command(engine.db, actor, (tx) => revealAccount(engine, tx, actor, code, request.body));
    return reply.code(201).send({ value });
  });
  sheetRoutes(app, engine);
  outRoutes(app, engine);
}

function sheetRoutes(app: Http, engine: Engine): void {
  const upload = {
    ...{ tags, summary: '读一张名单，先看再加（不保存文件）', params: codeParams, querystring: chosenQuery },
    consumes: ['multipart/form-data'],
  };
  app.post('/api/disputes/:code/claimant-sheets', { schema: upload }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    await reading(engine.db, actor, async (queries) =>
      mustHandle(actor, await getDispute(queries, request.params.code)),
    );
    const part = request.isMultipart() ? await request.file() : undefined;
    const sheet = await readUpload(part?.file, request.query.as, engine.now(), whileWaiting(reply));
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      return { ...sheet, rows: await checkAgainst(engine, queries, dispute, sheet.rows) };
    });
  });
  const checks = { tags, summary: '改过的行再核对一遍', params: codeParams, body: ChecksInput };
  app.post('/api/disputes/:code/claimant-checks', { schema: checks }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      mustHandle(actor, dispute);
      const lines = (request.body.claimants as ClaimantInput[]).map((claimant, index) => ({
        ...{ rowNumber: index + 1, claimant, problems: {}, warnings: {}, knownPartyId: null },
      }));
      return { rows: await checkAgainst(engine, queries, dispute, lines, engine.now()) };
    });
  });
}

function outRoutes(app: Http, engine: Engine): void {
  const file = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`;
  const book = { tags, summary: '名单、签字表（Excel，号码遮住）', params: codeParams, querystring: bookQuery };
  app.get('/api/disputes/:code/claimants.xlsx', { schema: book }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { form } = request.query;
    const roster = await reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      const all = { after: -1, limit: 5_000, filter: form === 'signing' ? 'in' : 'all', find: '' } as const;
      return readRoster(engine, queries, dispute, mayRead(actor, dispute), all);
    });
    const sheet = form === 'signing' ? signingSheet(roster.rows) : rosterSheet(roster);
    reply.type(xlsx).header('cache-control', 'private, no-store').header('content-disposition', file(sheet.name));
    return reply.send(writeSheet(sheet));
  });
  const faulty = { tags, summary: '只把要改的行存成 Excel', params: codeParams, body: FaultyInput };
  app.post('/api/disputes/:code/faulty-claimants.xlsx', { schema: faulty }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    await reading(engine.db, actor, async (queries) =>
      mustHandle(actor, await getDispute(queries, request.params.code)),
    );
    const sheet = faultySheet(request.body.rows as { claimant: ClaimantInput; wrong: string }[]);
    reply.type(xlsx).header('cache-control', 'private, no-store').header('content-disposition', file(sheet.name));
    return reply.send(writeSheet(sheet));
  });
}
