import { type Static, Type } from 'typebox';
import { Id, UnitId } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { formatClock } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';

export const RaiseInput = Type.Object(
  {
    centerId: UnitId,
    kind: Type.Enum(['violence', 'selfHarm', 'other'], { title: '什么事' }),
    /** A counter or a room; nothing about a visitor is asked for anywhere. */
    place: Type.String({ minLength: 1, maxLength: 20, title: '在哪里' }),
    drill: Type.Boolean({ title: '演练' }),
    commandId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type RaiseInput = Static<typeof RaiseInput>;

const realOutcomes = ['calmed', 'police', 'ambulance', 'policeAndAmbulance', 'mistaken'] as const;
export const EndInput = Type.Object(
  {
    outcome: Type.Enum([...realOutcomes, 'drillDone'], { title: '怎么结束的' }),
    measures: Type.String({
      maxLength: 300,
      title: '做了什么',
      description: '写做了什么，不写来访人的姓名，也不写对他的看法。',
    }),
  },
  { additionalProperties: false },
);
export type EndInput = Static<typeof EndInput>;
export type Outcome = EndInput['outcome'];

export const kindWords = { violence: '有人动手', selfHarm: '有人要伤害自己', other: '要人来帮忙' } as const;
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  calmed: '现场平息',
  police: '交给民警',
  ambulance: '120 接走',
  policeAndAmbulance: '交给民警，120 也来了',
  mistaken: '按错了',
  drillDone: '演练结束',
};

/** Everybody who works at the center may press, also those whom other units have sent there. */
export function refuseRaising(actor: Actor, input: RaiseInput, presentUnitIds: readonly string[]): void {
  if (actor.unitId === input.centerId || presentUnitIds.includes(actor.unitId)) return;
  refuse('forbidden', 'notHere', '报警由在这个中心上班的人按。不在中心的，直接打 110。');
}

type Told = {
  readonly onDuty: readonly string[];
  readonly ears: readonly string[];
  readonly everybody: readonly string[];
};

/** The duty of the shift and the roles that the county named; where there is none of them, all of the center. */
export function whoHears({ onDuty, ears, everybody }: Told, raiser: string): string[] {
  const named = [...new Set([...onDuty, ...ears])].filter((postId) => postId !== raiser);
  return named.length > 0 ? named : everybody.filter((postId) => postId !== raiser);
}

/** What is said at once: kind, place, when, who pressed. A drill says so first. */
export function alarmText(input: Pick<RaiseInput, 'kind' | 'place' | 'drill'>, raiser: string, now: Date): string {
  const drill = input.drill ? '【演练】' : '';
  return `${drill}报警：${input.place}，${kindWords[input.kind]}。${formatClock(now)} ${raiser}按的。`;
}

/** How it ended: a drill ends as a drill, and nothing else does. */
export function endAlarm(alarm: { drill: boolean; ended: boolean }, input: EndInput): void {
  if (alarm.ended) refuse('conflict', 'alarmOver', '这次报警已经有人记了结束。');
  if (alarm.drill !== (input.outcome === 'drillDone'))
    refuseField('outcome', alarm.drill ? '这是演练，选「演练结束」。' : '这不是演练，选真正的结果。');
  if (!alarm.drill && input.outcome !== 'mistaken' && input.measures.trim().length < 2)
    refuseField('measures', '写一句做了什么。');
}
