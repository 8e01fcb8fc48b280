import { fold } from '../search/fold.ts';
import { type Comparable, type Known, soundOf } from './sameKeys.ts';

export type Side = 'applicant' | 'respondent';

/** One party of each dispute who may be the same; `sure`: by a number, not by a name that others have too. */
export type Match = { side: Side; with: Side; how: '' | '证件' | '电话' | '同音'; sure: boolean };

function alike(one: Known, other: Known): Pick<Match, 'how' | 'sure'> | null {
  const sameName = one.name !== '' && fold(one.name) === fold(other.name);
  if (one.identity && other.identity)
    return one.identity === other.identity ? { how: sameName ? '' : '证件', sure: true } : null;
  if (one.phone && one.phone === other.phone) return { how: sameName ? '' : '电话', sure: true };
  if (one.name === '' || other.name === '') return null;
  if (sameName) return { how: '', sure: false };
  // Two names that only sound alike, with two telephones: two people.
  const heard = soundOf(one.name) === soundOf(other.name) && !(one.phone && other.phone);
  return heard ? { how: '同音', sure: false } : null;
}

const sideOf = ({ side }: Known): Side => (side === 'applicant' ? 'applicant' : 'respondent');

export function matchesOf(one: Comparable, other: Comparable): Match[] {
  return one.parties.flatMap((mine) =>
    other.parties.flatMap((theirs) => {
      const found = alike(mine, theirs);
      return found === null ? [] : [{ side: sideOf(mine), with: sideOf(theirs), ...found }];
    }),
  );
}

const named: Record<`${Side} ${Side}`, string> = {
  'applicant applicant': '来的人',
  'respondent respondent': '对方',
  'applicant respondent': '来的人是那件的对方',
  'respondent applicant': '对方是那件来的人',
};

/** 对方、来的人（电话）: who is the same, and how one knows where it is not by the name. */
export function peopleWords(matches: readonly Match[]): string[] {
  const words = matches.map(({ side, with: theirs, how }) => {
    return `${named[`${side} ${theirs}`]}${how === '' ? '' : `（${how}）`}`;
  });
  return [...new Set(words)];
}

/** Whom it is against is known on both and is not the same: another matter of the same person, which is nobody's business. */
export function againstAnother(one: Comparable, other: Comparable, matches: readonly Match[]): boolean {
  const isKnown = (matter: Comparable) =>
    matter.parties.some((party) => sideOf(party) === 'respondent' && party.name !== '');
  const facing = matches.some((match) => match.side === 'respondent' || match.with === 'respondent');
  return isKnown(one) && isKnown(other) && !facing;
}
