import { listCoverActors } from '../people/coverPosts.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Engine } from './engine.ts';
import { namesOf } from './names.sql.ts';
import type { Named, WorkList } from './views.ts';
import { addCounts, countWorkAcross, inOrder, listWorkAcross } from './work.across.sql.ts';
import { workList } from './workList.ts';
import { fromTheFirst, type Owed, type WorkCounts, type WorkFrom, type WorkRow } from './workRow.ts';

export type WorkAsk = { whose: 'all' | 'mine' | 'desk'; after?: string | undefined; limit: number };
type Read = { rows: WorkRow[]; names: Map<string, Named>; counts: WorkCounts | null };

/** `beside` another post of the same person: what both reach is listed there. */
function owedBy(post: Actor, { whose }: WorkAsk, now: Date, beside?: Actor): Owed {
  const mine = [`p:${post.postId}`, ...(post.covers ? [`p:${post.covers.postId}`] : [])];
  const all = post.viewers.filter((key) => !beside?.viewers.includes(key));
  const keys = whose === 'all' ? all : all.filter((key) => mine.includes(key) === (whose === 'mine'));
  return { keys, all, mine, covering: post.covers !== undefined, now };
}

function fromOf({ after, limit }: WorkAsk): WorkFrom {
  if (after === undefined) return { after: fromTheFirst, limit: limit + 1 };
  const [due = '', id = ''] = readCursor(after, 'time', 'id');
  return { after: [due, id], limit: limit + 1 };
}

function readWork(engine: Engine, post: Actor, owed: Owed, query: WorkAsk): Promise<Read> {
  const from = fromOf(query);
  return reading(engine.db, post, async (queries) => {
    const [rows, counts] = await Promise.all([
      listWorkAcross(queries, post.counties, owed, from),
      query.after === undefined ? countWorkAcross(queries, post.counties, owed) : null,
    ]);
    // Of what hangs on another matter, that other's name.
    const named = rows.map(({ countyCode, matterId, aboutId }) => ({ countyCode, id: aboutId ?? matterId }));
    return { rows, counts, names: await namesOf(engine, queries, post, named, true) };
  });
}

/** A page of my work, and of what I owe in my other posts, soonest first. */
export async function readMyWork(engine: Engine, actor: Actor, query: WorkAsk): Promise<WorkList> {
  const now = engine.now();
  const [own, posts] = await Promise.all([
    readWork(engine, actor, owedBy(actor, query, now), query),
    listCoverActors(engine, actor),
  ]);
  const beside = await Promise.all(
    posts.map(async (post) => ({ post, ...(await readWork(engine, post, owedBy(post, query, now, actor), query)) })),
  );
  const merged = [
    ...own.rows.map((row) => ({ row, post: actor })),
    ...beside.flatMap(({ rows, post }) => rows.map((row) => ({ row, post }))),
  ].toSorted((a, b) => inOrder(a.row, b.row));
  const page = merged.slice(0, query.limit);
  const last = page.at(-1)?.row;
  const all = [own, ...beside];
  const names = new Map(all.flatMap((each) => [...each.names]));
  const counts = all.flatMap((each) => each.counts ?? []);
  return {
    ...workList(page, actor, { reference: engine.reference(), now, kinds: engine.kinds, names }),
    next: merged.length > page.length && last ? cursorOf(last.dueText, last.id) : null,
    counts: counts.length > 0 ? addCounts(counts) : null,
  };
}
