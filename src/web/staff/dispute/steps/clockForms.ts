import { statutoryClocks } from '../../../../deadlines/rules.statutory.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { isEverybodys } from '../../../../waits/whoseLimit.ts';
import { textOf, type Values } from '../../steps/values.ts';
import { typedDay } from './convert.ts';

export type TypedNode = { on: string; what: string };

/** Begins with the clock that is due first: 办结, mostly. */
export const noExtension = (view: DisputeView): Values => ({
  clockKind: view.extendable[0]?.kind ?? '',
  length: '',
  reason: '',
  plan: [{ on: '', what: '' }] satisfies TypedNode[],
});

export function extensionInput(values: Values): Values {
  const plan = (values.plan as TypedNode[]).filter(({ on, what }) => on + what !== '');
  return {
    ...values,
    length: Number(values.length),
    plan: plan.map(({ on, what }) => ({ on: typedDay(on, 'future'), what: what.trim() })),
  };
}

export function waitInput({ unitId, until, ...values }: Values): Values {
  const unit = values.ground === 'otherUnit' ? { unitId } : {};
  return { ...values, ...unit, until: until === '' ? '' : typedDay(String(until), 'future') };
}

/** Of two limits of one kind each is its party's. */
export const limitKey = ({ kind, partyId }: Pick<DisputeView['clocks'][number], 'kind' | 'partyId'>): string =>
  partyId === null ? kind : `${kind} ${partyId}`;

export function limitOf(key: string): { kind: string; partyId?: string } {
  const [kind = '', partyId] = key.split(' ');
  return partyId ? { kind, partyId } : { kind };
}

/** What is empty is not said. */
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

export function startInput({ kind, day: typed, time, note, partyId, length }: Values): Values {
  const law = statutoryClocks.get(String(kind));
  const whose = law && law.rule.binds !== 'ours' && !isEverybodys(law) ? { partyId } : {};
  const own = law?.atMost && length !== '' ? { length: Number(length) } : {};
  // What is counted back counts from a day to come.
  const toCome = law?.before ? { day: typedDay(String(typed), 'future') } : {};
  return { ...happenedInput({ kind, day: typed, time, note }), ...toCome, ...filled({ ...whose, ...own }) };
}

export const stopInput = ({ kind, ...values }: Values): Values => ({
  ...happenedInput(values),
  ...limitOf(String(kind)),
});

export function changeInput({ kind, change, length, ground, day: typed, paper }: Values): Values {
  const more = change === 'extend' ? { length: Number(length) } : change === 'suspend' ? { ground } : {};
  return { ...limitOf(String(kind)), change, ...filled(more), day: typedDay(String(typed), 'past'), paper };
}

export function claimInput({ day: typed, power, paper, ...values }: Values): Values {
  const more = filled({ paper, ...(values.way === 'authority' ? { power } : {}) });
  return { ...values, ...more, day: typedDay(String(typed), 'past') };
}

export const happenedToday = (): Values => ({
  kind: '',
  partyId: '',
  length: '',
  day: dayOf(now()),
  time: '',
  note: '',
});

export const unchanged = (view: DisputeView): Values => ({
  ...{ change: '', length: '', ground: '', paper: '', day: dayOf(now()) },
  kind:
    runningLimits(view)
      .filter(({ binds }) => binds !== 'ours')
      .map(limitKey)[0] ?? '',
});

export const runningLimits = ({ clocks }: DisputeView): DisputeView['clocks'] =>
  clocks.filter(({ kind, stoppedAt }) => stoppedAt === null && statutoryClocks.has(kind));

/** Mostly there is one limit to end. */
export const endedToday = (view: DisputeView): Values => ({
  ...happenedToday(),
  kind: runningLimits(view).map(limitKey)[0] ?? '',
});

/** 9:05, 9.05 and 905 are all 09:05; what is no time goes out as typed, so that the schema names the field. */
export function readTime(text: string): string {
  const [, hour, minute] = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim()) ?? [];
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : text.trim();
}

export function happenedInput({ time, ...values }: Values): Values {
  const typed = textOf({ time }, 'time');
  return {
    ...values,
    day: typedDay(textOf(values, 'day'), 'past'),
    ...(typed === '' ? {} : { time: readTime(typed) }),
  };
}
