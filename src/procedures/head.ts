import type { Clock } from '../deadlines/clock.ts';
import type { Context } from '../matters/context.ts';

/** What every matter is, whatever its kind, as one command locks and sees it. */
export type Head = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: string;
  version: number;
  eventSeq: number;
  eventHash: string;
  /** The version of its kind's parts of the county's rules that it was opened under. */
  settingsVersion: number;
  restricted: boolean;
  categoryCode: string | null;
  regionCode: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  namedPostIds: readonly string[];
  seenBy: readonly string[];
  openedAt: Date;
  closedAt: Date | null;
  clocks: readonly Clock[];
};

/** One thing owed: by whom (a viewer key), which step, on which clock; `from`: not before then, since it cannot be done. */
export type Todo<Step extends string = string> = {
  owner: string;
  act: Step;
  clockKind: string | null;
  dueAt: Date | null;
  from?: Date | null;
};

/** `other`: a second matter of the kind that a step is about, read as the actor may see it. */
export type StepContext<T, Rules = unknown> = Context<Rules> & { readonly other?: T };
