import { applyChanges, type ClockChange } from '../deadlines/clockChanges.ts';
import { viewClock } from '../deadlines/clockView.ts';
import { channelLabels } from '../delivery/delivery.ts';
import type { Planned } from '../delivery/planFor.ts';
import type { Telling } from '../matters/decision.ts';
import { spokenOwner } from '../people/spokenOwner.ts';
import { dayOf, formatClock, formatTime } from '../platform/now.ts';
import type { Outcome } from './decideStep.ts';
import type { Bound } from './engine.ts';
import type { Head, StepContext } from './head.ts';
import type { Opened } from './opened.ts';
import { undoOf } from './takeBack.ts';
import type { Outlook } from './views.ts';

type Around = Pick<StepContext<Head>, 'actor' | 'calendar' | 'directory' | 'network' | 'now'>;
type Clocks = Pick<Outcome, 'changes'> & { before: Pick<Head, 'clocks'> };

/** The clock with the date that pressing gives it. */
function moveOf(change: ClockChange, before: Pick<Head, 'clocks'>, { calendar, now }: Around): Outlook['moves'] {
  const old = change.kind === 'recompute' ? before.clocks.find(({ id }) => id === change.id) : undefined;
  const [clock] = old ? applyChanges([old], [change]) : [];
  if (!old || !clock?.dueAt || clock.dueAt.getTime() === old.dueAt?.getTime()) return [];
  const { label, dueAt, sentence, arithmetic } = viewClock(clock, calendar, now, false);
  return [{ label, from: old.dueAt?.toISOString() ?? null, dueAt, sentence, arithmetic }];
}

/** Of several clocks of one kind each is named with its unit. */
function named(label: string, unitId: string | null, several: boolean, { network }: Around): string {
  return several && unitId !== null ? `${network.unit(unitId)?.short ?? ''}${label}` : label;
}

/** Which clocks begin, end, stand still, and get another date. */
export function clocksOf(
  { before, changes }: Clocks,
  around: Around,
): Pick<Outlook, 'starts' | 'stops' | 'pauses' | 'moves'> {
  const { calendar, now } = around;
  const clock = (id: string) => before.clocks.find((each) => each.id === id);
  const begun = changes.flatMap((change) => (change.kind === 'start' ? [change.clock] : []));
  const ended = changes.flatMap((change) => (change.kind === 'stop' ? [clock(change.id)] : []));
  const many = (kind: string) => [...begun, ...before.clocks].filter((each) => each.kind === kind).length > 1;
  return {
    starts: begun.map((each) => {
      const { label, dueAt, sentence, arithmetic } = viewClock(each, calendar, now, false);
      const say = (words: string) => named(words, each.unitId, many(each.kind), around);
      return { label: say(label), dueAt, sentence: say(sentence), arithmetic };
    }),
    stops: ended.flatMap((each) =>
      each ? [{ label: named(each.rule.label, each.unitId, many(each.kind), around) }] : [],
    ),
    pauses: changes.flatMap((change) =>
      change.kind === 'recompute' && change.dueAt === null ? [{ label: clock(change.id)?.rule.label ?? '' }] : [],
    ),
    moves: changes.flatMap((change) => moveOf(change, before, around)),
  };
}

/** Who in the house is told what, and what the residents' page says from now on. */
export function tellsOf(told: readonly Telling[], around: Around): Outlook['tells'] {
  return told.map(({ owner, text }) =>
    owner === 'resident'
      ? { who: '当事人', channel: '查询页', text }
      : { who: spokenOwner(owner, around), channel: '站内', text },
  );
}

/** What leaves the house: to whom, when, in which words. */
export function outwardTells(
  planned: readonly Planned[],
  nameOf: (partyId: string) => string,
  now: Date,
): Outlook['tells'] {
  return planned.map(({ partyId, channel, text, at }) => {
    const when = dayOf(at) === dayOf(now) ? formatClock(at) : formatTime(at);
    return { who: nameOf(partyId), channel: `${channelLabels[channel].zh}，${when} 送出`, text };
  });
}

/** How the step can be taken back, said the same before pressing and after. */
export function undoWords<T extends Head, R, S extends string>(
  { kind, life }: Pick<Bound<T, R, S>, 'kind' | 'life'>,
  outcome: Outcome<T, S>,
  context: StepContext<T, R>,
  release: Date,
): string {
  const { role } = context.actor;
  const row = kind.steps[outcome.step];
  const back = life.undoneBy(outcome, context);
  if (back) return back.sentence;
  const byHand = role !== 'system' && role !== 'party' && undoOf(row, outcome) !== null;
  const telling = outcome.decision.tell?.some(({ owner }) => owner === 'resident');
  if (byHand && telling) return `今天之内、没人接着办，并且给当事人的话 ${formatClock(release)} 送出以前，可以撤回。`;
  if (byHand) return '今天之内、没人接着办以前，可以撤回。';
  const own = kind.words[outcome.step].undo;
  if (own) return own;
  if (row.weight === 'legal') return '按下以后不能撤回，只能按流程重新办理。';
  return '按下以后会留在时间线里，不能抹去。';
}

/** When words to residents leave the house, what leaves it then, and what is said in other matters. */
export type Leaving = { release: Date; outward: Outlook['tells']; elsewhere: Outlook['tells'] };

/** What each side reads, a line a text. */
const toResidents = (told: readonly Telling[]): string =>
  [...new Set(told.flatMap(({ owner, text }) => (owner === 'resident' ? [text] : [])))].join('\n');

/** All that the page says before pressing. */
export function outlookOf<T extends Head, R, S extends string>(
  bound: Pick<Bound<T, R, S>, 'kind' | 'life'>,
  outcome: Outcome<T, S>,
  context: StepContext<T, R>,
  { release, outward, elsewhere }: Leaving,
): Outlook {
  const { decision, after } = outcome;
  const told = decision.tell ?? [];
  const status = bound.kind.statuses[after.status];
  return {
    tells: [...tellsOf(told, context), ...outward, ...elsewhere],
    ...clocksOf(outcome, context),
    residentSees: toResidents(told) || (status?.resident ?? ''),
    statusAfter: status?.zh ?? after.status,
    undo: undoWords(bound, outcome, context, release),
  };
}

/** The same before a matter begins. */
export function outlookOfOpening(
  { kind }: Pick<Bound, 'kind'>,
  { thing, decision, changes }: Opened,
  undo: string,
  context: Around,
): Outlook {
  const status = kind.statuses[thing.status];
  return {
    tells: tellsOf(decision.tell ?? [], context),
    ...clocksOf({ before: { clocks: [] }, changes }, context),
    residentSees: '',
    statusAfter: status?.zh ?? thing.status,
    undo,
  };
}
