import { codeParams } from '../disputes/codeParams.ts';
import type { Engine } from '../disputes/engine.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { qrSvg } from '../platform/qr.ts';
import { getAtTable } from './signing.routes.ts';
import type { TablePassView, TableView } from './signingViews.ts';
import { endTables, listTables, makePass } from './tables.sql.ts';

const tags = ['签字 signing'];

/** Tablets on a signing table: let in by a pass, seen, taken back. */
export function tableRoutes(app: Http, engine: Engine): void {
  const params = codeParams;
  const list = { tags, summary: '开着的签字桌', params };
  app.get('/api/disputes/:code/tables', { schema: list }, async (request): Promise<TableView[]> => {
    const actor = await requireActor(request, engine);
    const tables = await reading(engine.db, actor, async (queries) => {
      await getAtTable(queries, actor, request.params.code);
      return listTables(queries, request.params.code, engine.now());
    });
    return tables.map(({ openedAt, lastSeenAt, ...table }) => ({
      ...table,
      openedAt: openedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    }));
  });
  const pass = { tags, summary: '给平板开签字桌', params };
  app.post('/api/disputes/:code/table-passes', { schema: pass }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    const { token, until } = await command(engine.db, actor, async (tx) => {
      await getAtTable(tx, actor, code);
      return makePass(tx, actor, code, engine.now());
    });
    const address = `${engine.config.publicUrl}/c/t/${token}`;
    const view: TablePassView = { address, qrSvg: qrSvg(address), until: until.toISOString() };
    return reply.code(201).send(view);
  });
  const end = { tags, summary: '收回签字桌', params };
  app.post('/api/disputes/:code/table-ends', { schema: end }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    const ended = await command(engine.db, actor, async (tx) => {
      await getAtTable(tx, actor, code);
      return endTables(tx, actor, code, engine.now());
    });
    return reply.code(201).send({ ended });
  });
}
