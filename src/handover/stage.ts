import { type TProperties, Type } from 'typebox';
import type { ClockAct, Decision } from '../matters/decision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import { addDays, dayOf, formatDay, isDay, startOfDay } from '../platform/now.ts';
import { invalid, Refusal, refuseField } from '../platform/refusal.ts';
import type { StepWords } from '../procedures/kind.ts';
import type { Door, DoorContext, DoorResult, DoorWay } from './door.ts';
import { silence } from './procedure.ts';

/** What a step of the body asks besides the day, the words and the papers. */
export type Ask = 'number' | 'ground' | 'result' | 'served' | 'until';
export type Stage = {
  asks: readonly Ask[];
  words: StepWords;
  /** What the applicant is told; {words} is what the body said, {label} the way. */
  tells: string;
  /** Which clock of theirs `until` sets. */
  untilClock?: string;
  /** Taken only once one of these limits is over. */
  past?: readonly string[];
  /** Its day is the day on which the other side was served. */
  serves?: true;
};

const asked: Readonly<Record<Ask, TProperties>> = {
  number: { number: Type.Optional(Type.String({ maxLength: 60, title: '案号、文号（没有就空着）' })) },
  ground: { ground: Type.String({ minLength: 2, maxLength: 40, title: '为什么' }) },
  result: {
    result: Type.String({ minLength: 2, maxLength: 40, title: '结果' }),
    ground: Type.Optional(Type.String({ maxLength: 40, title: '为什么' })),
  },
  served: { servedOn: Type.Optional(Type.String({ maxLength: 10, title: '哪天送达对方（没有就空着）' })) },
  until: { until: { ...DayField, title: '最晚哪天' } },
};

/** The form of one step of the body. */
export const stageInput = ({ asks }: Stage) =>
  StepInput({
    on: { ...DayField, title: '哪天' },
    ...Object.assign({}, ...asks.map((ask) => asked[ask])),
    words: Type.String({ maxLength: 2000, title: '怎么说的（可以不写）' }),
    uploads: Type.Optional(Type.Array(Id, { maxItems: 20, title: '文书、照片' })),
  });

export type StageInput = {
  on: string;
  number?: string;
  ground?: string;
  result?: string;
  servedOn?: string;
  until?: string;
  words: string;
  uploads?: string[];
};

/** A day of the past since it was handed in; nobody decides tomorrow, or before anything lay there. */
function happenedOn(field: string, day: string, door: Door, now: Date): Date {
  if (!isDay(day)) return refuseField(field, '写成 2026-10-16 这样的日子。');
  if (day > dayOf(now)) return refuseField(field, '不能写还没到的日子。');
  const since = door.handedInOn ?? dayOf(door.openedAt);
  if (day < since) return refuseField(field, `不能早于递交那天（${formatDay(since)}）。`);
  return startOfDay(day);
}

function resultOf({ results }: DoorWay, { result, ground }: StageInput): [string | null, DoorResult | null] {
  if (result === undefined) return [null, null];
  const found = results[result];
  if (!found) throw invalid('unknownResult', 'result', '选一个结果。');
  if (found.grounds && !(ground !== undefined && Object.hasOwn(found.grounds, ground)))
    throw invalid('unknownGround', 'ground', '选依据的是哪一条。');
  return [result, found];
}

/** The day by which they want the rest, as a clock of that length. */
function untilAct(stage: Stage, input: StageInput, at: Date): ClockAct[] {
  if (stage.untilClock === undefined || input.until === undefined) return [];
  if (!isDay(input.until) || input.until <= input.on) refuseField('until', '要在提出来的那天以后。');
  let length = 0;
  while (addDays(input.on, length) < input.until) length += 1;
  return [{ act: 'start', kind: stage.untilClock, at, length }];
}

/** Rights that run from the day the result was served, else from the day it was given. */
const rightsOf = (result: DoorResult | null, at: Date): ClockAct[] =>
  (result?.rights ?? []).map((kind): ClockAct => ({ act: 'start', kind, at }));

type About = { step: string; stage: Stage; starts: readonly string[]; ends: boolean };

function clocksOf(
  { stage, starts }: About,
  input: StageInput,
  result: DoorResult | null,
  at: Date,
  served: Date,
): ClockAct[] {
  return [
    { act: 'stop', kind: silence },
    ...starts.map((kind): ClockAct => ({ act: 'start', kind, at })),
    ...untilAct(stage, input, at),
    ...rightsOf(result, served),
  ];
}

/** Nobody says that a limit is over before it is. */
function refuseEarly(door: Door, { past }: Stage, now: Date): void {
  if (past === undefined) return;
  const over = door.clocks.some(
    ({ kind, stoppedAt, dueAt }) => past.includes(kind) && stoppedAt === null && dueAt !== null && dueAt <= now,
  );
  if (!over) throw new Refusal('conflict', 'notOverYet', '法律给的期限还没有过，到期再记。');
}

/** What the body did, written down by its officers, by us for one outside, or by its own code. */
export function decideStage(door: Door, way: DoorWay, about: About, input: StageInput, context: DoorContext): Decision {
  const { now, newId } = context;
  const { step, stage, ends } = about;
  const at = happenedOn('on', input.on, door, now);
  refuseEarly(door, stage, now);
  if (stage.asks.includes('ground') && !Object.hasOwn(way.grounds, input.ground ?? ''))
    throw invalid('unknownGround', 'ground', '选为什么没有受理。');
  const [result, outcome] = resultOf(way, input);
  const typed = stage.serves ? input.on : input.servedOn?.trim();
  const servedOn = typed ? typed : null;
  const served = servedOn === null ? at : happenedOn('servedOn', servedOn, door, now);
  const said = input.words.trim();
  const number = input.number?.trim();
  const label = outcome?.label ?? (input.ground ? way.grounds[input.ground] : undefined) ?? '';
  return {
    type: step,
    data: {
      ...{ on: input.on, ground: input.ground ?? null, result, servedOn, until: input.until ?? null },
    },
    own: {
      ...(number ? { body_number: number } : {}),
      ...(servedOn === null ? {} : { served_on: servedOn }),
      ...(input.ground === undefined ? {} : { ground: input.ground }),
      ...(result === null ? {} : { result, result_on: input.on }),
    },
    ...(ends ? { matter: { closed_at: now } } : {}),
    ...(said === '' ? {} : { notes: [{ id: newId(), kind: step, visibility: 'shared' as const, body: said }] }),
    ...(input.uploads?.length ? { files: { uploads: input.uploads, visibility: 'shared' as const } } : {}),
    clocks: clocksOf(about, input, outcome, at, served),
    tell: [{ owner: 'resident', text: toldOf(stage, way, { label, result: outcome, until: input.until }) }],
  };
}

function toldOf(
  { tells }: Stage,
  { label: way, secret }: DoorWay,
  { label, result, until }: { label: string; result: DoorResult | null; until?: string | undefined },
): string {
  // Whoever else reads the telephone must not learn of it.
  if (secret) return '您办的一件事有了进展，请到中心来问，或者用编号和密码查看。';
  return tells
    .replace('{way}', way)
    .replace('{label}', label)
    .replace('{says}', result?.says ?? '')
    .replace('{until}', until ? formatDay(until) : '');
}
