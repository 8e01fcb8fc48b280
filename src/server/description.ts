import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sessionCookieName } from '../people/requireActor.routes.ts';
import type { Deps } from '../platform/deps.ts';
import type { Answers, Knowledge } from '../platform/openapi.ts';
import { parameterWords } from './parameterWords.ts';

/** Read when somebody asks for the description: a server that nobody asks keeps nothing of it. */
const readAnswers = (): Answers => JSON.parse(readFileSync(join(import.meta.dirname, 'answers.json'), 'utf8'));

/** What the open description says beyond what the addresses say of themselves. */
export function knowledgeOf(deps: Pick<Deps, 'config'>): Knowledge {
  const type = 'apiKey';
  const session = {
    type,
    in: 'cookie',
    name: sessionCookieName(deps),
    description: 'POST /api/sessions 给的',
  } as const;
  const smsSignature = { type, in: 'header', name: 'x-signature', description: '短信网关的签名' } as const;
  return { answers: readAnswers, schemes: { session, smsSignature }, parameterWords };
}
