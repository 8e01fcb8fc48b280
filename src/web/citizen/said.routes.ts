import type { FastifyRequest } from 'fastify';
import type { Engine } from '../../disputes/engine.ts';
import type { StepName } from '../../disputes/procedure.ts';
import { askContest, askObjection, askRating, type CodeParams } from './ask.routes.ts';
import type { Fields } from './form.ts';
import type { Kept } from './pinPage.ts';
import type { Problem } from './problems.ts';
import type { Visit } from './visit.ts';

type Sent = FastifyRequest<CodeParams>;

export type Said = {
  noun: string;
  step: StepName;
  /** The form that what was typed comes back to after the PIN, and its words. */
  form: Kept['form'];
  words?: 'reason';
  done: string;
  input(fields: Fields, visit: Visit): Record<string, unknown>;
  ask(request: Sent, engine: Engine, visit: Visit, fields: Fields, problem: Problem): string;
};

/** What a resident says in a form of its own, one row each. */
export const said: readonly Said[] = [
  {
    ...{ noun: 'ratings', step: 'rate', form: 'add', done: 'rating' },
    input: ({ score, words = '' }, { session }) => ({ score: Number(score), words, partyId: session.partyId }),
    ask: (request, engine, visit, { score = '', words = '' }, problem) =>
      askRating(request, engine, visit, { score, words, problem }),
  },
  {
    ...{ noun: 'contests', step: 'contest', form: 'contest', words: 'reason', done: 'contest' },
    input: ({ reason = '' }) => ({ reason }),
    ask: (request, engine, visit, { reason = '' }, problem) => askContest(request, engine, visit, { reason, problem }),
  },
  {
    ...{ noun: 'objections', step: 'objectToMediator', form: 'object', words: 'reason', done: 'objection' },
    input: ({ mediatorId = '', reason = '' }) => ({ mediatorId, reason }),
    ask: (request, engine, visit, { mediatorId = '', reason = '' }, problem) =>
      askObjection(request, engine, visit, { mediatorId, reason, problem }),
  },
];
