import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { DISPUTE } from '../disputes/kind.sql.ts';
import type { Book } from '../network/book.ts';
import { loadBook } from '../network/network.sql.ts';
import { lockNetwork, recordRows } from '../network/record.sql.ts';
import { rowsOf } from '../network/rows.ts';
import { subjects } from '../network/subjects.ts';
import { recordPostEnd } from '../people/posts.sql.ts';
import { existsAt, isPostRole } from '../people/roles.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { addDays } from '../platform/now.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import { references } from './references.ts';
import type { Kept, Reorganization, StandingPost } from './reorganizationRow.ts';
import { listPostsAt, lockReorganization, recordReorganizationState } from './reorganizations.sql.ts';
import { reorganizedForms } from './reorganizedForms.ts';

export type Applying = Engine & { readonly cache: { refresh(): Promise<void> } };
type Step = (done: number, total: number) => Promise<void>;

const goesTo = ({ plan }: Kept, book: Book, post: StandingPost) => {
  const unitId = plan.units[post.unitId] ?? post.unitId;
  const kind = book.units.get(unitId)?.kind;
  const fits = kind !== undefined && isPostRole(post.role) && existsAt(post.role, kind);
  return {
    unitId,
    regionCode: plan.regions[post.regionCode] ?? book.units.get(unitId)?.regionCode ?? post.regionCode,
    fits,
  };
};

/** The same post at the successor that this person holds already. */
async function findTwin(tx: Tx, post: StandingPost, to: { unitId: string; regionCode: string }, day: string) {
  const twin = await tx
    .selectFrom('post')
    .select('id')
    .where('user_id', '=', post.userId)
    .where('unit_id', '=', to.unitId)
    .where('role', '=', post.role)
    .where('region_code', '=', to.regionCode)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', day)]))
    .executeTakeFirst();
  return twin?.id;
}

/** Posts end the day before; whoever goes along gets the same post there, unless that is held already. */
async function recordPosts(tx: Tx, run: Reorganization, book: Book, posts: readonly StandingPost[], now: Date) {
  const { input, plan } = run.plan;
  const became: Record<string, string | null> = {};
  const last = addDays(input.effectiveOn, -1);
  for (const post of posts) {
    const to = goesTo(run.plan, book, post);
    const stays = input.posts === 'end' && post.unitId in plan.units;
    recordPostEnd(tx, post.id, last);
    became[post.id] = null;
    if (stays || !to.fits) continue;
    const twin = await findTwin(tx, post, to, input.effectiveOn);
    const id = twin ?? newId(now);
    became[post.id] = id;
    if (twin) continue;
    const row = { id, user_id: post.userId, unit_id: to.unitId, role: post.role, region_code: to.regionCode };
    const dates = { valid_from: input.effectiveOn, valid_to: null, created_at: now };
    record(tx, tx.insertInto('post').values({ ...row, ...dates, county_code: run.countyCode }));
  }
  return became;
}

function recordSuccessors(tx: Tx, run: Reorganization, book: Book, became: Record<string, string | null>): void {
  const { plan } = run.plan;
  const name = (id: string) => book.units.get(id)?.name ?? book.regions.get(id)?.name ?? '';
  const rows = [
    ...Object.entries(plan.units).map(([old, next]) => ({ old_id: old, holds: 'unit' as const, new_id: next })),
    ...Object.entries(plan.regions).map(([old, next]) => ({ old_id: old, holds: 'region' as const, new_id: next })),
    ...Object.entries(became).flatMap(([old, next]) =>
      next ? [{ old_id: old, holds: 'post' as const, new_id: next }] : [],
    ),
  ].map((row) => ({ ...row, old_name: name(row.old_id), since: run.effectiveOn, reorganization_id: run.id }));
  if (rows.length > 0)
    record(
      tx,
      tx
        .insertInto('network_successor')
        .values(rows)
        .onConflict((c) => c.doNothing()),
    );
}

/** The network itself, in one transaction: from here on nothing new can go to what has ended. Done once. */
async function applyNetwork(engine: Applying, house: Actor, id: string): Promise<Reorganization> {
  const now = engine.now();
  const run = await command(engine.db, house, async (tx) => {
    const found = await lockReorganization(tx, id);
    if (!found) throw new Error(`no reorganization ${id}`);
    if (found.plan.posts !== null) return found;
    await lockNetwork(tx);
    const book = await loadBook(tx);
    const { input, plan } = found.plan;
    const by = { userId: found.confirmedBy ?? found.draftedBy, postId: '', countyCode: found.countyCode };
    const posts = await listPostsAt(tx, Object.keys(plan.units), Object.keys(plan.regions), input.effectiveOn);
    for (const { noun, form } of reorganizedForms(book, plan, input)) {
      recordRows(tx, rowsOf(noun, form, book));
      const subject = `${noun}/${subjects[noun].key(form)}`;
      recordTrail(tx, { at: now, act: 'network.changed', actor: by, subject, detail: { reorganization: id } });
    }
    const became = await recordPosts(tx, found, book, posts, now);
    recordSuccessors(tx, found, book, became);
    const kept = { ...found.plan, posts: became };
    recordReorganizationState(tx, id, { state: 'applying', plan: JSON.stringify(kept) });
    return { ...found, plan: kept };
  });
  await engine.cache.refresh();
  return run;
}

/** Disputes that still name what has ended, wherever in them it stands. */
async function listAffected(engine: Engine, house: Actor, run: Reorganization, limit: number): Promise<string[]> {
  const units = Object.keys(run.plan.plan.units);
  const regions = Object.keys(run.plan.plan.regions);
  const posts = Object.keys(run.plan.posts ?? {});
  const { rows } = await reading(engine.db, house, (queries) =>
    sql<{ code: string }>`select m.code from matter m
      join lateral (select * from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
      where m.county_code in (${sql.join([...house.counties])}) and m.kind = ${DISPUTE} and (
        m.lead_unit_id = any (${units}) or m.receiving_center_id = any (${units}) or m.region_code = any (${regions})
        or m.handler_post_id::text = any (${posts}) or coalesce(d.contact_post_id, d.first_contact_post_id)::text = any (${posts})
        or m.named_post_ids && ${posts} or d.handing_post_ids && ${posts} or d.former_post_ids && ${posts}
        or d.former_unit_ids && ${units}
        or exists (select from visible_dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id
          and u.removed_at is null and u.unit_id = any (${units}))
        or exists (select from visible_mediator_appointment a where a.county_code = m.county_code and a.matter_id = m.id
          and a.state <> 'released' and (a.unit_id = any (${units}) or a.post_id::text = any (${posts})))
        or exists (select from visible_task_force f where f.county_code = m.county_code and f.matter_id = m.id
          and f.ended_at is null and (f.leader_post_id::text = any (${posts}) or f.member_post_ids::text[] && ${posts}))
        or exists (select from visible_task t join matter s on s.county_code = t.county_code and s.id = t.matter_id
          where s.county_code = m.county_code and s.about_id = m.id and s.closed_at is null and t.unit_id = any (${units}))
        or exists (select from visible_supervision_notice n join matter s on s.county_code = n.county_code and s.id = n.matter_id
          where n.county_code = m.county_code and n.about_matter_id = m.id and s.status in ('sent', 'answered')
          and (n.unit_id = any (${units}) or n.issuer_center_id = any (${units}))))
      order by m.code limit ${limit}`.execute(queries),
  );
  return rows.map(({ code }) => code);
}

/** Every matter by a step of its own, with its event; a matter opened meanwhile is found by the next look. */
async function applyMatters(engine: Engine, house: Actor, run: Reorganization, step: Step): Promise<number> {
  const { plan, posts } = run.plan;
  const input = { id: run.id, units: plan.units, regions: plan.regions, posts: posts ?? {} };
  const done = new Set<string>();
  for (;;) {
    const codes = await listAffected(engine, house, run, 200);
    const left = codes.filter((code) => !done.has(code));
    if (left.length === 0) return done.size;
    for (const code of left) {
      await takeStep(engine, engine.kinds.dispute, house, code, 'reorganize', input);
      done.add(code);
      await step(done.size, Math.max(done.size, done.size + codes.length - 1));
    }
  }
}

/** What is no matter's: configuration that goes on under the successor. Where that has its own already, the old one stays as it is. */
async function moveOthers(engine: Engine, house: Actor, run: Reorganization): Promise<void> {
  const { plan, posts } = run.plan;
  const to = { unit: plan.units, region: plan.regions, post: posts ?? {}, keys: {}, mixed: {} };
  for (const { table, column, holds, becomes } of references.filter(({ becomes: what }) => what === 'moved'))
    for (const [old, next] of Object.entries(to[holds])) {
      if (next === null || becomes !== 'moved') continue;
      const at = sql.ref(column);
      const move = (tx: Tx) =>
        sql`update ${sql.table(table)} set ${at} = ${next} where ${at}::text = ${old}`.execute(tx);
      await command(engine.db, house, move).catch((error: Error & { code?: string }) => {
        if (error.code !== '23505' && error.code !== '23503') throw error;
      });
    }
}

/**
 * Network first, then matters one by one, then what else goes on. Stopped half-way it goes on where it was: what has moved
 * no longer names what ended.
 */
export async function applyReorganization(engine: Applying, house: Actor, id: string, step: Step) {
  const run = await applyNetwork(engine, house, id);
  const scope = { ...house, counties: run.countyCode.endsWith('00') ? house.counties : [run.countyCode] };
  const matters = await applyMatters(engine, scope, run, step);
  await moveOthers(engine, scope, run);
  await command(engine.db, house, async (tx) => {
    recordReorganizationState(tx, id, { state: 'applied', applied_at: engine.now() });
  });
  return { id, matters };
}
