import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { addMonths, type Day, isDay } from '../platform/now.ts';
import { invalid, refuse } from '../platform/refusal.ts';
import type { LegalSentence } from './sentence.ts';
import type { SentenceStanding } from './sentenceLine.ts';

/** That a lawyer read a sentence: entered by one person, it counts from the day another publishes it. */
export type LegalReview = {
  id: string;
  countyCode: string;
  sentenceId: string;
  /** Of the words that were read: others are unread. */
  digest: string;
  reviewer: string;
  reviewedOn: Day;
  validUntil: Day;
  note: string;
  enteredBy: string;
  enteredByName: string;
  publishedByName: string | null;
  publishedAt: Date | null;
};

const ids = Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500, title: '审核' });

export const EnterReviewsInput = Type.Object(
  {
    sentences: Type.Array(
      Type.Object(
        { id: Type.String({ maxLength: 120 }), digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 500, title: '审了哪几句' },
    ),
    reviewer: Type.String({ minLength: 2, maxLength: 100, title: '谁审的' }),
    reviewedOn: Type.String({ format: 'date', title: '哪天审的' }),
    validUntil: Type.String({ format: 'date', title: '管到哪天' }),
    note: Type.String({ maxLength: 500, title: '说明' }),
  },
  { additionalProperties: false },
);
export type EnterReviewsInput = {
  sentences: { id: string; digest: string }[];
  reviewer: string;
  reviewedOn: Day;
  validUntil: Day;
  note: string;
};
export const PublishReviewsInput = Type.Object({ ids }, { additionalProperties: false });
export const WithdrawReviewsInput = Type.Object(
  { ids, reason: Type.String({ minLength: 2, maxLength: 500, title: '理由' }) },
  { additionalProperties: false },
);

export const digestOf = ({ says, basis, status }: Pick<LegalSentence, 'says' | 'basis' | 'status'>): string =>
  createHash('sha256')
    .update(JSON.stringify([says, basis, status]))
    .digest('hex');

type Reviewer = Pick<Actor, 'userId' | 'role' | 'countyCode' | 'centerId'>;

/** In the county's own center, as with its rules; the city's reviews hold everywhere. */
export const mayReview = (actor: Pick<Reviewer, 'role' | 'countyCode' | 'centerId'>): boolean =>
  mayEnter('reviewingLaw', actor.role) && actor.centerId === `${actor.countyCode}-center`;

export function requireReviewer(actor: Reviewer): void {
  if (!mayReview(actor))
    refuse('forbidden', 'notYourReview', '律师的审核由市、区县综治中心的审批岗或者主任登记、发布。');
}

/** A review that is over three years old says nothing of today's law. [G] */
const MOST_YEARS = 3;

/** What was read, in the very words; nothing counts before a second person publishes it. */
export function enterReviews(
  input: EnterReviewsInput,
  actor: Reviewer,
  { today, catalog }: { today: Day; catalog: readonly LegalSentence[] },
): Pick<LegalReview, 'countyCode' | 'sentenceId' | 'digest' | 'reviewer' | 'reviewedOn' | 'validUntil' | 'note'>[] {
  requireReviewer(actor);
  const { reviewedOn, validUntil } = input;
  if (!isDay(reviewedOn) || reviewedOn > today) throw invalid('dayToCome', 'reviewedOn', '审的那天不能在今天以后。');
  if (!isDay(validUntil) || validUntil <= today) throw invalid('overAlready', 'validUntil', '管到哪天要在今天以后。');
  if (validUntil > addMonths(reviewedOn, 12 * MOST_YEARS))
    throw invalid('tooLong', 'validUntil', `最长管${MOST_YEARS}年，到时候请律师再看一遍。`);
  return input.sentences.map(({ id, digest }) => {
    const sentence = catalog.find((each) => each.id === id);
    if (!sentence || digestOf(sentence) !== digest)
      return refuse('conflict', 'movedOn', '有一句刚刚改过，或者不在了。刷新以后再登记。');
    const { countyCode } = actor;
    const note = input.note.trim();
    return { countyCode, sentenceId: id, digest, reviewer: input.reviewer.trim(), reviewedOn, validUntil, note };
  });
}

/** Whoever entered it does not publish it. */
export function requirePublisher(actor: Reviewer, reviews: readonly LegalReview[]): void {
  requireReviewer(actor);
  if (reviews.some(({ publishedAt }) => publishedAt !== null))
    refuse('conflict', 'movedOn', '有的已经发布了，刷新以后再看。');
  if (reviews.some(({ enteredBy }) => enteredBy === actor.userId))
    refuse('forbidden', 'ownReview', '登记的人不能自己发布，请另一个人来发布。');
}

export type Reviewed = { standing: SentenceStanding; review: LegalReview | null };

/** How a sentence stands today: by the last review of these words that counts, else by what there is. */
export function standingOf(sentence: LegalSentence, reviews: readonly LegalReview[], today: Day): Reviewed {
  const digest = digestOf(sentence);
  const own = reviews.filter(({ sentenceId }) => sentenceId === sentence.id);
  const published = own
    .filter((review) => review.publishedAt !== null && review.digest === digest)
    .toSorted((a, b) => (a.validUntil < b.validUntil ? 1 : -1));
  const [last] = published;
  if (last && last.validUntil >= today) return { standing: 'reviewed', review: last };
  const pending = own.find((review) => review.publishedAt === null && review.digest === digest);
  if (pending) return { standing: 'pending', review: pending };
  if (last) return { standing: 'expired', review: last };
  const changed = own.find(({ publishedAt }) => publishedAt !== null);
  return changed ? { standing: 'changed', review: changed } : { standing: 'unreviewed', review: null };
}
