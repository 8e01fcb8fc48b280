import { Readable } from 'node:stream';
import type { Engine } from '../disputes/engine.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { markFile } from '../sheets/markFile.ts';
import { params, tags } from './imports.routes.ts';
import { marksOf } from './runRows.sql.ts';
import { getRun, type Run, requireImporter } from './runs.sql.ts';
import { spooled } from './storedBook.ts';

async function* marked(engine: Engine, actor: Actor, run: Run, signal: AbortSignal): AsyncGenerator<Buffer> {
  const { mapping, shape } = run;
  const plan = {
    sheet: mapping.sheet,
    noteColumn: shape.sheets[mapping.sheet]?.width ?? 0,
    noteTitle: '要改的地方',
    titleRow: mapping.headerRow,
  };
  const { path, remove } = await spooled(engine.files, run.sha256);
  try {
    yield* markFile(path, { ...plan, marks: marksOf(engine, actor, run) }, signal);
  } finally {
    await remove();
  }
}
const isCsv = ({ shape }: Run): boolean => shape.sheets.length === 1 && shape.sheets[0]?.name === 'CSV';

/** The file goes back as it came, with what is to be changed said in it. */
export function markedFileRoutes(app: Http, engine: Engine): void {
  app.get(
    '/api/imports/:id/marked',
    { schema: { tags, summary: '标好要改的地方的文件', params } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      const run = await reading(engine.db, actor, (queries) => getRun(queries, actor, request.params.id));
      await command(engine.db, actor, async (tx) =>
        recordTrail(tx, { at: engine.now(), actor, act: 'import.fetched', subject: run.id, address: request.ip }),
      );
      const [stem, end] = [run.fileName.replace(/\.\w+$/, ''), isCsv(run) ? 'csv' : 'xlsx'];
      reply
        .type(
          end === 'csv'
            ? 'text/csv; charset=utf-8'
            : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        )
        .header('cache-control', 'private, no-store')
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(`${stem}（要改的地方）.${end}`)}`,
        );
      return reply.send(Readable.from(marked(engine, actor, run, whileWaiting(reply)), { objectMode: false }));
    },
  );
}
