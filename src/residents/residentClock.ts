import { dueOfClock } from '../deadlines/clock.ts';
import { spokenLength } from '../deadlines/clockRule.ts';
import { computeDue } from '../deadlines/due.ts';
import { explain } from '../deadlines/explain.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { openPause } from '../deadlines/pause.ts';
import { mediationKinds } from '../deadlines/rules.13710.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { spokenLeft } from '../deadlines/sentences.ts';
import { type Clock, clockState } from '../deadlines/state.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { Status } from '../disputes/procedure.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import type { ResidentView } from '../disputes/views.ts';
import { say } from '../law/say.ts';
import { dueDay, formatDay, formatDue } from '../platform/now.ts';
import { heardFor, howToUse, othersWords } from '../waits/whoseLimit.ts';

type Told = Pick<DisputeContext, 'calendar' | 'now'>;
type Standing = Pick<Dispute, 'status' | 'contested' | 'clocks'>;

/** What the resident waits for in each status. The office's own clocks (report, strike-off) are not promises to him. */
const promised: Partial<Record<Status, readonly string[]>> = {
  registered: ['accept'],
  accepted: ['deploy'],
  dispatched: ['handle'],
  routingDisputed: ['handle'],
  inMediation: ['handle', ...mediationKinds],
  settled: ['handle'],
  mediationFailed: ['handle'],
  withdrawn: ['handle'],
  terminated: ['handle'],
  closureSubmitted: ['verify'],
  closed: ['returnVisit'],
};

const verbs: Readonly<Record<string, string>> = {
  accept: '答复您受不受理',
  deploy: '定下由谁办',
  acknowledge: '接手',
  handle: '办完',
  ...Object.fromEntries(mediationKinds.map((kind) => [kind, '调解完'])),
  verify: '核对完',
  returnVisit: '问您办得怎么样',
  contest: '给您答复',
};

/** The office's words as a resident would say them; the figures stay as the pure function wrote them. */
const plainWords: readonly [RegExp, string][] = [
  [/分流/g, '转办'],
  [/签收/g, '接手'],
  [/销号/g, '收尾'],
  [/办结审核/g, '核对'],
  [/办结/g, '办完'],
];

export const plain = (line: string): string =>
  plainWords.reduce((text, [office, words]) => text.replace(office, words), line);

/** The very clock that officials see, the nearest of those that promise the resident something. */
export function residentClock({ status, contested, clocks }: Standing): Clock | null {
  const kinds = contested ? ['contest'] : (promised[status] ?? []);
  return runningClocks(clocks).find(({ kind }) => kinds.includes(kind)) ?? null;
}

type Dates = Pick<ResidentView, 'nextBy' | 'nextByDay' | 'remaining' | 'late' | 'arithmetic'>;

const noDate: Dates = { nextBy: null, nextByDay: null, remaining: null, late: null, arithmetic: [] };

export function residentDates(clock: Clock | null, { calendar, now }: Told): Dates {
  if (clock === null) return noDate;
  const due = dueOfClock(clock, calendar);
  const arithmetic = explain(due.steps).map(plain);
  if (clock.dueAt === null)
    return {
      ...noDate,
      arithmetic,
      remaining: `日期先停着，${waitsForMaterial(clock) ? '材料交齐后' : '等到以后'}还有${spokenLeft(due.left, clock.rule.unit)}`,
    };
  const state = clockState(clock, calendar, now);
  const days = state.remaining?.days ?? 0;
  const late = state.code === 'overdue';
  return {
    nextBy: `${formatDue(clock.dueAt)}前${verbs[clock.kind] ?? '办完'}`,
    nextByDay: dueDay(clock.dueAt),
    remaining: late ? null : days === 0 ? '今天到期' : `还有${days}天`,
    late: late ? `原定${formatDay(dueDay(clock.dueAt))}，已经晚了${state.chip.replace('逾期', '')}。` : null,
    arithmetic,
  };
}

const waitsForMaterial = ({ pauses }: Clock): boolean => (openPause(pauses)?.ground ?? 'material') === 'material';

/** That the promised date is not the first one any more, from which day it moved and why. */
export function movedWords({ extensions, dueHistory, dueAt }: Clock): string | null {
  const last = extensions.at(-1);
  const former = dueHistory.findLast(({ why }) => why.includes('延期'))?.dueAt;
  if (!last || !former || !dueAt) return null;
  const from = formatDay(dueDay(new Date(former)));
  return `原来是${from}，${last.approvedBy}批准延了${spokenLength(last.length, last.unit)}。原因：${last.reason}。`;
}

/** A right of both sides is used together; that of one party is read by that party alone, unless nobody said whose it is. */
const whose = ({ rule: { who = '当事人' }, partyId }: Clock): string => {
  if (who === '双方当事人共同') return '双方当事人一起';
  return partyId !== null || who.includes('当事人') ? '您' : who;
};

type Reader = { partyId: string | null; parties: Dispute['parties'] };

const isFor = (clock: Clock, { partyId, parties }: Reader): boolean =>
  clock.partyId === null || (partyId !== null && heardFor({ parties }, clock.partyId).includes(partyId));

/** A court accepts a suit after that day too (民事诉讼法解释 219): nobody may read that it is too late to go there. */
const overWords = (kind: string, right: string, day: string): string =>
  kind === 'civilLimitation' ? say('lateSuit', { day }) : `${right}${day}已经过了。`;

/** What the reader owes by the agreement, and until when; nothing is threatened. */
function promiseWords(label: string, dueAt: Date, now: Date): string {
  const day = formatDay(dueDay(dueAt));
  return dueAt > now ? `按协议，${day}前要${label}。` : `按协议，${day}前要${label}，现在过了。有难处早点告诉中心。`;
}

/** Limits that only the parties can miss, nearest first, until they are used; what is over says so. */
export function rightsOf(clocks: readonly Clock[], now: Date, reader: Reader): string[] {
  return runningClocks(clocks).flatMap((clock) => {
    const { kind, binds, rule, dueAt } = clock;
    const law = statutoryClocks.get(kind);
    if (binds === 'ours' || !isFor(clock, reader)) return [];
    // Of a court's or another body's limit only who applied is told.
    if (binds === 'other')
      return clock.partyId === null || !law || !dueAt ? [] : [othersWords(law, formatDay(dueDay(dueAt)))];
    if (kind === 'promise') return dueAt ? [promiseWords(rule.label, dueAt, now)] : [];
    const right = `${whose(clock)}${rule.label}的期限`;
    if (dueAt === null) return [`${right}先停着。`];
    const day = formatDay(dueDay(dueAt));
    return [dueAt > now ? `${right}到${day}。${law ? howToUse(law) : ''}` : overWords(kind, right, day)];
  });
}

/** '迎泽街道10月9日24时前接手', or that it should have: for a clock that stands beside the promised date. */
export function byWhen(clock: Clock | undefined, who: string, { now }: Told): string {
  const verb = verbs[clock?.kind ?? ''] ?? '办';
  if (!clock?.dueAt) return `等${who}${verb}`;
  const due = formatDue(clock.dueAt);
  return clock.dueAt > now ? `等${who}${verb}，${due}前` : `${who}应该在${due}前${verb}，现在晚了`;
}

/** When an answer is due if a resident says now that it is not settled: '10月9日24时'. */
export function answerDue({ calendar, now, rules }: Told & Pick<DisputeContext, 'rules'>): string | null {
  const { dueAt } = computeDue(clockRuleOf(rules, 'contest', null), calendar, now);
  return dueAt && formatDue(dueAt);
}
