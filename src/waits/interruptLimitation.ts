import { Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import { dueOfClock } from '../deadlines/clock.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { say } from '../law/say.ts';
import type { ClockAct, Decision } from '../matters/decision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import { dueDay, formatDocumentDay } from '../platform/now.ts';
import { momentOf } from './happened.ts';
import { checkBody, laborWays, no, told, type Way, ways } from './limitationWays.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { heardFor, tellOwner } from './whoseLimit.ts';

export const InterruptLimitationInput = StepInput({
  partyId: Type.Unsafe<string>({ ...Id, title: '谁提的' }),
  way: Type.Union(
    ways.map((each) => Type.Literal(each)),
    { title: '向谁提的' },
  ),
  body: Type.String({ minLength: 2, maxLength: 80, title: '接收请求的组织、机关或者人' }),
  power: Type.Optional(Type.String({ minLength: 4, maxLength: 100, title: '凭哪条法律有权解决' })),
  claim: Type.String({ minLength: 2, maxLength: 300, title: '请求什么' }),
  day: DayField,
  paper: Type.Optional(Type.String({ minLength: 2, maxLength: 200, title: '凭什么材料' })),
});
export type InterruptLimitationInput = {
  partyId: string;
  way: Way;
  body: string;
  power?: string;
  claim: string;
  day: string;
  paper?: string;
};

const isLabor = (kind: string): boolean => kind.startsWith('labor');

type Interrupted = { clock: Clock; labor: boolean };

/** The limitation of who asked, where this way interrupts it, and when it was not over by that day. */
function limitationsOf(matter: Waiting, { partyId, way }: InterruptLimitationInput): Interrupted[] {
  return runningClocks(matter.clocks).flatMap((clock) => {
    const labor = isLabor(clock.kind);
    const own = clock.partyId === null || heardFor(matter, clock.partyId).includes(partyId);
    const interrupts = statutoryClocks.get(clock.kind)?.anew && own && (!labor || laborWays.has(way));
    return interrupts ? [{ clock, labor }] : [];
  });
}

function effectOf(input: InterruptLimitationInput, open: readonly Interrupted[], over: readonly Interrupted[]): string {
  const ended = over[0]?.clock.dueAt;
  if (ended && open.length === 0) return say('limitationOver', { day: formatDocumentDay(dueDay(ended)) });
  const labor = open.filter((each) => each.labor);
  const power = input.power ? `；${input.power.trim()}` : '';
  const civil = labor.length > 0 && labor.length === open.length ? [] : [say(told[input.way].effect, { power })];
  return `${[...civil, ...(labor.length > 0 ? [say('interruptedLabor')] : [])].join('；')}，重新计算。`;
}

/** Who asked which body for what, and when: limitation begins anew from that day. A fact that the party can take along. */
export function interruptLimitation(matter: Waiting, input: InterruptLimitationInput, context: WaitContext): Decision {
  if (!matter.parties.some(({ id }) => id === input.partyId))
    throw no('unknownParty', 'partyId', '选这件事里的当事人。');
  checkBody(input);
  const at = momentOf({ day: input.day }, context.now, '00:00');
  const found = limitationsOf(matter, input).filter(({ clock }) => clock.startedAt <= at);
  const isOver = ({ clock }: Interrupted) => (dueOfClock(clock, context.calendar).dueAt ?? at) < at;
  const [over, open] = [found.filter(isOver), found.filter((each) => !isOver(each))];
  const { said } = told[input.way];
  const paper = input.paper?.trim();
  const body = [
    `${formatDocumentDay(input.day)}${said(input.body.trim(), input.claim.trim())}。`,
    effectOf(input, open, over),
    paper ? `凭：${paper}。` : '',
  ].join('');
  const clocks = open.flatMap(({ clock: { kind, id: clockId, partyId } }): ClockAct[] => [
    { act: 'stop', kind, clockId, at },
    { act: 'start', kind, at, ...(partyId === null ? {} : { partyId }) },
  ]);
  return {
    type: 'interruptLimitation',
    data: { partyId: input.partyId, way: input.way, day: input.day, clockKinds: open.map(({ clock }) => clock.kind) },
    notes: heardFor(matter, input.partyId).map((each) => ({
      ...{ id: context.newId(), kind: 'claim', visibility: `party:${each}` as const, body },
    })),
    clocks,
    tell: [tellOwner(matter, input.partyId, '您提出请求的事记下了，查询页和办理进度单上有，可以到窗口打印。')],
  };
}
