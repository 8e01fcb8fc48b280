import { Type } from 'typebox';
import { fileHeaders } from '../matters/fileHeaders.ts';
import { recordUpload, storeUpload } from '../matters/uploads.sql.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import type { Engine } from './engine.ts';
import { findReadableFile } from './files.sql.ts';
import { recordLook } from './looks.sql.ts';

const tags = ['材料 files'];
const params = Type.Object({ code: Type.String({ pattern: '^\\d{15}$' }), id: Type.String({ format: 'uuid' }) });
const MAX_FILES = 10;

/** Files come up first and join a matter with the step that names them; they go out only to those who see the matter. */
export function fileRoutes(app: Http, engine: Engine): void {
  app.post(
    '/api/uploads',
    { schema: { tags, summary: '传文件', consumes: ['multipart/form-data'] } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const uploaded = [];
      for await (const part of request.files({ limits: { files: MAX_FILES } })) {
        const bytes = await part.toBuffer();
        const stored = await storeUpload(engine, { name: part.filename, bytes }, whileWaiting(reply));
        uploaded.push(
          await command(engine.db, actor, async (tx) => recordUpload(engine, tx, actor, `p:${actor.postId}`, stored)),
        );
      }
      if (uploaded.length === 0) refuse('invalid', 'noFile', '没有选文件。', { file: '没有选文件。' });
      return reply.code(201).send(uploaded);
    },
  );
  app.get(
    '/api/disputes/:code/files/:id',
    { schema: { tags, summary: '看一份材料', params } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      const { code, id } = request.params;
      const file = await command(engine.db, actor, async (tx) => {
        const found = await findReadableFile(tx, actor, code, id);
        recordLook(tx, 'fileRead', actor, code, { fileId: id }, engine.now());
        return found;
      });
      return reply.headers(fileHeaders(file)).send(await engine.files.read(file.sha256));
    },
  );
}
