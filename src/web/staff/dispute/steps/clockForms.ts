import { statutoryClocks } from '../../../../deadlines/rules.statutory.ts';
import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';
import { textOf, type Values } from '../../steps/values.ts';

export type TypedNode = { on: string; what: string };

const day = (text: string, nearest: 'past' | 'future'): string => readDay(text, dayOf(now()), nearest) ?? text;

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
    plan: plan.map(({ on, what }) => ({ on: day(on, 'future'), what: what.trim() })),
  };
}

export function waitInput({ unitId, until, ...values }: Values): Values {
  const unit = values.ground === 'otherUnit' ? { unitId } : {};
  return { ...values, ...unit, until: until === '' ? '' : day(String(until), 'future') };
}

export const happenedToday = (): Values => ({ kind: '', day: dayOf(now()), time: '', note: '' });

export const runningLimits = ({ clocks }: DisputeView): DisputeView['clocks'] =>
  clocks.filter(({ kind, stoppedAt }) => stoppedAt === null && statutoryClocks.has(kind));

/** Mostly there is one limit to end. */
export const endedToday = (view: DisputeView): Values => ({
  ...happenedToday(),
  kind: runningLimits(view)[0]?.kind ?? '',
});

/** 9:05, 9.05 and 905 are all 09:05; what is no time goes out as typed, so that the schema names the field. */
export function readTime(text: string): string {
  const [, hour, minute] = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim()) ?? [];
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : text.trim();
}

export function happenedInput({ time, ...values }: Values): Values {
  const typed = textOf({ time }, 'time');
  return { ...values, day: day(textOf(values, 'day'), 'past'), ...(typed === '' ? {} : { time: readTime(typed) }) };
}
