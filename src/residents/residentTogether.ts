import { dueOfClock } from '../deadlines/clock.ts';
import { openPause } from '../deadlines/pause.ts';
import { mediationKinds } from '../deadlines/rules.13710.ts';
import type { Clock } from '../deadlines/state.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Status } from '../disputes/procedure.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import type { ResidentInput } from './residentInput.ts';

/** How far the dispute is that another one follows: no names of its parties, no words of theirs. */
export type LeadProgress = {
  status: Status;
  leadUnitId: string | null;
  handlerPostId: string | null;
  openedAt: Date;
  clocks: readonly Clock[];
};

const running = (clocks: readonly Clock[], kind: string): Clock | undefined =>
  clocks.find((clock) => clock.kind === kind && clock.stoppedAt === null);

/** The date as it was promised before the two were put together: resting costs the resident nothing. */
function unrested(clock: Clock, calendar: DisputeContext['calendar']): Clock {
  const pause = openPause(clock.pauses);
  if (!pause) return clock;
  const moving = { ...clock, pauses: clock.pauses.filter((each) => each !== pause) };
  return { ...moving, dueAt: dueOfClock(moving, calendar).dueAt };
}

/** The day of the leading dispute; where the own one was earlier, the earlier one counts. */
function clocksFor(dispute: Dispute, lead: LeadProgress, calendar: DisputeContext['calendar']): Clock[] {
  const own = running(dispute.clocks, 'handle');
  const theirs = running(lead.clocks, 'handle');
  const promised = own && unrested(own, calendar);
  const earlier = promised?.dueAt && (!theirs?.dueAt || promised.dueAt < theirs.dueAt) ? [promised] : [];
  const led = lead.clocks.filter(({ kind }) => earlier.length === 0 || !['handle', ...mediationKinds].includes(kind));
  return [...earlier, ...led, ...dispute.clocks.filter(({ binds }) => binds === 'party')];
}

/** What a resident reads of a dispute that follows another: its step, its unit and its date. */
export function asLed(input: ResidentInput): ResidentInput {
  const { dispute, lead, context } = input;
  if (!dispute.follows || !lead) return input;
  const { status, leadUnitId, handlerPostId } = lead;
  const clocks = clocksFor(dispute, lead, context.calendar);
  return { ...input, dispute: { ...dispute, status, leadUnitId, handlerPostId, clocks } };
}

/** Honest in one sentence: it is not handled alone, and what is still the reader's own. */
export function togetherWords({ dispute, lead }: ResidentInput): string | null {
  if (!dispute.follows || !lead) return null;
  const day = formatDay(dayOf(lead.openedAt));
  return `${day}有人先登记了同一件事，两件一起办，进度和日期跟着那一件走。编号、密码、材料、回访和评价都是您自己的；觉得不是一件事，打电话或到窗口说，可以分开。`;
}
