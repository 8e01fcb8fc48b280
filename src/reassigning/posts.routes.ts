import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Book } from '../network/book.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { isAdministrator, roleLabel } from '../people/roles.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, type Queries } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { dayOf, formatTime } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { readSheet, type SheetRead } from '../sheets/readSheet.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import {
  listBatches,
  listHeldPosts,
  listPeople,
  lockRights,
  type Recorded,
  recordBatch,
  recordPostChanges,
  undoBatch,
} from './postBatches.sql.ts';
import { importPosts, type PostImport, postColumns } from './postSheet.ts';

export type PostSheetDeps = Deps & { readonly book: () => Book; readonly cache: { refresh(): Promise<void> } };
const tags = ['岗位表 posts'];
const applyQuery = Type.Object({ apply: Type.Boolean({ default: false }) }, { additionalProperties: false });
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function requireKeeper(deps: PostSheetDeps, request: FastifyRequest): Promise<Actor> {
  const actor = await requireActor(request, deps);
  requireDoor(actor, 'people');
  return actor;
}

async function uploaded(request: FastifyRequest, reply: FastifyReply): Promise<SheetRead> {
  const part = await request.file();
  if (part === undefined) return refuseField('file', '选一个 Excel 文件再传。');
  return readSheet(await part.toBuffer(), { columns: postColumns, signal: whileWaiting(reply) });
}

async function read(deps: PostSheetDeps, queries: Queries, actor: Actor, sheet: SheetRead): Promise<PostImport> {
  const logins = sheet.rows.map(({ values }) =>
    String(values.login ?? '')
      .trim()
      .toLowerCase(),
  );
  const people = await listPeople(queries, [...new Set(logins)], dayOf(deps.now()));
  return importPosts(sheet, people, deps.book(), actor, deps.now());
}

function report({ rows, unknownColumns }: PostImport, batchId: string | null) {
  const count = (result: string) => rows.filter((row) => row.result === result).length;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  return { batchId, counts, rows: rows.filter(({ result }) => result !== 'same'), unknownColumns };
}

/** Good lines together, under one batch that can be taken back whole. */
async function apply(deps: PostSheetDeps, actor: Actor, sheet: SheetRead, address: string) {
  const at = deps.now();
  const id = newId(at);
  const done = await command(deps.db, openScope, async (tx) => {
    await lockRights(tx);
    const found = await read(deps, tx, actor, sheet);
    const recorded = recordPostChanges(tx, found.changes, at);
    if (recorded.length === 0) return report(found, null);
    recordBatch(tx, { id, countyCode: actor.countyCode, userId: actor.userId, at }, recorded);
    for (const { act, postId, userId } of recorded) {
      const detail = { postId, batch: id };
      recordTrail(tx, {
        at,
        act: act === 'given' ? 'post.created' : 'post.ended',
        actor,
        subject: userId,
        detail,
        address,
      });
    }
    recordTrail(tx, { at, act: 'posts.imported', actor, subject: id, detail: { count: recorded.length }, address });
    return report(found, id);
  });
  await deps.cache.refresh();
  return done;
}

function sheetOut(app: Http, deps: PostSheetDeps): void {
  app.get('/api/posts.xlsx', { schema: { tags, summary: '导出岗位表' } }, async (request, reply) => {
    const actor = await requireKeeper(deps, request);
    const held = await plainly(deps.db, (queries) => listHeldPosts(queries, actor.counties, dayOf(deps.now())));
    const own = held.filter(({ role }) => isAdministrator(role) === (actor.role === 'securityAdmin'));
    const book = deps.book();
    const rows = own.map((post) => {
      const unit = book.units.get(post.unitId);
      return { ...post, unit: unit?.name ?? '', role: roleLabel(post.role) };
    });
    await command(deps.db, openScope, async (tx) =>
      recordTrail(tx, {
        at: deps.now(),
        act: 'posts.exported',
        actor,
        detail: { rows: rows.length },
        address: request.ip,
      }),
    );
    const caption = `岗位表，${rows.length} 行，截至 ${formatTime(deps.now())}`;
    const file = encodeURIComponent('岗位表.xlsx');
    reply.type(xlsx).header('content-disposition', `attachment; filename="posts.xlsx"; filename*=UTF-8''${file}`);
    return reply.send(writeSheet({ name: '岗位表', caption, columns: postColumns, rows }));
  });
}

/** Posts both ways by Excel: the difference before, one batch, and the way back. */
export function postSheetRoutes(app: Http, deps: PostSheetDeps): void {
  sheetOut(app, deps);
  const importing = { tags, summary: '导入岗位表：先看差别，再写入', querystring: applyQuery };
  app.post('/api/post-imports', { schema: importing }, async (request, reply) => {
    const actor = await requireKeeper(deps, request);
    const sheet = await uploaded(request, reply);
    if (!request.query.apply)
      return report(await plainly(deps.db, (queries) => read(deps, queries, actor, sheet)), null);
    return reply.code(201).send(await apply(deps, actor, sheet, request.ip));
  });
  app.get('/api/post-batches', { schema: { tags, summary: '成批的岗位变动' } }, async (request) => {
    const actor = await requireKeeper(deps, request);
    const rows = await plainly(deps.db, (queries) => listBatches(queries, actor.counties));
    return rows.map(({ changes, ...row }) => {
      const given = (changes as Recorded[]).filter(({ act }) => act === 'given').length;
      return { ...row, given, ended: (changes as Recorded[]).length - given };
    });
  });
  app.post('/api/post-batches/:id/withdrawals', { schema: { tags, summary: '整批收回', params } }, async (request) => {
    const actor = await requireKeeper(deps, request);
    const { id } = request.params;
    const count = await command(deps.db, openScope, async (tx) => {
      await lockRights(tx);
      const undone = await undoBatch(tx, id, actor.counties, { userId: actor.userId, at: deps.now() });
      recordTrail(tx, {
        at: deps.now(),
        act: 'posts.rolledBack',
        actor,
        subject: id,
        detail: { count: undone },
        address: request.ip,
      });
      return undone;
    });
    await deps.cache.refresh();
    return { count };
  });
}
