import type { Named, OpenSteps } from '../procedures/views.ts';
import type { SittingStatus, SittingStep } from './procedure.ts';
import type { ProposalState, Section, Share, SittingForm, SittingResult, TableSide } from './words.ts';

export type SittingSight = 'full' | 'asked' | 'table' | 'own';
export type SittingInvite = {
  id: string;
  kind: 'party' | 'post' | 'unit';
  /** The party, post or unit. */
  of: string;
  disputeId: string | null;
  name: string;
  unit: string;
  side: 'applicant' | 'respondent' | 'third' | null;
  answer: 'open' | 'accepted' | 'declined';
  came: 'unknown' | 'here' | 'absent';
  reason: string;
};
/** One dispute that is heard; nothing of it that was not put on the table, for who came from outside. */
export type HeardView = {
  id: string;
  code: string;
  codeShort: string;
  category: string;
  categoryCode: string;
  title: string | null;
  facts: string | null;
  demands: string | null;
  parties: { id: string; name: string; side: 'applicant' | 'respondent' | 'third' }[];
  result: SittingResult | null;
  /** Whether the reader reads the dispute itself. */
  open: boolean;
};
export type ProposalView = {
  id: string;
  disputeId: string;
  from: TableSide;
  text: string;
  state: ProposalState;
  at: string;
  by: string;
};
export type SittingNoteView = { id: string; kind: string; text: string; at: string; by: string; mine: boolean };
/** `heldBy`: who is writing it at this moment, when that is not the reader. */
export type MinutesView = {
  disputeId: string;
  section: Section;
  version: number;
  text: string;
  by: string;
  at: string;
  heldBy: string | null;
};
export type SittingView = {
  asOf: string;
  id: string;
  code: string;
  title: string;
  form: SittingForm;
  status: SittingStatus;
  statusLabel: string;
  sight: SittingSight;
  from: string;
  to: string;
  when: string;
  center: string;
  centerId: string;
  countyCode: string;
  rooms: string[];
  roomIds: string[];
  place: string;
  /** A room that it was to be in went out of use. */
  needsRoom: boolean;
  agenda: string;
  bring: string;
  hosts: string[];
  leadingUnit: string | null;
  shared: Share[];
  disputes: HeardView[];
  invites: SittingInvite[];
  /** The reader's own invitation. */
  asked: { answer: SittingInvite['answer'] } | null;
  proposals: ProposalView[];
  minutes: MinutesView[];
  notes: SittingNoteView[];
  coolingUntil: string | null;
  startedAt: string | null;
  endedAt: string | null;
  result: SittingResult | null;
  againOn: string | null;
  version: number;
  steps: OpenSteps<SittingStep>;
};
export type SittingRow = {
  code: string;
  title: string;
  form: SittingForm;
  status: SittingStatus;
  statusLabel: string;
  from: string;
  when: string;
  rooms: string;
  needsRoom: boolean;
  result: SittingResult | null;
  about: { code: string; codeShort: string; name: Named | null };
};
export type SittingList = { asOf: string; today: string; rows: SittingRow[] };
