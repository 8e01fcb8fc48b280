import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import type { LegalReview } from './review.ts';

/** What was entered in these counties and not taken back, newest first. */
export async function listReviews(queries: Queries, counties: readonly string[]): Promise<LegalReview[]> {
  return queries
    .selectFrom('legal_review as r')
    .innerJoin('app_user as e', 'e.id', 'r.entered_by')
    .leftJoin('app_user as p', 'p.id', 'r.published_by')
    .select(['r.id', 'r.county_code as countyCode', 'r.sentence_id as sentenceId', 'r.digest', 'r.reviewer'])
    .select(['r.reviewed_on as reviewedOn', 'r.valid_until as validUntil', 'r.note', 'r.entered_by as enteredBy'])
    .select(['e.name as enteredByName', 'p.name as publishedByName', 'r.published_at as publishedAt'])
    .where('r.county_code', 'in', [...counties])
    .where('r.withdrawn_at', 'is', null)
    .orderBy('r.entered_at', 'desc')
    .execute();
}

/** All of them, or none: locked, so that what two people do to one review at once is done one after the other. */
export async function lockReviews(tx: Tx, countyCode: string, ids: readonly string[]): Promise<LegalReview[]> {
  await tx
    .selectFrom('legal_review')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const reviews = (await listReviews(tx, [countyCode])).filter(({ id }) => ids.includes(id));
  if (reviews.length < new Set(ids).size) refuse('notFound', 'noSuchReview', '有的审核已经撤了，刷新以后再看。');
  return reviews;
}

type Entered = Pick<
  LegalReview,
  'countyCode' | 'sentenceId' | 'digest' | 'reviewer' | 'reviewedOn' | 'validUntil' | 'note'
>;

export function recordReviews(tx: Tx, entered: readonly Entered[], actor: Actor, at: Date): void {
  const values = entered.map((review) => ({
    id: newId(at),
    county_code: review.countyCode,
    sentence_id: review.sentenceId,
    digest: review.digest,
    reviewer: review.reviewer,
    reviewed_on: review.reviewedOn,
    valid_until: review.validUntil,
    note: review.note,
    entered_by: actor.userId,
    entered_post_id: actor.postId || null,
    entered_at: at,
  }));
  record(tx, tx.insertInto('legal_review').values(values));
}

export function recordPublished(tx: Tx, ids: readonly string[], actor: Actor, at: Date): void {
  const set = { published_by: actor.userId, published_at: at };
  record(
    tx,
    tx
      .updateTable('legal_review')
      .set(set)
      .where('id', 'in', [...ids]),
  );
}

export function recordWithdrawn(tx: Tx, ids: readonly string[], reason: string, actor: Actor, at: Date): void {
  const set = { withdrawn_by: actor.userId, withdrawn_at: at, reason };
  record(
    tx,
    tx
      .updateTable('legal_review')
      .set(set)
      .where('id', 'in', [...ids]),
  );
}
