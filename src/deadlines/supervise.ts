import type { Clock } from './clock.ts';

/** A matter with a clock that is over its time, as recurring work finds it. */
export type LateMatter = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: string;
  regionCode: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  restricted: boolean;
  eventSeq: number;
  eventHash: string;
  clock: Clock;
  noticesSoFar: number;
};

export type SupervisionNotice = {
  level: number;
  unitId: string;
  title: string;
  seenBy: string[];
  answerOwner: string;
  liftOwner: string;
  tell: { owner: string; text: string }[];
};

const DAY = 86_400_000;

/** Whether the county's days of grace are over. */
export function isSupervisable(clock: Clock, now: Date, afterDays: number): boolean {
  return clock.stoppedAt === null && clock.dueAt !== null && now.getTime() >= clock.dueAt.getTime() + afterDays * DAY;
}

const key = (unitId: string): string => `${unitId.endsWith('-center') ? 'c' : 'u'}:${unitId}`;

/** What the receiving center itself owes, whoever has the matter in hand. */
const ofTheCenter: ReadonlySet<string> = new Set(['accept', 'deploy', 'verify', 'returnVisit', 'contest']);

/** A notice to whoever let the clock run out: the lead unit or the center. The level counts notices, not colors. */
export function supervise(late: LateMatter): SupervisionNotice {
  const unitId = ofTheCenter.has(late.clock.kind)
    ? late.receivingCenterId
    : (late.leadUnitId ?? late.receivingCenterId);
  const head = `${key(unitId)}#${unitId.endsWith('-center') ? 'centerLeader' : 'unitHead'}`;
  const liftOwner = `c:${late.receivingCenterId}#supervisor`;
  const level = late.noticesSoFar + 1;
  const text = `第${level}次督办：${late.clock.rule.label}已逾期。`;
  const watchers = late.restricted ? [] : [key(unitId), `c:${late.receivingCenterId}`, `r:${late.countyCode}`];
  const handler = late.handlerPostId && unitId === late.leadUnitId ? [`p:${late.handlerPostId}`] : [];
  return {
    level,
    unitId,
    title: `第${level}次督办：${late.clock.rule.label}逾期`,
    seenBy: [...new Set(['system', head, liftOwner, ...watchers, ...handler])],
    answerOwner: head,
    liftOwner,
    tell: [head, liftOwner, ...handler].map((owner) => ({ owner, text })),
  };
}
