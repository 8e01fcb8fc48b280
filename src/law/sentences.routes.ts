import { Type } from 'typebox';
import { CITY_CODE } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { type Gate, openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import {
  digestOf,
  EnterReviewsInput,
  enterReviews,
  type LegalReview,
  mayReview,
  PublishReviewsInput,
  requirePublisher,
  requireReviewer,
  standingOf,
  WithdrawReviewsInput,
} from './review.ts';
import { listReviews, lockReviews, recordPublished, recordReviews, recordWithdrawn } from './reviews.sql.ts';
import type { LegalSentence } from './sentence.ts';
import type { SentenceLine } from './sentenceLine.ts';

/** The sentences stand in modules above this one: the server puts them together for a county. */
export type LawDeps = Deps & { readonly gate: Gate; catalogOf(countyCode: string): LegalSentence[] };

const tags = ['法律 law'];

function lineOf(sentence: LegalSentence, reviews: readonly LegalReview[], actor: Actor, today: string): SentenceLine {
  const { standing, review } = standingOf(sentence, reviews, today);
  const said = review && {
    id: review.id,
    by: review.reviewer,
    on: review.reviewedOn,
    until: review.validUntil,
    note: review.note,
    enteredBy: review.enteredByName,
    publishedBy: review.publishedByName,
    ours: review.countyCode === actor.countyCode,
    mine: review.enteredBy === actor.userId,
  };
  return { ...sentence, digest: digestOf(sentence), standing, review: said };
}

function readingRoutes(app: Http, { db, gate, now, catalogOf }: LawDeps): void {
  const linesFor = async (actor: Actor): Promise<SentenceLine[]> => {
    const reviews = await plainly(db, (queries) => listReviews(queries, [actor.countyCode, CITY_CODE]));
    return catalogOf(actor.countyCode).map((sentence) => lineOf(sentence, reviews, actor, dayOf(now())));
  };
  app.get('/api/legal-sentences', { schema: { tags, summary: '法律的话，谁审过' } }, async (request) => {
    const actor = await gate.requireActor(request);
    return { sentences: await linesFor(actor), mayReview: mayReview(actor) };
  });
  const unread = { tags, summary: '哪些法律的话没有经律师审核' };
  app.get('/api/legal-sentences/unreviewed', { schema: unread }, async (request) => {
    const lines = await linesFor(await gate.requireActor(request));
    return lines
      .filter(({ standing }) => standing !== 'reviewed')
      .map(({ id, standing, status }) => ({ id, standing, status }));
  });
}

function actingRoutes(app: Http, { db, gate, now, catalogOf }: LawDeps): void {
  const entering = { tags, summary: '登记律师的审核', body: EnterReviewsInput };
  app.post('/api/legal-reviews', { schema: entering }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const at = now();
    const catalog = catalogOf(actor.countyCode);
    const entered = enterReviews(request.body, actor, { today: dayOf(at), catalog });
    await command(db, openScope, async (tx) => {
      recordReviews(tx, entered, actor, at);
      const detail = { sentences: entered.map(({ sentenceId }) => sentenceId), until: request.body.validUntil };
      gate.recordTrail(tx, request, actor, { act: 'law.reviewed', subject: `law/${actor.countyCode}`, detail });
    });
    return reply.code(201).send({ entered: entered.length });
  });
  const publishing = { tags, summary: '发布别人登记的审核', body: PublishReviewsInput };
  app.post('/api/legal-reviews/publications', { schema: publishing }, async (request) => {
    const actor = await gate.requireActor(request);
    requireReviewer(actor);
    const { ids } = request.body;
    return command(db, openScope, async (tx) => {
      const reviews = await lockReviews(tx, actor.countyCode, ids);
      requirePublisher(actor, reviews);
      recordPublished(tx, ids, actor, now());
      gate.recordTrail(tx, request, actor, {
        act: 'law.published',
        subject: `law/${actor.countyCode}`,
        detail: { ids },
      });
      return { published: ids.length };
    });
  });
}

function withdrawingRoutes(app: Http, { db, gate, now }: LawDeps): void {
  const withdrawing = { tags, summary: '撤掉审核', body: WithdrawReviewsInput };
  app.post('/api/legal-reviews/withdrawals', { schema: withdrawing }, async (request) => {
    const actor = await gate.requireActor(request);
    requireReviewer(actor);
    const { ids, reason } = request.body;
    return command(db, openScope, async (tx) => {
      await lockReviews(tx, actor.countyCode, ids);
      recordWithdrawn(tx, ids, reason.trim(), actor, now());
      const detail = { ids, reason: reason.trim() };
      gate.recordTrail(tx, request, actor, { act: 'law.withdrawn', subject: `law/${actor.countyCode}`, detail });
      return { withdrawn: ids.length };
    });
  });
}

export function sentenceRoutes(app: Http, deps: LawDeps): void {
  readingRoutes(app, deps);
  actingRoutes(app, deps);
  withdrawingRoutes(app, deps);
}
