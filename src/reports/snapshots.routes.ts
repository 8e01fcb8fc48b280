import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { printLong } from '../documents/pressApart.ts';
import { Id } from '../matters/fields.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import { ReportAsk } from './reportAsk.ts';
import { type PaperFacts, reportSheet, reportTitle, sheetColumns, sheetRows } from './reportSheet.ts';
import { tags } from './reports.routes.ts';
import { type ReportDeps, readReport } from './reports.sql.ts';
import { getSnapshot, handIn, listSnapshots, recount } from './snapshots.sql.ts';

const params = Type.Object({ id: Id });
const query = Type.Object({ ...ReportAsk.properties, snapshot: Type.Optional(Id) }, { additionalProperties: false });
type PaperQuery = ReportAsk & { snapshot?: string };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What goes on paper or into a workbook: the report of now, or one that was handed in. */
async function factsOf(deps: ReportDeps, actor: Actor, { snapshot, ...ask }: PaperQuery): Promise<PaperFacts> {
  const printed = { printedBy: actor.name, printedAt: deps.now() };
  if (snapshot === undefined)
    return { view: await readReport(deps, actor, ask, { asOf: deps.now(), live: true }), handed: null, ...printed };
  const { view, handedBy, handedAt, hash } = await getSnapshot(deps, actor, snapshot);
  return { view, handed: { by: handedBy, at: new Date(handedAt), hash }, ...printed };
}

async function logged(deps: ReportDeps, actor: Actor, { view }: PaperFacts, as: string): Promise<void> {
  const detail = { kind: view.kind, from: view.spans.this.from, as };
  await command(deps.db, actor, async (tx) =>
    recordTrail(tx, { at: deps.now(), act: 'report.exported', actor, subject: view.kind, detail }),
  );
}

function named(reply: FastifyReply, { view }: PaperFacts, ending: string): FastifyReply {
  const name = encodeURIComponent(`${view.place}${reportTitle(view)}-${view.spans.this.from}.${ending}`);
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="report.${ending}"; filename*=UTF-8''${name}`);
}

function paperRoutes(app: Http, deps: ReportDeps): void {
  app.get(
    '/api/reports/report.pdf',
    { schema: { tags, summary: '打印报表', querystring: query } },
    async (request, reply) => {
      const actor = await requireActor(request, deps);
      requireDoor(actor, 'reports');
      const facts = await factsOf(deps, actor, request.query as PaperQuery);
      await logged(deps, actor, facts, 'pdf');
      return named(reply, facts, 'pdf')
        .type('application/pdf')
        .send(await printLong(reportSheet(facts)));
    },
  );
  app.get(
    '/api/reports/report.xlsx',
    { schema: { tags, summary: '报表导出成表格', querystring: query } },
    async (request, reply) => {
      const actor = await requireActor(request, deps);
      requireDoor(actor, 'reports');
      const facts = await factsOf(deps, actor, request.query as PaperQuery);
      await logged(deps, actor, facts, 'xlsx');
      const { view } = facts;
      const caption = `${view.place}${reportTitle(view)} ${view.spans.this.title}，截至 ${view.asOf.slice(0, 16).replace('T', ' ')}`;
      const sheet = { name: reportTitle(view), caption, columns: sheetColumns, rows: sheetRows(view) };
      return named(reply, facts, 'xlsx').type(xlsx).send(writeSheet(sheet));
    },
  );
}

/** Handing a report in, what was handed in, and counting it again. */
export function snapshotRoutes(app: Http, deps: ReportDeps): void {
  paperRoutes(app, deps);
  app.get('/api/reports/snapshots', { schema: { tags, summary: '报出的报表' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reports');
    return listSnapshots(deps, actor);
  });
  app.post(
    '/api/reports/snapshots',
    { schema: { tags, summary: '报出：把这一刻的数定下来', body: ReportAsk } },
    async (request, reply) => {
      const actor = await requireActor(request, deps);
      requireDoor(actor, 'reports');
      return reply.code(201).send(await handIn(deps, actor, request.body));
    },
  );
  app.get('/api/reports/snapshots/:id', { schema: { tags, summary: '一份报出的报表', params } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reports');
    return getSnapshot(deps, actor, request.params.id);
  });
  app.get(
    '/api/reports/snapshots/:id/recounts',
    { schema: { tags, summary: '按当时的时刻再数一遍', params } },
    async (request) => {
      const actor = await requireActor(request, deps);
      requireDoor(actor, 'reports');
      return recount(deps, actor, request.params.id);
    },
  );
}
