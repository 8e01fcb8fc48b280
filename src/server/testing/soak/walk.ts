import { type Status, type StepName, stepOf } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { emptyParty } from '../../../intake/party.ts';
import { newId } from '../../../platform/ids.ts';
import { leak } from '../../../web/citizen/testing/resident.ts';
import { expirePauses, superviseLate, warnOwners } from '../../recurring.ts';
import { fittingInput } from '../foretold.ts';
import type { Chance } from '../fuzz/chance.ts';
import { type Clerk, holder, type SoakHouse } from './house.ts';

/** Nobody presses these, or they want a file: the house takes them, or another page does for many at once. */
function isWalked(name: StepName): boolean {
  const { who, elsewhere } = stepOf(name);
  return elsewhere !== true && name !== 'addFile' && !who.every((each) => each === 'system@system');
}
/** Ways that lead away from most of the table are gone less often. */
const leaving = new Set<StepName>(['decline', 'withdraw', 'terminate', 'fail', 'merge', 'archive']);
const anyTime = new Set<StepName>(['interruptLimitation', 'changeStatutory', 'tellLimit']);
const ended = new Set<Status>(['declined', 'struckOff', 'archived']);
/** One step in so many registers; an ended dispute is looked at again one time in so many. */
const NEW = 12;
const ENDED_AGAIN = 6;

type Known = { code: string; status: Status };

/** A walk over disputes: whoever may press something presses what was pressed least. The same for the same chance. */
export function walkOf(house: SoakHouse, chance: Chance) {
  const known: Known[] = [];
  const taken = new Map<StepName, number>();
  const handlers = [holder(house, 'handler'), holder(house, 'mediator')].map(({ person }) => person.postIds[0] ?? '');
  const often = (name: StepName): number => (taken.get(name) ?? 0) * (leaving.has(name) || anyTime.has(name) ? 6 : 1);

  async function register(commandId = newId()): Promise<boolean> {
    const other = chance.once(6);
    const form = {
      ...leak(emptyParty),
      ...{ commandId, categoryCode: chance.pick(['01', '02', '11', '17']), peopleInvolved: 2 + chance.below(4) },
      source: chance.pick(['walkIn', 'hotline', 'court']),
      regionCode: other ? '140105001' : chance.pick(['140106004', '140106004001', '140106001', '140106']),
      title: `楼上漏水赔偿 ${known.length}`,
    };
    const { status, body } = await holder(house, 'receptionist', other ? 1 : 0).ask('POST', '/api/disputes', form);
    if (status >= 300) return false;
    known.push({ code: body.code, status: 'registered' });
    return true;
  }

  type Open = { clerk: Clerk; view: DisputeView; step: StepName };
  /** What some of the people could press on it now. */
  async function openTo(code: string): Promise<Open[]> {
    const first = chance.below(house.people.length);
    const asked = [0, 3, 5].map((on) => house.people[(first + on) % house.people.length] as Clerk);
    const views = await Promise.all(
      asked.map(async (clerk) => ({ clerk, reply: await clerk.ask('GET', `/api/disputes/${code}`) })),
    );
    return views.flatMap(({ clerk, reply }) =>
      reply.status === 200
        ? (reply.body as DisputeView).steps.now.filter(isWalked).map((step) => ({ clerk, view: reply.body, step }))
        : [],
    );
  }

  async function press(one: Known): Promise<boolean> {
    const open = await openTo(one.code);
    if (open.length === 0) return false;
    const least = Math.min(...open.map(({ step }) => often(step)));
    const { clerk, view, step } = chance.pick(open.filter((each) => often(each.step) === least));
    const other = chance.pick(known).code;
    const around = { view, other, handlers, now: house.clock.now, pick: chance.below(60), upload: async () => '' };
    const input = await fittingInput(step, around);
    const { status, body } = await clerk.ask('POST', `/api/disputes/${one.code}/${stepOf(step).noun}`, input);
    taken.set(step, (taken.get(step) ?? 0) + (status === 200 ? 1 : 0.1));
    if (status !== 200) return false;
    one.status = body.status;
    if (chance.once(25)) await clerk.ask('POST', `/api/disputes/${one.code}/take-backs`, { reason: '点错了' });
    return true;
  }

  /** What happens by itself. */
  async function night(): Promise<void> {
    for (const run of [expirePauses, warnOwners, superviseLate]) await run(house.engine);
  }

  /** One thing that somebody does; false where nobody could do anything there. */
  async function step(): Promise<boolean> {
    house.clock.now = new Date(house.clock.now.getTime() + (1 + chance.below(20)) * 60_000);
    if (known.length < 4 || chance.once(NEW)) return register();
    const one = chance.once(3) ? chance.pick(known.slice(-12)) : chance.pick(known);
    if (ended.has(one.status) && !chance.once(ENDED_AGAIN)) return false;
    return press(one);
  }

  return { step, night, register, taken, known };
}

export type Walk = ReturnType<typeof walkOf>;
