import type { Dispute } from '../src/disputes/dispute.ts';
import type { Actor } from '../src/platform/actor.ts';
import { dayOf, formatClock } from '../src/platform/now.ts';
import { takeStep } from '../src/procedures/takeStep.sql.ts';
import { keepMinutes } from '../src/sittings/minutes.sql.ts';
import { callSitting } from '../src/sittings/openSitting.sql.ts';
import { readSitting } from '../src/sittings/readSitting.sql.ts';
import type { Section } from '../src/sittings/words.ts';
import { recordTask } from '../src/taskForces/giveTask.sql.ts';
import { steadyId } from './chance.ts';
import { disputeAt, type Stage } from './stage.ts';
import type { Hand } from './story.ts';
import type { Tale } from './tale.ts';

type Held = {
  mediator: Hand;
  asked: readonly Hand[];
  agenda: string;
  minutes: Partial<Record<Section, string>>;
  said: string;
};

const MINUTE = 60_000;
function postOf(stage: Stage, hand: Hand) {
  if (hand === 'resident') throw new Error('a resident holds no sitting');
  return stage.post(hand.role, hand.unitId, hand.which);
}
const engineAt = ({ engine }: Stage, now: Date) => ({
  ...engine,
  now: () => now,
  reference: () => engine.cache.current(),
});

/** Within the next half hour, at a round time. */
const soonAfter = (now: Date) => new Date(Math.ceil((now.getTime() + 30 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE);
const later = (start: Date, minutes: number) => new Date(start.getTime() + minutes * MINUTE);

/** Two of those who ask and the last two of the list, who owe. */
function callOf(stage: Stage, { parties }: Dispute, start: Date, { asked, agenda }: Held) {
  const ids = parties.map(({ id }) => id);
  return {
    ...{ form: 'several' as const, day: dayOf(start), from: formatClock(start), to: formatClock(later(start, 120)) },
    ...{ roomIds: [], place: '三层联席会议室', agenda, bring: '考勤表、欠条', leadingUnitId: null, otherCodes: [] },
    ...{
      partyIds: [...ids.slice(0, 2), ...ids.slice(-2)],
      unitIds: [],
      shared: ['facts' as const, 'demands' as const],
    },
    postIds: asked.map((post) => postOf(stage, post).postId),
  };
}

/** Kept while people speak; told again, an ended one has them already. */
async function keepAll(stage: Stage, host: Actor, code: string, start: Date, { id }: Dispute, { minutes }: Held) {
  if ((await readSitting(engineAt(stage, start), host, code)).status !== 'inSession') return;
  for (const [index, [section, text]] of Object.entries(minutes).entries()) {
    const kept = { disputeId: id, section: section as Section, text, base: 0, take: false };
    await keepMinutes(engineAt(stage, later(start, 10 + index * 20)), host, code, kept);
  }
}

/** A joint session 联调 within the hour: called, answered, held with its minutes, and ended until another day. */
export function jointSession(c: Tale, held: Held): void {
  const { mediator, asked, said } = held;
  c.t.add(async (stage, live, now) => {
    const start = soonAfter(now);
    const dispute = await disputeAt(stage, live);
    const host = postOf(stage, mediator);
    const id = (what: string) => steadyId(stage.salt, c.t.name, live.beat, what);
    const call = { ...callOf(stage, dispute, start, held), commandId: id('call') };
    const { code } = await callSitting(engineAt(stage, now), host, live.code, call);
    const step = (post: Hand, moment: Date, name: string, input: object) => {
      const engine = engineAt(stage, moment);
      const body = { ...input, commandId: id(`${name} ${postOf(stage, post).unitId}`) };
      return takeStep(engine, engine.kinds.session as never, postOf(stage, post), code, name as never, body);
    };
    for (const post of asked) await step(post, later(now, 5), 'answerInvitation', { comes: true, reason: '' });
    const { invites } = await readSitting(engineAt(stage, start), host, code);
    await step(mediator, start, 'startSitting', { hereIds: invites.map((invite) => invite.id) });
    await keepAll(stage, host, code, start, dispute, held);
    const results = [{ disputeId: dispute.id, result: 'again' }];
    const ending = { results, text: said, toldRoutes: true, absent: [], againOn: dayOf(later(start, 24 * 60)) };
    await step(mediator, later(start, 100), 'endSitting', ending);
  });
}

/** A task of the task force, given by whoever has the dispute in hand, and done by its unit the same day. */
export function taskDone(c: Tale, giver: Hand, doer: Hand, task: { title: string; ask: string; result: string }): void {
  c.t.add(async (stage, live, now) => {
    const id = (what: string) => steadyId(stage.salt, c.t.name, live.beat, what);
    const engine = engineAt(stage, now);
    const input = {
      title: task.title,
      unitId: postOf(stage, doer).unitId,
      ask: task.ask,
      dueOn: dayOf(now),
      commandId: id('task'),
    };
    const { code } = await recordTask(engine, postOf(stage, giver), live.code, input);
    const step = (post: Hand, minutes: number, name: string, said: object) => {
      const then = engineAt(stage, new Date(now.getTime() + minutes * MINUTE));
      return takeStep(then, then.kinds.task, postOf(stage, post), code, name as never, {
        ...said,
        commandId: id(name),
      });
    };
    await step(doer, 90, 'finishTask', { result: task.result });
    await step(giver, 100, 'confirmTask', { opinion: '' });
  });
}
