import { countyOf } from '../network/network.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, reading, record } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { Applying } from './applyReorganization.sql.ts';
import { planReorganization, type ReorganizationInput } from './planReorganization.ts';
import type { Reorganization } from './reorganizationRow.ts';
import {
  countReferences,
  findReorganization,
  listPostsAt,
  lockReorganization,
  recordReorganizationState,
} from './reorganizations.sql.ts';
import { planView, reorganizationView } from './reorganizationView.ts';

export type ReorganizingDeps = Applying & {
  readonly house: (counties: readonly string[]) => Actor;
  readonly book: () => Parameters<typeof planReorganization>[0];
};

const asHouse = (actor: Actor) => ({
  counties: actor.counties,
  viewers: ['system'],
});

/** What goes where, who goes along, and how much hangs on it. Nothing is written. */
export async function foresee(deps: ReorganizingDeps, actor: Actor, input: ReorganizationInput) {
  const book = deps.book();
  const plan = planReorganization(book, input, actor, dayOf(deps.now()));
  const [units, regions] = [Object.keys(plan.units), Object.keys(plan.regions)];
  const { posts, counts } = await reading(deps.db, asHouse(actor), async (queries) => {
    const standing = await listPostsAt(queries, units, regions, input.effectiveOn);
    const gone = { units, regions, posts: standing.map(({ id }) => id) };
    return { posts: standing, counts: await countReferences(queries, gone) };
  });
  return { plan, counts, view: planView(book, plan, posts, counts, input.posts === 'move') };
}

export async function getOwn(deps: ReorganizingDeps, actor: Actor, id: string): Promise<Reorganization> {
  const found = await plainly(deps.db, (queries) => findReorganization(queries, id));
  if (!found || !actor.counties.includes(found.countyCode))
    return refuse('notFound', 'noSuchReorganization', '没有这次调整。');
  return found;
}

/** Confirmed by another administrator, who types what is closed; from the effective day on it cannot be taken back. */
export async function confirm(
  deps: ReorganizingDeps,
  actor: Actor,
  id: string,
  typed: { name: string; reason: string },
  address: string,
) {
  const own = await getOwn(deps, actor, id);
  const name = reorganizationView(own, deps.book(), actor.userId).subjectName;
  if (typed.name.trim() !== name) refuseField('name', `照着写：${name}`);
  return command(deps.db, asHouse(actor), async (tx) => {
    const found = await lockReorganization(tx, id);
    if (found?.state !== 'drafted') refuse('conflict', 'movedOn', '这次调整已经有人确认或作废了。');
    if (found.draftedBy === actor.userId)
      refuse('forbidden', 'anotherConfirms', '起草的人不能自己确认，请另一位系统管理员来看。');
    planReorganization(deps.book(), found.plan.input, actor, dayOf(deps.now()));
    const change = { state: 'applying' as const, confirmed_by: actor.userId, confirmed_at: deps.now() };
    recordReorganizationState(tx, id, change);
    const detail = { subject: found.plan.input.subject, successor: found.plan.input.successor };
    recordTrail(tx, { at: deps.now(), act: 'reorganization.confirmed', actor, subject: id, detail, address });
    return found;
  });
}

export async function draft(deps: ReorganizingDeps, actor: Actor, input: ReorganizationInput, address: string) {
  const { plan, counts } = await foresee(deps, actor, input);
  const at = deps.now();
  const id = newId(at);
  const county = countyOf(deps.book().units.get(input.subject)?.regionCode ?? input.subject);
  await command(deps.db, asHouse(actor), async (tx) => {
    const { kind, subject, reason, basis, effectiveOn } = input;
    const row = {
      id,
      county_code: county,
      kind,
      subject,
      reason,
      basis,
      effective_on: effectiveOn,
      drafted_by: actor.userId,
    };
    const kept = { plan: JSON.stringify({ input, plan, posts: null }), counts: JSON.stringify(counts) };
    record(tx, tx.insertInto('reorganization').values({ ...row, ...kept, state: 'drafted', drafted_at: at }));
    const detail = { kind, subject, successor: input.successor };
    recordTrail(tx, { at, act: 'reorganization.drafted', actor, subject: id, detail, address });
  });
  return { id };
}

/** What is not confirmed yet can be put away. */
export async function withdraw(deps: ReorganizingDeps, actor: Actor, asked: string, address: string): Promise<void> {
  const { id } = await getOwn(deps, actor, asked);
  await command(deps.db, asHouse(actor), async (tx) => {
    const found = await lockReorganization(tx, id);
    if (found?.state !== 'drafted') refuse('conflict', 'movedOn', '只有还没确认的可以作废。');
    recordReorganizationState(tx, id, { state: 'withdrawn' });
    recordTrail(tx, { at: deps.now(), act: 'reorganization.withdrawn', actor, subject: id, address });
  });
}
