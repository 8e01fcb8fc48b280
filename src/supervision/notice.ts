import type { Clock } from '../deadlines/clock.ts';
import type { Actor } from '../platform/actor.ts';
import type { Day } from '../platform/now.ts';
import type { Head, StepContext, Todo } from '../procedures/head.ts';
import type { NoticeStanding } from './noticeKind.ts';
import type { NoticeStatus, NoticeStep } from './procedure.ts';
import { answerersOf, type Concerned, verifierOf } from './supervise.ts';
import type { NoticeRules } from './supervisionEngine.ts';

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

/** The dispute that it is about, with those who have it in hand. */
export type NoticeAbout = { id: string; code: string; leadUnitId: string | null; handlerPostId: string | null };

/** A notice as one command locks and sees it. */
export type Notice = Head & {
  status: NoticeStatus;
  number: string | null;
  level: number;
  origin: 'ladder' | 'leader';
  issuerCenterId: string;
  issuedByPostId: string | null;
  about: NoticeAbout;
  clockKind: string | null;
  copies: number;
  units: readonly NoticeUnit[];
};
export type NoticeContext = StepContext<Notice, NoticeRules>;

export const isOpenNotice = ({ status }: Pick<Notice, 'status'>): boolean => status === 'sent' || status === 'answered';

/** How a notice is called in sentences: by its number, older ones by their code. */
export const nameOfNotice = ({ number, code }: Pick<Notice, 'number' | 'code'>): string => number ?? code;

export const standingOfNotice = ({ units, ...notice }: Notice): NoticeStanding => ({
  status: notice.status,
  unitIds: units.map(({ unitId }) => unitId),
  restricted: notice.restricted,
  receivingCenterId: notice.receivingCenterId,
  issuerCenterId: notice.issuerCenterId,
  issuedByPostId: notice.issuedByPostId,
});

/** Whom it concerns: the people of its dispute, under the notice's own restriction. */
export const concernedOf = ({ about, ...notice }: Notice): Concerned => ({
  countyCode: notice.countyCode,
  regionCode: notice.regionCode,
  receivingCenterId: notice.receivingCenterId,
  leadUnitId: about.leadUnitId,
  handlerPostId: about.handlerPostId,
  namedPostIds: notice.namedPostIds,
  restricted: notice.restricted,
});

/** The reply clock of a unit that still runs. */
export const replyClock = (clocks: readonly Clock[], unitId: string): Clock | undefined =>
  clocks.find((clock) => clock.stoppedAt === null && clock.unitId === unitId);

export const missingUnits = ({ units }: Pick<Notice, 'units'>): string[] =>
  units.filter(({ answeredAt }) => answeredAt === null).map(({ unitId }) => unitId);

/** What is owed on a notice: the answers that are missing; once all are there, checking and lifting. */
export function noticeTodos(notice: Notice): Todo<NoticeStep>[] {
  if (!isOpenNotice(notice)) return [];
  const missing = missingUnits(notice);
  const concerned = concernedOf(notice);
  if (missing.length === 0) {
    const owner = verifierOf(concerned, notice.issuerCenterId);
    return [{ owner, act: 'liftSupervision', clockKind: null, dueAt: null }];
  }
  const owed = missing.flatMap((unitId) => {
    const dueAt = replyClock(notice.clocks, unitId)?.dueAt ?? null;
    return answerersOf(concerned, unitId).map(
      (owner): Todo<NoticeStep> => ({ owner, act: 'answerSupervision', clockKind: 'supervisionReply', dueAt }),
    );
  });
  return [...new Map(owed.map((todo) => [todo.owner, todo])).values()];
}

/** Which units of the notice this post answers for: its own; of a restricted matter the center's leader for all of them. */
export function answersFor({ unitId }: Pick<Actor, 'unitId'>, notice: Notice): string[] {
  const asked = notice.units.map((unit) => unit.unitId);
  return asked.includes(unitId) ? [unitId] : notice.restricted ? asked : [];
}
