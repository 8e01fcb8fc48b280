import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { command, type Tx } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { formatTime } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { readSheet, type SheetRead } from '../sheets/readSheet.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import { type NetworkDeps, tags } from './deps.ts';
import { type Import, importSheet } from './importSheet.ts';
import { countyQuery } from './lists.routes.ts';
import { loadBook } from './network.sql.ts';
import { lockNetwork, recordRows } from './record.sql.ts';
import { rowsOf } from './rows.ts';
import { type AnySubject, listed, sheets } from './subjects.ts';

const params = Type.Object({ sheet: Type.Enum(Object.keys(sheets)) });
const applyQuery = Type.Object({ apply: Type.Boolean({ default: false }) }, { additionalProperties: false });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sheetOf = (name: string): AnySubject => sheets[name] ?? refuse('notFound', 'noSuchSheet', '没有这张表。');

async function uploaded(request: FastifyRequest, reply: FastifyReply, subject: AnySubject): Promise<SheetRead> {
  const part = await request.file();
  if (part === undefined) return refuseField('file', '选一个 Excel 文件再传。');
  return readSheet(await part.toBuffer(), { columns: subject.fields, signal: whileWaiting(reply) });
}

function report({ rows, unknownColumns, absentColumns }: Import, applied: boolean) {
  const count = (result: string) => rows.filter((row) => row.result === result).length;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  return { applied, counts, rows, unknownColumns, absentColumns };
}

/** Records the good rows together; the bad ones stay in the answer with their sentences. */
async function apply(
  deps: NetworkDeps,
  request: FastifyRequest,
  subject: AnySubject,
  sheet: SheetRead,
): Promise<Import> {
  const actor = await deps.gate.requireKeeper(request);
  const work = async (tx: Tx): Promise<Import> => {
    await lockNetwork(tx);
    const book = await loadBook(tx);
    const outcome = importSheet(subject, sheet, book, actor);
    for (const { key, before, after, differences } of outcome.kept) {
      recordRows(tx, rowsOf(subject.noun, after, book));
      const act = before === undefined ? 'network.added' : 'network.changed';
      const detail = { fields: differences.map(({ field }) => field), imported: true };
      deps.gate.recordTrail(tx, request, actor, { act, subject: `${subject.noun}/${key}`, detail });
    }
    const detail = report(outcome, true).counts;
    deps.gate.recordTrail(tx, request, actor, { act: 'network.imported', subject: subject.noun, detail });
    return outcome;
  };
  const outcome = await command(deps.db, openScope, work);
  await deps.reference.refresh();
  return outcome;
}

function registerOut(app: Http, deps: NetworkDeps): void {
  const { gate, reference } = deps;
  const asked = { params, querystring: countyQuery };
  app.get('/api/network/:sheet', { schema: { tags, summary: '一张表的全部内容', ...asked } }, async (request) => {
    const actor = await gate.requireActor(request);
    const subject = sheetOf(request.params.sheet);
    const { book } = reference.current();
    return listed(subject, book, request.query.county ?? actor.countyCode).map((form) => ({
      key: subject.key(form),
      ...form,
    }));
  });
  app.get('/api/network/:sheet.xlsx', { schema: { tags, summary: '导出表格', ...asked } }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const subject = sheetOf(request.params.sheet);
    const { book, network } = reference.current();
    const county = request.query.county ?? actor.countyCode;
    const forms = listed(subject, book, county);
    const rows = forms.map((form) =>
      Object.fromEntries(subject.fields.map((field) => [field.key, field.out(form, book)])),
    );
    const detail = { county, rows: rows.length };
    await command(deps.db, openScope, async (tx) =>
      gate.recordTrail(tx, request, actor, { act: 'network.exported', subject: request.params.sheet, detail }),
    );
    const caption = `${network.region(county)?.name ?? county}${subject.title}，${rows.length} 行，截至 ${formatTime(deps.now())}`;
    const file = encodeURIComponent(`${subject.title}-${county}.xlsx`);
    reply
      .type(xlsx)
      .header('content-disposition', `attachment; filename="${request.params.sheet}.xlsx"; filename*=UTF-8''${file}`);
    return reply.send(writeSheet({ name: subject.title, caption, columns: subject.fields, rows }));
  });
}

function registerIn(app: Http, deps: NetworkDeps): void {
  const schema = { tags, summary: '导入表格：先看结果，再写入', params, querystring: applyQuery };
  app.post('/api/network/:sheet/imports', { schema }, async (request, reply) => {
    const actor = await deps.gate.requireKeeper(request);
    const subject = sheetOf(request.params.sheet);
    const sheet = await uploaded(request, reply, subject);
    if (!request.query.apply) return report(importSheet(subject, sheet, deps.reference.current().book, actor), false);
    return reply.code(201).send(report(await apply(deps, request, subject, sheet), true));
  });
}

/** Workbooks out and in: the same columns both ways, so that what was fetched can be sent back. */
export function networkSheetRoutes(app: Http, deps: NetworkDeps): void {
  registerOut(app, deps);
  registerIn(app, deps);
}
