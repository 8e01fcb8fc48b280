import type { Dispute } from '../disputes/dispute.ts';
import { type Day, formatDay } from '../platform/now.ts';
import type { BodyKind } from './bodies.ts';
import { termState } from './terms.ts';

/** Facts of duty about one mediator, and nothing else about the person. */
export type Candidate = {
  readonly postId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unit: string;
  readonly bodyKind: BodyKind | null;
  readonly charges: boolean;
  readonly skills: readonly string[];
  readonly fields: readonly string[];
  readonly termTo: Day | null;
  readonly status: 'active' | 'resting' | 'ended';
  /** null: nobody knows whether his body is at the center today. */
  readonly here: boolean | null;
  readonly awayUntil: Day | null;
  /** Open disputes that he mediates or has in hand. */
  readonly load: number;
  /** He was appointed before in a matter of one of the parties, in this county: yes or no. */
  readonly before: boolean;
  /** The own village or community, where a party's address lies too. */
  readonly sharedPlace: string | null;
  /** In this very dispute a party wanted another one. */
  readonly unwanted: boolean;
};

export type Said = { readonly zh: string; readonly en: string };
export type MediatorProposal = Pick<Candidate, 'postId' | 'name' | 'unitId' | 'unit'> & {
  readonly reasons: readonly Said[];
  readonly against: readonly Said[];
};

type Asked = Pick<Dispute, 'categoryCode' | 'mediators'> & { readonly categoryName: string };

const knows = ({ skills }: Candidate, { categoryCode }: Asked): boolean => skills.includes(categoryCode);
const known = ({ before, sharedPlace, unwanted }: Candidate): boolean => before || sharedPlace !== null || unwanted;
const isAway = ({ awayUntil, here, status }: Candidate): boolean =>
  awayUntil !== null || here === false || status === 'resting';

function reasonsOf(candidate: Candidate, asked: Asked): Said[] {
  const { fields, load, here } = candidate;
  return [
    ...(knows(candidate, asked) ? [{ zh: `懂${asked.categoryName}`, en: 'knows this kind of dispute' }] : []),
    ...(fields.length > 0 ? [{ zh: `专长${fields.join('、')}`, en: `skilled in ${fields.join(', ')}` }] : []),
    { zh: load === 0 ? '手上没有别的' : `手上 ${load} 件`, en: `${load} in hand` },
    ...(here && !isAway(candidate) ? [{ zh: '今天在', en: 'here today' }] : []),
    ...(known(candidate) ? [] : [{ zh: '没查到和双方有关系', en: 'no tie to the parties was found' }]),
  ];
}

function againstOf(candidate: Candidate, today: Day): Said[] {
  const { before, sharedPlace, unwanted, awayUntil, here, status, termTo, charges } = candidate;
  const until = awayUntil && formatDay(awayUntil);
  return [
    ...(before ? [{ zh: '以前调过一方当事人的事', en: 'mediated for a party before' }] : []),
    ...(sharedPlace
      ? [{ zh: `一方当事人也住${sharedPlace}`, en: 'a party lives in the own village or community' }]
      : []),
    ...(unwanted ? [{ zh: '当事人在这件事里要求换过他', en: 'a party of this dispute wanted another one' }] : []),
    ...(until ? [{ zh: `请假到${until}`, en: `away until ${until}` }] : []),
    ...(!until && here === false ? [{ zh: '今天不在', en: 'not here today' }] : []),
    ...(status === 'resting' ? [{ zh: '暂时不接新的', en: 'takes nothing new at present' }] : []),
    ...(termState(termTo, today) === 'ended' ? [{ zh: '任期到了', en: 'the term has ended' }] : []),
    ...(charges ? [{ zh: '商事调解可以收费，先告诉当事人', en: 'may charge: tell the parties first' }] : []),
  ];
}

/** Presence: here today before unknown before away. */
const presence = (candidate: Candidate): number => (isAway(candidate) ? 2 : candidate.here ? 0 : 1);

/**
 * Who could mediate, in the order of listed rules, one after the other: knows the kind of dispute, nothing known ties him to a
 * party, is here, has less in hand. No score; nobody is left out for a tie, since the parties may choose him all the same.
 */
export function proposeMediators(asked: Asked, candidates: readonly Candidate[], today: Day): MediatorProposal[] {
  const sitting = new Set(asked.mediators.flatMap(({ postId, state }) => (state === 'released' ? [] : [postId])));
  const open = candidates.filter(({ postId, status }) => status !== 'ended' && !sitting.has(postId));
  const ordered = open.toSorted(
    (a, b) =>
      Number(knows(b, asked)) - Number(knows(a, asked)) ||
      Number(known(a)) - Number(known(b)) ||
      presence(a) - presence(b) ||
      a.load - b.load ||
      a.postId.localeCompare(b.postId),
  );
  return ordered.map((candidate) => ({
    ...{ postId: candidate.postId, name: candidate.name, unitId: candidate.unitId, unit: candidate.unit },
    reasons: reasonsOf(candidate, asked),
    against: againstOf(candidate, today),
  }));
}
