import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { ResidentView } from '../disputes/views.ts';
import type { Unit } from '../network/lookup.ts';
import type { Papers } from './residentPapers.ts';
import type { ResidentEntry } from './residentTimeline.ts';
import type { LeadProgress } from './residentTogether.ts';

export type ResidentInput = Papers & {
  dispute: Dispute;
  entries: readonly ResidentEntry[];
  score: number | null;
  centerAddress: string | null;
  /** How far the dispute is that it is handled together with. */
  lead: LeadProgress | null;
  context: Pick<DisputeContext, 'calendar' | 'network' | 'directory' | 'rules' | 'now'>;
};

/** The view, with the day on which each step was reached. */
export type ResidentPage = Omit<ResidentView, 'steps'> & {
  /** Requests of the reader's own that interrupt limitation, as they were recorded. */
  claims: string[];
  steps: (ResidentView['steps'][number] & { on: string | null })[];
  centerName: string;
};

/** 太原市迎泽区社会治安综合治理中心, as people call it. */
export const spokenCenter = (unit: Unit | undefined): string =>
  (unit?.name ?? '综治中心').replace('社会治安综合治理中心', '综治中心').replace(/^太原市(?=.*[区县市].)/, '');
