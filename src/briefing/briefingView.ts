import type { PresenceLine } from '../attendance/views.ts';
import type { BoardMatter } from '../dashboards/boardView.ts';
import type { UnitPicture, WeekPicture } from '../dashboards/pictures.ts';
import type { OpenCounts } from '../definitions/openCounts.ts';
import type { WorkItem } from '../procedures/views.ts';
import type { Consequence } from './consequence.ts';
import type { Edition } from './edition.ts';

/** Something that waits for this post's word, and what follows without it. */
export type Decision = { item: WorkItem; consequence: Consequence | null };

/** What the last open day, and those off since, had to bring and what became of it; `expected`: what the morning of `from` said of that day. */
export type PlanDone = {
  from: string;
  to: string;
  expected: number | null;
  planned: number;
  inTime: number;
  doneLate: number;
  notDone: number;
  registered: number;
  settled: number;
  struckOff: number;
};

/** Who should stand at the counters; null where the place has no center of its own. */
export type Counters = {
  center: { id: string; short: string };
  open: boolean;
  /** 08:30: nobody is missing before. */
  opensAt: string | null;
  due: number;
  here: number;
  missing: PresenceLine[];
  mayCall: boolean;
};

export type Briefing = {
  asOf: string;
  day: string;
  place: string;
  /** Whether a morning is due today: the center is open. */
  due: boolean;
  /** Today's, as it was written down. */
  edition: (Edition & { late: boolean }) | null;
  wanted: boolean;
  decide: { total: number; rows: Decision[] };
  save: { total: number; more: number; rows: BoardMatter[] };
  plan: PlanDone;
  counters: Counters | null;
  open: OpenCounts;
  /** Disputes whose newest change is still to be added. */
  waiting: number;
  late: number;
  /** Restricted matters that are counted and not named. */
  hidden: number;
  weeks: WeekPicture[];
  units: UnitPicture[];
};
