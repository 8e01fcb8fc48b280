import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { headsUnit } from '../people/doors.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { isAdministrator } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly, type Queries, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { candidates, type HolderView, type HoldingsView, hasLeft, holderView, holdingView } from './holderView.ts';
import type { HolderRow } from './holdingRow.ts';
import { countHoldings, listHolders, listHoldings } from './holdings.sql.ts';

const tags = ['移交 handovers'];
const uuid = Type.String({ format: 'uuid' });
const postQuery = Type.Object({ post: Type.Optional(uuid) }, { additionalProperties: false });
const LISTED = 300;

/** The house counts: restricted matters too, none of them named. */
export const asHouse = <T>(engine: Engine, counties: readonly string[], work: (queries: Queries) => Promise<T>) =>
  reading(engine.db, { counties, viewers: ['system'] }, work);

export const leads = (actor: Pick<Actor, 'role'>): boolean => headsUnit(actor.role);

/** The post whose work is asked for: one's own, or one of the unit that one leads. */
export async function getHolder(engine: Engine, actor: Actor, postId: string): Promise<HolderRow> {
  const [holder] = await plainly(engine.db, (queries) => listHolders(queries, { postId }));
  if (holder && (holder.postId === actor.postId || (leads(actor) && holder.unitId === actor.unitId))) return holder;
  return refuse('forbidden', 'notYourPeople', '只能移交自己手上的，或者本单位同事手上的；别的单位由它的负责人移交。');
}

async function holdings(engine: Engine, actor: Actor, postId: string): Promise<HoldingsView> {
  const holder = await getHolder(engine, actor, postId);
  const { network, directory, rulesFor } = engine.reference();
  const rows = await reading(engine.db, actor, (queries) => listHoldings(queries, holder.countyCode, postId, LISTED));
  const posts = candidates(rows, postId, directory);
  const [own, ...loads] = await asHouse(engine, [holder.countyCode], (queries) =>
    countHoldings(queries, [holder.countyCode], [postId, ...posts.map((post) => post.postId)]),
  );
  const load = new Map(loads.map((each) => [each.postId, each.handling + each.contact]));
  const view = holderView(holder, own, network, dayOf(engine.now()));
  const seen = rows.filter(({ restricted }) => restricted).length;
  const receivers = posts.map((post) => ({
    postId: post.postId,
    name: post.name,
    roleLabel: holderView({ ...holder, ...post, validTo: null, active: true }, undefined, network, '').roleLabel,
    leads: leads(post),
    unit: network.unit(post.unitId)?.short ?? '',
    load: load.get(post.postId) ?? 0,
  }));
  return {
    holder: view,
    items: rows.map((row) => holdingView(row, { fromPostId: postId, actor, posts, network })),
    hidden: Math.max(0, view.named - seen),
    receivers: receivers.toSorted(
      (a, b) => Number(a.leads) - Number(b.leads) || a.load - b.load || (a.postId < b.postId ? -1 : 1),
    ),
    handoverDays: rulesFor(holder.countyCode).rules.handling.handoverDays,
  };
}

/** Everybody of the unit with how much each has in hand; whoever left and still holds something comes first. */
async function holders(engine: Engine, actor: Actor): Promise<HolderView[]> {
  const rows = await plainly(engine.db, (queries) =>
    listHolders(queries, leads(actor) ? { units: [actor.unitId] } : { postId: actor.postId }),
  );
  const today = dayOf(engine.now());
  const staff = rows.filter(({ role }) => !isAdministrator(role));
  const ids = staff.map(({ postId }) => postId);
  const counts = await asHouse(engine, [actor.countyCode], (queries) =>
    countHoldings(queries, [actor.countyCode], ids),
  );
  const byPost = new Map(counts.map((count) => [count.postId, count]));
  const { network } = engine.reference();
  const views = staff
    .map((row) => holderView(row, byPost.get(row.postId), network, today))
    .filter(({ left, handling, contact, named }) => !left || handling + contact + named > 0);
  return views.toSorted((a, b) => Number(b.left) - Number(a.left) || b.handling + b.contact - a.handling - a.contact);
}

/** What somebody has in hand: one's own, one's people's, and, for administrators, figures before a post is ended. */
export function holderRoutes(app: Http, engine: Engine): void {
  app.get('/api/handovers/holders', { schema: { tags, summary: '本单位谁手上有多少' } }, async (request) => {
    const actor = await requireActor(request, engine);
    if (isAdministrator(actor.role)) refuse('forbidden', 'noMatters', '管理员不经手纠纷，移交由单位负责人做。');
    return holders(engine, actor);
  });
  const listing = { tags, summary: '一个岗位手上的事，和谁能接', querystring: postQuery };
  app.get('/api/handovers/holdings', { schema: listing }, async (request) => {
    const actor = await requireActor(request, engine);
    if (isAdministrator(actor.role)) refuse('forbidden', 'noMatters', '管理员不经手纠纷，移交由单位负责人做。');
    return holdings(engine, actor, request.query.post ?? actor.postId);
  });
  const counting = { tags, summary: '免去岗位之前：手上还有多少，谁能移交', params: Type.Object({ id: uuid }) };
  app.get('/api/posts/:id/open-work', { schema: counting }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'people');
    const [holder] = await plainly(engine.db, (queries) => listHolders(queries, { postId: request.params.id }));
    if (!holder || !actor.counties.includes(holder.countyCode))
      return refuse('notFound', 'noSuchPost', '没有这个岗位。');
    const { network, directory } = engine.reference();
    const counts = await asHouse(engine, [holder.countyCode], (queries) =>
      countHoldings(queries, [holder.countyCode], [holder.postId]),
    );
    const heads = directory
      .postsOf(holder.unitId, 'unitHead', 'centerLeader')
      .filter((post) => post.postId !== holder.postId);
    const view = holderView(holder, counts[0], network, dayOf(engine.now()));
    return { ...view, left: hasLeft(holder, dayOf(engine.now())), leaders: heads.map(({ name }) => name) };
  });
}
