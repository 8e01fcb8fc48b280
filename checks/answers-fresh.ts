import { answersFile, answersText } from '../bin/answers/answersText.ts';
import type { Finding, Source } from './source.ts';

/** The first line of the open description's answers that the code would write otherwise. */
export function answersFresh(sources: readonly Source[]): Finding[] {
  const says = sources.find(({ path }) => path === answersFile)?.text.split('\n') ?? [];
  const would = answersText().split('\n');
  const index = Array.from({ length: Math.max(says.length, would.length) }).findIndex(
    (_, at) => would[at] !== says[at],
  );
  if (index < 0) return [];
  const named = /^"([^"]+)"/.exec(would[index] ?? says[index] ?? '')?.[1] ?? 'its end';
  const sentence = `says something else of “${named}” than the code: npm run openapi writes it anew`;
  return [{ file: answersFile, line: index + 1, rule: 'answers', sentence }];
}
