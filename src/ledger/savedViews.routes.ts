import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { droppedSentences } from './ask.ts';
import { readLayout, usualColumns, withFirst, writeLayout } from './columns.ts';
import { tags } from './ledger.routes.ts';
import { readFilter } from './readFilter.ts';
import { addView, changeView, findLayout, listViews, removeView, saveLayout } from './savedViews.sql.ts';
import { mayChangeView, mayShare, SaveViewInput, type StoredView } from './saveView.ts';
import type { LedgerViewRow, LedgerViews } from './views.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const LayoutInput = Type.Object(
  {
    columns: Type.String({ maxLength: 600, title: '列' }),
    defaultViewId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], { title: '打开时的视图' }),
  },
  { additionalProperties: false },
);

function audienceName(engine: Engine, { audience, unitId, regionCode }: StoredView): string | null {
  const { network } = engine.reference();
  if (audience === 'own') return null;
  return (audience === 'unit' ? network.unit(unitId ?? '')?.short : network.region(regionCode ?? '')?.name) ?? '';
}

function viewRow(engine: Engine, actor: Actor, view: StoredView): LedgerViewRow {
  const reference = engine.reference();
  return {
    id: view.id,
    name: view.name,
    search: view.search,
    columns: view.columns,
    audience: view.audience,
    audienceName: audienceName(engine, view),
    owner: reference.directory.post(view.ownerPostId)?.name ?? '',
    mine: view.ownerPostId === actor.postId,
    mayChange: mayChangeView(actor, view),
    revision: view.revision,
    savedAt: view.savedAt.toISOString(),
    dropped: droppedSentences(readFilter(view.search, reference).dropped),
  };
}

async function views(engine: Engine, actor: Actor): Promise<LedgerViews> {
  const [stored, layout] = await plainly(engine.db, async (queries) => [
    await listViews(queries, actor),
    await findLayout(queries, actor.postId),
  ]);
  const usual = writeLayout(usualColumns(actor.role).map((key) => ({ key })));
  const { network } = engine.reference();
  const names = { unit: network.unit(actor.unitId)?.short, region: network.region(actor.regionCode)?.name };
  return {
    views: stored.map((view) => viewRow(engine, actor, view)),
    layout: layout && readLayout(layout.columns).length > 0 ? layout.columns : usual,
    usual,
    // A default view that was taken away is no default any more.
    defaultViewId: stored.find(({ id }) => id === layout?.defaultViewId)?.id ?? null,
    audiences: (['unit', 'region'] as const)
      .filter((audience) => mayShare(actor, audience))
      .map((audience) => ({ audience, name: names[audience] ?? '' })),
  };
}

/** Views under a name, own and shared; and how this post has its ledger. */
export function savedViewRoutes(app: Http, engine: Engine): void {
  app.get('/api/ledger/views', { schema: { tags, summary: '台账的视图和列' } }, async (request) =>
    views(engine, await requireActor(request, engine)),
  );
  const saving = { tags, summary: '存为视图', body: SaveViewInput };
  app.post('/api/ledger/views', { schema: saving }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send({ id: await addView(engine.db, actor, request.body, engine.now()) });
  });
  const changing = { tags, summary: '改视图', params, body: SaveViewInput };
  app.put('/api/ledger/views/:id', { schema: changing }, async (request) => {
    const actor = await requireActor(request, engine);
    await changeView(engine.db, actor, request.params.id, request.body, engine.now());
    return { id: request.params.id };
  });
  app.delete('/api/ledger/views/:id', { schema: { tags, summary: '删视图', params } }, async (request, reply) => {
    await removeView(engine.db, await requireActor(request, engine), request.params.id);
    return reply.code(204).send();
  });
  const laying = { tags, summary: '选列、列宽、打开时的视图', body: LayoutInput };
  app.put('/api/ledger/layout', { schema: laying }, async (request) => {
    const actor = await requireActor(request, engine);
    const columns = writeLayout(withFirst(readLayout(request.body.columns)));
    await saveLayout(engine.db, actor.postId, { ...request.body, columns }, engine.now());
    return { columns };
  });
}
