import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { chooseRows } from './chooseRows.sql.ts';
import { type Mapping, MappingInput, TableInput } from './mapping.ts';
import { pointAtTable, saveMapping } from './mapRun.sql.ts';
import { detailOf, viewRun } from './runDetail.sql.ts';
import { viewRows } from './runRows.sql.ts';
import { getRun, listRuns, requireImporter } from './runs.sql.ts';
import { uploadRun } from './uploadRun.sql.ts';

export const tags = ['导入 imports'];
export const params = Type.Object({ id: Id });
const MAX_BYTES = 60 * 1024 * 1024;
const PAGE = 50;

const Results = Type.Enum(['ready', 'wrong', 'same', 'changed', 'possible', 'applied', 'kept'], { default: 'wrong' });
const rowsQuery = Type.Object(
  { result: Results, after: Type.Integer({ minimum: 0, default: 0 }) },
  { additionalProperties: false },
);
const ChoiceInput = Type.Object(
  {
    rowNumbers: Type.Union([Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 500 }), Type.Null()], { title: '行' }),
    chosen: Type.Boolean({ title: '也写入' }),
  },
  { additionalProperties: false },
);

/** An old ledger from the file to the mapping; what is read through, written and taken back are jobs of importActs. */
export function importRoutes(app: Http, engine: Engine): void {
  app.get('/api/imports', { schema: { tags, summary: '导入过的旧台账' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const centerId = requireImporter(actor);
    return reading(engine.db, actor, async (queries) => {
      const runs = await listRuns(queries, actor.countyCode, centerId);
      return Promise.all(runs.map((run) => viewRun(engine, queries, run)));
    });
  });
  app.post(
    '/api/imports',
    { schema: { tags, summary: '传旧台账', consumes: ['multipart/form-data'] } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      const part = await request.file({ limits: { fileSize: MAX_BYTES + 1 } });
      if (part === undefined) return refuseField('file', '选一个 Excel 或 CSV 文件再传。');
      const limits = { maxBytes: MAX_BYTES, signal: whileWaiting(reply) };
      const run = await uploadRun(engine, actor, { name: part.filename, content: part.file }, limits);
      return reply.code(201).send(await detailOf(engine, actor, run.id, whileWaiting(reply)));
    },
  );
  app.get('/api/imports/:id', { schema: { tags, summary: '一次导入', params } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireImporter(actor);
    return detailOf(engine, actor, request.params.id, whileWaiting(reply));
  });
  mappingRoutes(app, engine);
  rowRoutes(app, engine);
}

/** What became of the rows, and what somebody says of those that may be the same. */
function rowRoutes(app: Http, engine: Engine): void {
  app.get(
    '/api/imports/:id/rows',
    { schema: { tags, summary: '逐行的结果', params, querystring: rowsQuery } },
    async (request) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      return reading(engine.db, actor, async (queries) =>
        viewRows(engine, queries, await getRun(queries, actor, request.params.id), {
          ...(request.query as { result: 'wrong'; after: number }),
          limit: PAGE,
        }),
      );
    },
  );
  app.post(
    '/api/imports/:id/choices',
    { schema: { tags, summary: '可能重复的行写不写入', params, body: ChoiceInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      await command(engine.db, actor, async (tx) =>
        chooseRows(tx, await getRun(tx, actor, request.params.id, true), request.body),
      );
      return reply.code(204).send();
    },
  );
}

function mappingRoutes(app: Http, engine: Engine): void {
  app.put(
    '/api/imports/:id/mapping',
    { schema: { tags, summary: '列和词怎么对应', params, body: MappingInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      const { revision, mapping } = request.body;
      await command(engine.db, actor, (tx) =>
        saveMapping(engine, tx, actor, request.params.id, revision, mapping as Mapping),
      );
      return detailOf(engine, actor, request.params.id, whileWaiting(reply));
    },
  );
  app.post(
    '/api/imports/:id/tables',
    { schema: { tags, summary: '换一张工作表，或指出表头', params, body: TableInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      await pointAtTable(engine, actor, request.params.id, request.body, whileWaiting(reply));
      return detailOf(engine, actor, request.params.id, whileWaiting(reply));
    },
  );
}
