import type { ClockView } from '../deadlines/clockView.ts';
import type { Named, OpenSteps } from '../procedures/views.ts';
import type { NoticeFacts } from './notice.ts';
import type { NoticeStatus, NoticeStep } from './procedure.ts';

/** What the pages and lists of supervision notices show; made by noticeView.ts. */
export type NoticeUnitView = {
  unitId: string;
  unit: string;
  /** In full, as a paper addresses it. */
  name: string;
  answeredAt: string | null;
  promisedOn: string | null;
  returns: number;
  clock: ClockView | null;
  answer: { did: string; why: string; by: string } | null;
};

export type NoticeTimelineEntry = {
  seq: number;
  at: string;
  who: string;
  sentence: string;
  notes: { kind: string; body: string }[];
};

/** The dispute; its name as far as the reader may see it. */
export type About = { code: string; codeShort: string; category: string; name: Named | null };

export type NoticeView = {
  code: string;
  number: string | null;
  title: string;
  level: number;
  origin: 'ladder' | 'leader';
  status: NoticeStatus;
  statusLabel: string;
  urgency: 'none' | 'urgent' | 'extraUrgent';
  restricted: boolean;
  sentAt: string;
  endedAt: string | null;
  copiedAt: string | null;
  listedAt: string | null;
  about: About & { place: string };
  clock: NonNullable<NoticeFacts['clock']> | null;
  reason: string;
  ask: string;
  issuer: { center: string; by: string | null; phone: string | null };
  cosigners: string[];
  units: NoticeUnitView[];
  timeline: NoticeTimelineEntry[];
  version: number;
  steps: OpenSteps<NoticeStep>;
  /** Units for which this post owes the answer. */
  answerable: string[];
};

export type NoticeListRow = {
  code: string;
  number: string | null;
  level: number;
  title: string;
  origin: 'ladder' | 'leader';
  status: NoticeStatus;
  statusLabel: string;
  about: About;
  units: { unitId: string; unit: string; answered: boolean }[];
  replyBy: string | null;
  replyLate: boolean;
  sentAt: string;
  copied: boolean;
  listed: boolean;
};

export type NoticePage = {
  asOf: string;
  counts: { status: NoticeStatus; n: number; again: number }[];
  rows: NoticeListRow[];
  next: string | null;
};
