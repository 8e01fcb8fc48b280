import type { Actor, Role } from '../platform/actor.ts';
import type { Parts } from '../settings/pins.ts';

/** How heavy an act is: reversible, tells people or moves a clock, legal or irreversible. */
export type Weight = 'plain' | 'tells' | 'legal';

/** One row of a procedure: one step that somebody may take. */
export type Row<Status extends string = string, Place extends string = string> = {
  /** The noun one creates: POST /api/<path>/:code/<noun>. */
  noun: string;
  from: readonly Status[];
  /** null: the step leaves the status as it is; a list: the decision chooses among these. */
  to: Status | readonly Status[] | null;
  who: readonly `${Role}@${Place}`[];
  label: string;
  labelEn: string;
  key?: string;
  starts: readonly string[];
  stops: readonly string[];
  basis: string;
  weight: Weight;
  /** It is one press and nothing else: no paper is issued by it, nobody signs, no other step's rows hang on it. */
  press?: boolean;
  /** Taken from another page, one matter or many: no button among the acts of the matter. */
  elsewhere?: boolean;
};

/**
 * What people read of a step besides its label. `deed`: what the button says, with {who} where it names somebody; `done`:
 * the strip after it, where 已 and the label make no sentence; `undo`: what cannot be undone, where the weight does not say
 * it; `happened`: the label is what happened, not what one does; `owed`: what is owed, where the step is only one way to do it.
 */
export type StepWords = {
  deed: string;
  deedEn: string;
  done?: string;
  undo?: string;
  happened?: true;
  owed?: { zh: string; en: string };
  /** What the button on the way to the form says, where the form offers other steps as well. */
  way?: { zh: string; en: string };
};

/** Who acts, as far as a place asks. */
export type Poster = Pick<Actor, 'role' | 'postId' | 'unitId' | 'centerId' | 'covers'>;

/** What the guard needs to know of a matter; pages get the same facts, so button and refusal cannot drift apart. */
export type Standing = { status: string };

/** Where a post stands to the matter: its relation to it, not its rank. `words` go before the role: 牵头单位的承办人. */
export type Place<S extends Standing> = { words: string; holds(standing: S, actor: Poster): boolean };

/**
 * A kind of matter as browser and server know it: what it is called, its table of steps, its statuses. Everything else that
 * the engine needs of it is its `Life` (pure) and its `Store` (SQL), bound together in server/kinds.ts.
 */
export type Kind<Step extends string = string, S extends Standing = Standing> = {
  /** As in the column `kind` of its matters. */
  name: string;
  /** Below /api. */
  path: string;
  /** Its page in the workbench, before the code. */
  page: string;
  /** A pattern of its codes; their first six digits are the county. */
  code: string;
  /** 这件事, 这张督办单. */
  called: string;
  tag: string;
  /** The parts of a county's rules that its decisions read: a matter keeps the version of these that it began under. */
  rules: Parts;
  steps: Readonly<Record<Step, Row>>;
  words: Readonly<Record<Step, StepWords>>;
  statuses: Readonly<Record<string, { zh: string; en: string; resident: string }>>;
  /** The main way, as its page draws it and as a resident reads it. */
  way: readonly { at: readonly string[]; label: string; resident: string }[];
  places: Readonly<Record<string, Place<S>>>;
  /** The house's own step by which one that hangs on another matter follows it, when who may know of that changes. */
  follow?: Step;
};

/** What somebody owes, in the words of his list and of the page. */
export function owedWords<Step extends string>(kind: Pick<Kind<Step>, 'steps' | 'words'>, step: Step) {
  const { label, labelEn } = kind.steps[step];
  return kind.words[step].owed ?? { zh: label, en: labelEn };
}

/** What the button that leads to a step's form says. */
export function wayWords<Step extends string>(kind: Pick<Kind<Step>, 'steps' | 'words'>, step: Step) {
  const { label, labelEn } = kind.steps[step];
  return kind.words[step].way ?? { zh: label, en: labelEn };
}

export const stepNamesOf = <Step extends string>({ steps }: Pick<Kind<Step>, 'steps'>): Step[] =>
  Object.keys(steps) as Step[];

/** The address of a matter's page in the workbench. */
export const pageOf = ({ kind }: { kind: Pick<Kind, 'page'> }, code: string): string => `${kind.page}${code}`;
