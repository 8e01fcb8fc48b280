import type { PublicToday } from '../attendance/views.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import { viewClock } from '../deadlines/clockView.ts';
import type { DoorFacts, DoorWay } from '../handover/door.ts';
import type { DoorSpec } from '../handover/doorKind.ts';
import { counterKinds } from '../law/counters.ts';
import type { LegalQuestion, LegalRoute } from '../law/route.ts';
import { limitSentence } from '../law/route.ts';
import type { Network } from '../network/lookup.ts';
import { formatDue } from '../platform/now.ts';
import type { Path, PathWay } from './pathViews.ts';

export type PathInput = {
  questions: readonly LegalQuestion[];
  doors: readonly DoorSpec[];
  off: readonly string[];
  facts: DoorFacts;
  /** Doors that stand open already, by their way. */
  begun: ReadonlyMap<string, string>;
  /** Whose page it is; null: everybody's. */
  partyId: string | null;
  countyCode: string;
  today: Pick<PublicToday, 'open' | 'lines' | 'center'>;
  calendar: Calendar;
  network: Network;
};
type Found = { name: string; way: DoorWay };

const waysOf = ({ doors }: PathInput): Found[] =>
  doors.flatMap(({ ways }) => Object.entries(ways).map(([name, way]) => ({ name, way })));

/** The limit as it runs for this reader: everybody's, or his own. */
const clockOf = ({ facts, partyId }: PathInput, kind: string): Clock | undefined =>
  facts.clocks.findLast(
    (clock) => clock.kind === kind && clock.stoppedAt === null && (clock.partyId === null || clock.partyId === partyId),
  );

function limitOf(input: PathInput, kind: string | null, sentence: string): PathWay['limit'] {
  const clock = kind === null ? undefined : clockOf(input, kind);
  if (!clock) return sentence === '' ? null : { sentence, due: null, arithmetic: [] };
  const { dueAt, arithmetic } = viewClock(clock, input.calendar, input.facts.now, false);
  return { sentence: dueAt ? `到${formatDue(new Date(dueAt))}` : '先停着', due: dueAt, arithmetic };
}

/** Where to go today: the counter in the center and its hours, else the body itself with its telephone. */
function whereOf({ today, network, countyCode }: PathInput, kinds: readonly string[]): string {
  const units = network.units.filter(
    (unit) => unit.countyCode === countyCode && unit.active && unit.level === 'county' && kinds.includes(unit.kind),
  );
  const [unit] = units;
  const line = today.lines.find((each) => units.some(({ name }) => name === each.unit));
  if (line) {
    const counter = line.counter === null ? '' : `${line.counter}号窗口`;
    return [today.center.name, counter, line.unit, `今天${line.hours}${line.words}`].filter(Boolean).join('，');
  }
  if (!unit) return '';
  return `${unit.name}${unit.phone ? `，电话 ${unit.phone}` : ''}${today.open ? '' : '（今天中心不上班）'}`;
}

function doorPart(
  input: PathInput,
  found: Found | undefined,
): Pick<PathWay, 'way' | 'off' | 'joint' | 'doorCode' | 'bring'> {
  if (!found) return { way: null, off: false, joint: false, doorCode: null, bring: [] };
  const { name, way } = found;
  return {
    ...{ way: name, off: input.off.includes(name), joint: way.joint, doorCode: input.begun.get(name) ?? null },
    bring: way.papers.map((each) => ({ name: each.name, who: each.must ? each.who : `${each.who}，有就带` })),
  };
}

/** A way that only our doors know: confirmation of what was agreed. */
function ofDoor(input: PathInput, found: Found): PathWay {
  const { name, way } = found;
  const entry = way.entry(input.facts);
  return {
    ...{ code: name, label: way.label, body: way.body, state: entry.open ? 'open' : 'shut', basis: '', papers: '' },
    words: entry.open ? entry.note : entry.why,
    limit: entry.open ? limitOf(input, entry.clock, '') : null,
    where: whereOf(input, way.bodies),
    ...doorPart(input, found),
  };
}

/** A limit that passed shuts no court: it is said, and the way stays open (民事诉讼法解释 219). */
function stateOf({ after }: LegalRoute, limit: PathWay['limit'], { now }: DoorFacts): PathWay['state'] {
  if (after) return 'later';
  return limit?.due && new Date(limit.due) <= now ? 'late' : 'open';
}

function ofRoute(input: PathInput, route: LegalRoute, all: readonly Found[]): PathWay {
  const found = all.find(({ way }) => way.route === route.code);
  const entry = found?.way.entry(input.facts);
  const limit = limitOf(input, route.limit?.clock ?? null, route.limit ? limitSentence(route.limit) : '');
  const shut = entry?.open === false;
  return {
    ...{ code: route.code, label: route.label, body: route.body, basis: route.basis, papers: route.papers, limit },
    state: shut ? 'shut' : entry?.open ? 'open' : stateOf(route, limit, input.facts),
    words: [shut ? entry.why : entry?.open ? entry.note : '', route.note].filter(Boolean).join(''),
    where: whereOf(input, found?.way.bodies ?? counterKinds(route.code)),
    ...doorPart(input, found),
  };
}

/**
 * 调不成怎么办: every way that remains, by what is in question; open until when and why, what to bring, where to go today. What
 * is agreed and can be confirmed stands first. Nothing is left out because it is shut: it says why.
 */
export function pathOf(input: PathInput): Path['parts'] {
  const all = waysOf(input);
  const routes = new Set(input.questions.flatMap(({ routes }) => routes.map(({ code }) => code)));
  const ours = all.filter(({ way }) => !routes.has(way.route) && way.concerns(input.facts));
  const first =
    ours.length === 0 ? [] : [{ when: '已经谈成的、要落实的', ways: ours.map((found) => ofDoor(input, found)) }];
  return [
    ...first,
    ...input.questions.map(({ when, routes: each }) => ({
      when,
      ways: each.map((route) => ofRoute(input, route, all)),
    })),
  ];
}
