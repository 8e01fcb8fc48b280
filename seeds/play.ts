import { addDays, DAY, type Day, dayOf, startOfDay } from '../src/platform/now.ts';
import { Refusal } from '../src/platform/refusal.ts';
import type { ServerEngine } from '../src/server/engine.ts';
import { briefLeaders, recurring } from '../src/server/recurring.ts';
import { makeOffice } from './office.ts';
import type { Live, Stage } from './stage.ts';
import type { Act, Story } from './story.ts';

type Cue = { readonly at: Date; readonly act: Act; readonly beat: number };
type Role = { readonly story: Story; readonly live: Live; readonly days: ReadonlyMap<Day, readonly Cue[]> };

const SIDE_BY_SIDE = 8;

/** The cues of a story up to now, by day; what lies after today has not happened. */
function cuesOf(story: Story, instant: (daysAgo: number, minute: number) => Date): Map<Day, Cue[]> {
  const past = story.beats.filter((beat) => beat.day <= story.ago);
  const cues = past.map((beat, index) => ({
    at: instant(story.ago - beat.day, beat.minute),
    act: beat.act,
    beat: index,
  }));
  return Map.groupBy(cues, (cue) => dayOf(cue.at));
}

async function playDay(stage: Stage, { story, live }: Role, cues: readonly Cue[]): Promise<void> {
  for (const cue of cues) {
    live.beat = cue.beat;
    try {
      await cue.act(stage, live, cue.at);
    } catch (error) {
      const why = error instanceof Refusal ? `${error.code} ${error.message}` : (error as Error).message;
      throw new Error(`${story.name}, beat ${cue.beat} at ${cue.at.toISOString()}: ${why}`, { cause: error });
    }
  }
}

/** So many at a time, begun in the order given. */
async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}

const MINUTE = 60_000;
/** Half a minute after midnight, and in the morning once offices are open: then people are warned and supervised. */
const NIGHT = MINUTE / 2;
const OPENING = 516 * MINUTE;
/** Half past seven and some seconds, when leaders get their morning. */
const BRIEFING = 450.2 * MINUTE;
const MORNINGS = 4;

/** What the house does by itself, up to now: the morning of today may not have come. */
async function houseAt(engine: ServerEngine, counties: readonly string[], at: Date, now: Date): Promise<void> {
  if (at > now) return;
  const then = { ...engine, now: () => at, reference: () => ({ ...engine.reference(), counties }) };
  for (const work of recurring) if (!work.outward && !work.morning) await work.run(then);
}

/** Of the last days only: what older mornings said nobody looks up. */
async function morningAt(engine: ServerEngine, at: Date, now: Date): Promise<void> {
  if (at <= now && now.getTime() - at.getTime() < MORNINGS * DAY) await briefLeaders({ ...engine, now: () => at });
}

async function nightBefore(engine: ServerEngine, counties: readonly string[], day: Day, now: Date): Promise<void> {
  const at = (passed: number) => new Date(startOfDay(day).getTime() + passed);
  await houseAt(engine, counties, at(NIGHT), now);
  await morningAt(engine, at(BRIEFING), now);
  await houseAt(engine, counties, at(OPENING), now);
}

export type Playing = {
  readonly now: Date;
  /** Whether nights pass with their recurring work: not when one story is added to running data. */
  readonly nights: boolean;
  readonly onDay?: (day: Day, done: number, days: number) => void;
};

/** Plays stories day by day, so that codes, notices and clocks come about in the order of life. Answers their codes. */
export async function play(stage: Stage, stories: readonly Story[], playing: Playing): Promise<Map<string, string>> {
  const { now, nights, onDay } = playing;
  const office = makeOffice(stage.engine.reference().calendar, now);
  const roles = stories.map((story): Role => {
    const live = { code: '', matterId: '', partyId: '', uploads: [], beat: 0 };
    return { story, live, days: cuesOf(story, office.instant) };
  });
  const counties = new Set<string>();
  const oldest = Math.max(0, ...stories.map((story) => story.ago));
  const first = office.dayAgo(oldest);
  const all: Day[] = [];
  for (let day = first; day <= dayOf(now); day = addDays(day, 1)) all.push(day);
  for (const [index, day] of all.entries()) {
    onDay?.(day, index, all.length);
    if (nights && index > 0) await nightBefore(stage.engine, [...counties], day, now);
    const today = roles.flatMap((role) => {
      const cues = role.days.get(day);
      return cues ? [{ role, cues }] : [];
    });
    today.sort((a, b) => (a.cues[0]?.at.getTime() ?? 0) - (b.cues[0]?.at.getTime() ?? 0));
    await sideBySide(today, async ({ role, cues }) => {
      await playDay(stage, role, cues);
      counties.add(role.live.code.slice(0, 6));
    });
  }
  return new Map(roles.map(({ story, live }) => [story.name, live.code]));
}
