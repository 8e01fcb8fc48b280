/** Events that are counted as such, one each for every dispute and period however often it happened. */
export const eventOf = {
  accepted: ['accept'],
  declined: ['decline'],
  sentBack: ['sendBack'],
  settled: ['settle'],
  failed: ['fail'],
  withdrawn: ['withdraw'],
  terminated: ['terminate'],
  concluded: ['settle', 'fail', 'withdraw', 'terminate'],
  closed: ['verifyClosure', 'closeLinked'],
  struckOff: ['strikeOff'],
  reopened: ['reopen'],
  visited: ['recordReturnVisit'],
  peopleInvolved: ['accept'],
  acceptedOpen: ['accept'],
  over: ['verifyClosure', 'closeLinked'],
} as const;
export type EventFigure = keyof typeof eventOf;

/**
 * How occurrences of one dispute add up within a period. `last`: it counts once, by the last of them; `each`: they add up;
 * `stock`: each says how much more stands from then on.
 */
const ways = {
  registered: 'last',
  ...(Object.fromEntries(
    Object.keys(eventOf)
      .filter((figure) => figure !== 'over')
      .map((figure) => [figure, 'last']),
  ) as Record<Exclude<EventFigure, 'over'>, 'last'>),
  open: 'stock',
  due: 'last',
  late: 'last',
  ratings: 'each',
  satisfied: 'each',
  agreedAmount: 'each',
  preventedCriminal: 'last',
  preventedCriminalPeople: 'last',
  preventedPetition: 'last',
  preventedPetitionPeople: 'last',
  over: 'last',
  dueAmount: 'each',
  paidOfDue: 'each',
} as const satisfies Record<string, 'last' | 'each' | 'stock'>;

/** What is kept as a sum by day and month; each is a column of figure_sum. Their order is stored: new ones come last. */
export type Folded = keyof typeof ways;
export const foldedFigures = Object.keys(ways) as Folded[];
export const isEventFigure = (figure: string): figure is EventFigure => Object.hasOwn(eventOf, figure);
/** Counted once in a period, by the last time: an earlier one within the same period is taken away again. */
export const countsLast = (figure: Folded): boolean => ways[figure] === 'last';

/** 'peopleInvolved' as its column, people_involved. */
export const columnOf = (figure: Folded): string => figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
