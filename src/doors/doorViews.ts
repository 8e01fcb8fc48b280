import type { ClockView } from '../deadlines/clockView.ts';
import type { DoorField } from '../handover/door.ts';
import type { Day } from '../platform/now.ts';
import type { Named, OpenSteps } from '../procedures/views.ts';

/** One line of its form as a post sees it: a protected line says only that it is filled. */
export type FieldView = Pick<DoorField, 'name' | 'label' | 'hint' | 'kind' | 'who'> & {
  options: readonly string[];
  must: boolean;
  protect: boolean;
  filled: boolean;
  value: string;
  /** What is known already and stands there until somebody writes otherwise. */
  proposal: string;
};

export type DoorRow = {
  code: string;
  kind: string;
  way: string;
  label: string;
  status: string;
  statusLabel: string;
  body: string;
  applicants: string;
  /** What it came to, in words; null so far. */
  result: string | null;
  openedOn: Day;
  /** The nearest limit, whosever it is. */
  clock: Pick<ClockView, 'label' | 'sentence' | 'dueAt' | 'code'> | null;
};

export type DoorTurn = {
  seq: number;
  at: string;
  who: string;
  sentence: string;
  words: string[];
  files: { id: string; name: string }[];
};

export type DoorView = DoorRow & {
  countyCode: string;
  version: number;
  about: { code: string; codeShort: string; category: string; status: string; name: Named | null };
  secret: boolean;
  joint: boolean;
  how: string | null;
  number: string | null;
  ground: string | null;
  resultOn: Day | null;
  says: string;
  paper: string;
  fields: FieldView[];
  papers: { name: string; who: string; must: boolean }[];
  /** What is still missing before it can be handed in, with who can bring it. */
  missing: { label: string; who: string }[];
  clocks: ClockView[];
  choices: { grounds: Choice[]; results: (Choice & { grounds: Choice[] })[] };
  timeline: DoorTurn[];
  files: { id: string; name: string }[];
  /** Material of the dispute that may go along; empty once it was handed in. */
  material: { id: string; name: string; side: string }[];
  steps: OpenSteps;
  ended: boolean;
};
export type Choice = { value: string; label: string };

/** A way as the dispute offers it: open until a day, or not, and why; the door that stands open already. */
export type WayRow = {
  way: string;
  label: string;
  body: string;
  bodyUnitId: string | null;
  open: boolean;
  words: string;
  until: string | null;
  joint: boolean;
  secret: boolean;
  off: boolean;
};

export type DoorsAbout = {
  asOf: string;
  mayOpen: boolean;
  doors: DoorRow[];
  ways: WayRow[];
  parties: { id: string; name: string; side: string }[];
};
