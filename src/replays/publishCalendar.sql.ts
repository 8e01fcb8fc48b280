import { findFormer, listPublishedSince, lockCalendarYear, recordCalendarYear } from '../calendar/calendar.sql.ts';
import { dropDraft } from '../calendar/drafts.sql.ts';
import type { NewYear } from '../calendar/publishYear.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Db, plainly, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { type Applied, applyMoves } from './applyMoves.sql.ts';
import {
  type CalendarPlan,
  type CalendarReference,
  calendarWhatIf,
  ownersTold,
  subjectOf,
  whyMoved,
  yearHeld,
} from './calendarMoves.ts';
import { asHouse, findRun, type MoveRun, planRun, type Step } from './moves.sql.ts';
import { emptyTally } from './tally.ts';

type Means = { readonly db: Db; now(): Date; readonly reference: { current(): CalendarReference } };
export type CalendarMeans = Means & { readonly reference: { refresh(): Promise<void> } };

/** What publishing this year would do to every open clock of the city. */
export function planCalendar(means: Means, actor: Actor, plan: NewYear, step: Step): Promise<MoveRun> {
  const reference = means.reference.current();
  const { year } = plan;
  const what = calendarWhatIf(reference, means.now(), year, yearHeld(reference, year), plan);
  return planRun(means, { subject: subjectOf(year), plan, counties: reference.counties, actor, what }, step);
}

const applying = (means: Means, actor: Actor, plan: NewYear, what: ReturnType<typeof calendarWhatIf>) => ({
  actor,
  now: means.now(),
  why: whyMoved(plan),
  about: { reason: 'calendar', year: plan.year, version: plan.version },
  what,
  tell: (count: number) => ownersTold(plan, count),
});

/**
 * Publishes the year and moves the clocks, in one transaction: the calendar and the dates never disagree. What was
 * registered meanwhile under the old calendar is caught up with right after, and by recurring work.
 */
export async function publishCalendar(
  means: CalendarMeans,
  actor: Actor,
  runId: string,
  step: Step,
  note: (tx: Tx, plan: NewYear) => void,
): Promise<Applied & { caughtUp: number }> {
  const run = await plainly(means.db, (queries) => findRun<CalendarPlan>(queries, runId));
  if (!run) return refuse('conflict', 'noSuchPlan', '这份预演已经作废，请再看一遍会动哪些时限。');
  const { plan, counties } = run;
  const reference = means.reference.current();
  const what = calendarWhatIf(reference, means.now(), plan.year, yearHeld(reference, plan.year), plan);
  const applied = await command(means.db, asHouse(counties), async (tx) => {
    if ((await lockCalendarYear(tx, plan.year)) !== plan.version - 1)
      refuse('conflict', 'movedOn', '预演之后，别人已经发布过这一年的新安排。请对照新的一版再改。');
    const done = await applyMoves(tx, runId, { ...applying(means, actor, plan, what), step });
    recordCalendarYear(tx, plan, { at: means.now(), by: actor.userId || null, runId });
    dropDraft(tx, plan.year);
    note(tx, plan);
    return done;
  });
  await means.reference.refresh();
  return { ...applied, caughtUp: await catchUp(means, actor, plan, counties) };
}

/** Asks again what was touched since shortly before the year was published: it may have been computed by the old one. */
async function catchUp(means: Means, actor: Actor, plan: NewYear, counties: readonly string[]) {
  const { db } = means;
  const now = means.now();
  const former = await plainly(db, (queries) => findFormer(queries, plan));
  const what = calendarWhatIf(means.reference.current(), now, plan.year, former, plan);
  const id = newId(now);
  const values = {
    id,
    subject: `${subjectOf(plan.year)}:caughtUp`,
    state: 'planned' as const,
    plan: JSON.stringify(plan),
    counties: [...counties],
    tally: JSON.stringify(emptyTally()),
    planned_by: actor.userId || null,
    planned_at: now,
  };
  return command(db, asHouse(counties), async (tx) => {
    await tx.insertInto('move_run').values(values).execute();
    const { matters } = await applyMoves(tx, id, applying(means, actor, plan, what));
    if (matters === 0) await tx.deleteFrom('move_run').where('id', '=', id).execute();
    return matters;
  });
}

/** Another server may go on by the calendar it remembers for some seconds: longer than that is looked back. */
const LOOK_BACK_MS = 15 * 60_000;

/** Recurring work: what was computed by a calendar that had just been replaced. Answers how many matters were set right. */
export async function catchUpWithCalendar(means: Means, actor: Actor): Promise<number> {
  const since = new Date(means.now().getTime() - LOOK_BACK_MS);
  const published = await plainly(means.db, (queries) => listPublishedSince(queries, since));
  let caughtUp = 0;
  for (const plan of published)
    if (means.reference.current().calendar.years.get(plan.year)?.version === plan.version)
      caughtUp += await catchUp(means, actor, plan, means.reference.current().counties);
  return caughtUp;
}
