import type { StepName } from '../src/disputes/procedure.ts';
import type { RegisterInput } from '../src/intake/register.ts';
import type { Actor, Role } from '../src/platform/actor.ts';
import { type Chance, chanceOf } from './chance.ts';
import { bytesOf, type Paper } from './papers.ts';
import { type Live, registerAt, residentOf, type Stage, stepAt, uploadAt } from './stage.ts';

export type Act = (stage: Stage, live: Live, now: Date) => Promise<void>;
/** Something that happens so many working days after the first day, at a minute of that day. */
export type Beat = { readonly day: number; readonly minute: number; readonly act: Act };
export type Story = {
  readonly name: string;
  readonly title: string;
  /** Working days ago; what would come after today has not happened yet. */
  readonly ago: number;
  readonly beats: readonly Beat[];
};

/** Who does it: a role of a unit, or the resident. */
export type Hand = { readonly role: Role; readonly unitId: string; readonly which?: number } | 'resident';

export type Registering = Omit<RegisterInput, 'commandId' | 'uploads' | 'creditCodeConfirmed'>;
export type Opening = {
  readonly name: string;
  readonly ago: number;
  /** Who takes it in: a receptionist, or an information officer of a township. */
  readonly front: { readonly role: Role; readonly unitId: string };
  readonly input: Registering;
  readonly papers?: readonly Paper[];
};

/** What a step is told may depend on the day it happens. */
export type Told = object | ((now: Date, live: Live) => object);

export type Teller = {
  readonly name: string;
  readonly chance: Chance;
  readonly opening: Opening;
  readonly centerId: string;
  /** Goes to a later day, in the morning unless told. */
  on(day: number, minute?: number): Teller;
  /** So many minutes after what was told last, before anybody goes to lunch. */
  soon(minutes: number): Teller;
  step(hand: Hand, name: StepName, told?: Told): Teller;
  upload(hand: Hand, paper: Paper): Teller;
  add(act: Act): Teller;
  story(): Story;
};

async function actorOf(stage: Stage, live: Live, hand: Hand): Promise<Actor> {
  return hand === 'resident' ? residentOf(stage, live) : stage.post(hand.role, hand.unitId, hand.which);
}

// Counters close at midday.
const NOON = 12 * 60 + 5;
const AFTERNOON = 13 * 60 + 30;

function registration(opening: Opening, which: number): Act {
  const { front, input, papers = [], name } = opening;
  return async (stage, live, now) => {
    const actor = stage.post(front.role, front.unitId, which);
    for (const paper of papers) await uploadAt(stage, live, actor, await bytesOf(paper, name), now);
    await registerAt(stage, name, live, actor, { ...input, uploads: [], creditCodeConfirmed: false }, now);
  };
}

function stepping(story: string, hand: Hand, name: StepName, told: Told): Act {
  return async (stage, live, now) => {
    const actor = await actorOf(stage, live, hand);
    const input = typeof told === 'function' ? told(now, live) : told;
    await stepAt(stage, story, live, actor, name, input, now);
  };
}

function uploading(story: string, hand: Hand, paper: Paper): Act {
  return async (stage, live, now) => {
    const file = await bytesOf(paper, `${story} ${live.beat}`);
    await uploadAt(stage, live, await actorOf(stage, live, hand), file, now);
  };
}

/** Begins the story of one dispute with its registration. */
export function tell(opening: Opening): Teller {
  const chance = chanceOf(opening.name);
  const which = chance.pick([0, 0, 0, 1]);
  const beats: Beat[] = [];
  let day = 0;
  let minute = chance.between(8 * 60 + 35, 13 * 60);
  const add = (act: Act): Teller => {
    if (minute > NOON && minute < AFTERNOON) minute = AFTERNOON + chance.between(0, 20);
    beats.push({ day, minute, act });
    minute += chance.between(9, 34);
    return teller;
  };
  const teller: Teller = {
    name: opening.name,
    chance,
    opening,
    centerId: opening.front.unitId,
    add,
    on: (nextDay, at = chance.between(8 * 60 + 40, 15 * 60)) => {
      if (nextDay < day) throw new Error(`${opening.name}: day ${nextDay} is over`);
      if (nextDay > day) minute = at;
      day = nextDay;
      return teller;
    },
    soon: (minutes) => {
      const last = beats.at(-1)?.minute ?? minute;
      minute = last > NOON ? last + minutes : Math.min(last + minutes, NOON);
      return teller;
    },
    step: (hand, name, told = {}) => add(stepping(opening.name, hand, name, told)),
    upload: (hand, paper) => add(uploading(opening.name, hand, paper)),
    story: () => ({ name: opening.name, title: opening.input.title, ago: opening.ago, beats }),
  };
  return add(registration(opening, which));
}
