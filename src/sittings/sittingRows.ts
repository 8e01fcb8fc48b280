import type { Section } from './words.ts';

// The words of a sitting, as the database has them.

export type ProposalRow = { id: string; body: string; at: Date; byPostId: string };
export type NoteRow = {
  id: string;
  kind: string;
  visibility: string;
  body: string;
  at: Date;
  authorId: string | null;
  by: string | null;
};
export type MinutesRow = {
  disputeId: string;
  section: Section;
  version: number;
  body: string;
  scribePostId: string;
  writtenAt: Date;
};
export type BookedRow = { roomId: string | null; state: string; from: Date; to: Date };

export type HeardRow = {
  id: string;
  code: string;
  title: string;
  categoryCode: string;
  facts: string;
  demands: string;
  parties: { id: string; name: string; side: 'applicant' | 'respondent' | 'third' }[];
};

export type SittingDetail = {
  agenda: string;
  endedAt: Date | null;
  /** Why somebody cannot come or did not, by invitation. */
  reasons: ReadonlyMap<string, string>;
  proposals: readonly ProposalRow[];
  notes: readonly NoteRow[];
  minutes: readonly MinutesRow[];
  booked: readonly BookedRow[];
};
