import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** Deeper than any form; whoever walks through it has a stack. */
const DEEPEST = 40;

function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** JSON as the framework reads it, unless it is nested without end. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isDeep(String(body)))
      return done(new Refusal('invalid', 'tooDeep', '发来的内容一层套一层，太深了，没有保存。'));
    return parse(request, String(body), done);
  });
}
