import type { NoticeFacts } from './notice.ts';

export type NoticeEventRow = {
  seq: number;
  id: string;
  at: Date;
  type: string;
  actor_role: string;
  actor_unit_id: string | null;
  name: string | null;
  data: Record<string, unknown>;
};
export type NoticeNoteRow = { event_id: string; kind: string; body: string };

export type NoticeDetail = {
  title: string;
  urgency: 'none' | 'urgent' | 'extraUrgent';
  sentAt: Date;
  endedAt: Date | null;
  copiedAt: Date | null;
  listedAt: Date | null;
  cosignerIds: string[];
  facts: NoticeFacts;
  events: NoticeEventRow[];
  notes: NoticeNoteRow[];
};
