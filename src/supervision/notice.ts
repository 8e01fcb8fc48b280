import type { Clock } from '../deadlines/clock.ts';
import type { Actor } from '../platform/actor.ts';
import type { Day } from '../platform/now.ts';
import { answerersOf, verifierOf } from './supervise.ts';

export type NoticeStatus = 'sent' | 'answered' | 'lifted' | 'withdrawn' | 'replaced';

export const noticeStatusLabels: Readonly<Record<NoticeStatus, string>> = {
  sent: '等回复',
  answered: '已回复，等核销',
  lifted: '已解除',
  withdrawn: '已撤销',
  replaced: '已由下一次督办接替',
};

export type NoticeUnit = { unitId: string; answeredAt: Date | null; promisedOn: Day | null; returns: number };

/** What the paper says of the clock and of the dispute, as it was on the day of issue. */
export type NoticeFacts = {
  categoryCode?: string;
  regionCode?: string;
  clock?: {
    label: string;
    dueAt: string;
    daysLate: number;
    sentence: string;
    arithmetic: string[];
    basis: string;
    basisStatus: 'V' | 'V2' | 'G';
  };
};

/** A notice as one command locks and sees it, with the dispute's people who answer for it. */
export type Notice = {
  countyCode: string;
  id: string;
  code: string;
  number: string | null;
  level: number;
  origin: 'ladder' | 'leader';
  status: NoticeStatus;
  eventSeq: number;
  eventHash: string;
  version: number;
  seenBy: string[];
  openedAt: Date;
  restricted: boolean;
  regionCode: string;
  receivingCenterId: string;
  issuerCenterId: string;
  issuedByPostId: string | null;
  aboutMatterId: string;
  aboutCode: string;
  clockKind: string | null;
  leadUnitId: string | null;
  handlerPostId: string | null;
  namedPostIds: string[];
  copies: number;
  units: readonly NoticeUnit[];
  clocks: readonly Clock[];
};

export const isOpenNotice = ({ status }: Pick<Notice, 'status'>): boolean => status === 'sent' || status === 'answered';

/** How a notice is called in sentences: by its number, older ones by their code. */
export const nameOfNotice = ({ number, code }: Pick<Notice, 'number' | 'code'>): string => number ?? code;

/** The reply clock of a unit that still runs; notices from before had one clock for their one unit. */
export function replyClock(clocks: readonly Clock[], unitId: string): Clock | undefined {
  const running = clocks.filter((clock) => clock.stoppedAt === null);
  return running.find((clock) => clock.unitId === unitId) ?? running.find((clock) => clock.unitId === null);
}

export type NoticeTodo = { owner: string; act: string; clockKind: string | null; dueAt: Date | null };

/** What is owed on a notice: the answers that are missing; once all are there, checking and lifting. */
export function noticeTodos(notice: Notice): NoticeTodo[] {
  if (!isOpenNotice(notice)) return [];
  const missing = notice.units.filter((unit) => unit.answeredAt === null);
  if (missing.length === 0)
    return [{ owner: verifierOf(notice, notice.issuerCenterId), act: 'liftNotice', clockKind: null, dueAt: null }];
  const owed = missing.flatMap(({ unitId }) => {
    const dueAt = replyClock(notice.clocks, unitId)?.dueAt ?? null;
    return answerersOf(notice, unitId).map((owner) => ({
      owner,
      act: 'answerNotice',
      clockKind: 'supervisionReply',
      dueAt,
    }));
  });
  return [...new Map(owed.map((todo) => [todo.owner, todo])).values()];
}

const answering = ['unitHead', 'centerLeader', 'handler'];
const verifying = ['supervisor', 'centerLeader'];

/** Which units of the notice this post answers for. Of a restricted matter whoever sees it may, for the unit in charge. */
export function answersFor(actor: Pick<Actor, 'role' | 'unitId' | 'centerId'>, notice: Notice): string[] {
  if (!answering.includes(actor.role)) return [];
  const own = notice.units.filter(({ unitId }) => unitId === actor.unitId).map(({ unitId }) => unitId);
  const leads = notice.restricted && actor.role === 'centerLeader' && actor.centerId === notice.receivingCenterId;
  return own.length === 0 && leads ? notice.units.map(({ unitId }) => unitId) : own;
}

/** The office that issued it, or who signed it by hand. */
export function mayVerify(actor: Pick<Actor, 'role' | 'centerId' | 'postId'>, notice: Notice): boolean {
  if (verifying.includes(actor.role) && actor.centerId === notice.issuerCenterId) return true;
  return notice.issuedByPostId !== null && actor.postId === notice.issuedByPostId;
}
