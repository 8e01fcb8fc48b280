/** What pressing will do, said by the very decision that will run. */
export type Outlook = {
  tells: { who: string; channel: string; text: string }[];
  starts: { label: string; dueAt: string | null; sentence: string; arithmetic: string[] }[];
  stops: { label: string }[];
  pauses: { label: string }[];
  /** Running clocks that get another date. */
  moves: { label: string; from: string | null; dueAt: string | null; sentence: string; arithmetic: string[] }[];
  residentSees: string;
  statusAfter: string;
  undo: string;
};

/** `undo`: how it can be taken back, in the words that stood there before pressing; `takeBack`: it was one press. */
export type StepDone = {
  code: string;
  status: string;
  version: number;
  sentence: string;
  undo: string;
  undoUntil: string | null;
  takeBack: boolean;
};

/** What a post can do on a matter now, and what later, with why not yet. */
export type OpenSteps<Step extends string = string> = { now: Step[]; later: { name: Step; sentence: string }[] };

/** One thing owed on a matter, whoever owes it; `mine`: by a key of this post; `notYet`: why it cannot be done so far. */
export type OwedNow<Step extends string = string> = {
  act: Step;
  who: string;
  dueAt: string | null;
  mine: boolean;
  notYet: string | null;
};

/** What a matter is called where it is mentioned: its title, between whom, and the unit that has it. */
export type Named = { title: string; parties: string; unit: string };

export type WorkItem = {
  id: string;
  kind: string;
  code: string;
  /** The code of what hangs on another matter; `code` is then that other's. */
  own: string | null;
  /** Its page in the workbench. */
  page: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  unit: string;
  /** Of what hangs on another matter, which is named above: what it is itself. */
  ownTitle: string | null;
  act: string;
  /** What is owed; the label of the step that the button begins. */
  owed: { zh: string; en: string };
  actLabel: string;
  actLabelEn: string;
  actKey: string | null;
  clock: { label: string; code: string; word: string; chip: string; sentence: string } | null;
  dueAt: string | null;
  since: string;
  status: string;
  statusLabel: string;
  statusLabelEn: string;
  mine: boolean;
  /** Owed in another post of the same person, who has to act as it; with the absent colleague's name where it covers one. */
  as: { postId: string; covers: string | null } | null;
};
export type WorkList = {
  asOf: string;
  items: WorkItem[];
  /** Where the list goes on, or null where this is all. */
  next: string | null;
  /** Of all that is owed, whatever is shown; on the first page only. */
  counts: { all: number; mine: number; overdue: number; today: number; week: number } | null;
};
