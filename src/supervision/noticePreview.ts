import type { Calendar } from '../calendar/calendar.ts';
import type { ClockChange } from '../deadlines/clockChanges.ts';
import { viewClock } from '../deadlines/clockView.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { spokenOwner } from '../people/spokenOwner.ts';
import type { NoticeDecision } from './noticeDecision.ts';
import type { NoticePlan } from './supervise.ts';

/** The lines before pressing, in the shape that every form shows them. */
export type NoticePreview = {
  tells: { who: string; channel: string; text: string }[];
  starts: { label: string; dueAt: string | null; sentence: string; arithmetic: string[] }[];
  stops: { label: string }[];
  pauses: { label: string }[];
  residentSees: string;
  undo: string;
};

type Around = { network: Network; directory: Directory; calendar: Calendar; now: Date };

function startsOf(changes: readonly ClockChange[], { calendar, now, network }: Around): NoticePreview['starts'] {
  return changes.flatMap((change) => {
    if (change.kind !== 'start') return [];
    const { label, dueAt, sentence, arithmetic } = viewClock(change.clock, calendar, now, false);
    const unit = change.clock.unitId ? (network.unit(change.clock.unitId)?.short ?? '') : '';
    return [{ label: `${unit}${label}`, dueAt, sentence: `${unit}${sentence}`, arithmetic }];
  });
}

const tellsOf = (tell: readonly { owner: string; text: string }[], around: Around): NoticePreview['tells'] =>
  tell.map(({ owner, text }) => ({ who: spokenOwner(owner, around), channel: '站内', text }));

export function previewIssue(changes: readonly ClockChange[], plan: NoticePlan, around: Around): NoticePreview {
  return {
    tells: tellsOf(plan.tell, around),
    starts: startsOf(changes, around),
    stops: [],
    pauses: [],
    residentSees: '',
    undo: '发错了可以撤销，写明理由；编号不收回，时间线里留着。',
  };
}

const undoWords: Record<NoticeDecision['type'], string> = {
  answerSupervision: '交上去以后不能改；中心可以退回重报。',
  sendBackAnswer: '退回以后由单位重新回复，不能收回。',
  liftSupervision: '核销以后不能恢复；还要督办就再发一张。',
  withdrawSupervision: '撤销以后不能恢复；编号不再用。',
  replaceSupervision: '',
  copySupervision: '',
  listForInterview: '',
};

export function previewNoticeStep(
  decision: NoticeDecision,
  changes: readonly ClockChange[],
  around: Around,
): NoticePreview {
  const { network } = around;
  return {
    tells: tellsOf(decision.tell, around),
    starts: startsOf(changes, around),
    stops: decision.stops.map((unitId) => ({ label: `${network.unit(unitId)?.short ?? ''}回复督办` })),
    pauses: [],
    residentSees: '',
    undo: undoWords[decision.type],
  };
}
