import { expect, test } from 'vitest';
import { answersFile } from '../bin/answers/answersText.ts';
import { answersFresh } from './answers-fresh.ts';
import { inWords, sourcesOf } from './source.ts';

test('the open description says of answers what the code says; one that does not is named', () => {
  const [file] = sourcesOf(answersFile);
  const text = file?.text ?? '';
  expect(answersFresh([{ path: answersFile, text }])).toEqual([]);
  const line = text.split('\n').findIndex((each) => each.startsWith('"get /api/me"')) + 1;
  const told = text.replace('"get /api/me": {', '"get /api/me": {"old":1,');
  expect(answersFresh([{ path: answersFile, text: told }]).map(inWords)).toEqual([
    `${answersFile}:${line} answers says something else of “get /api/me” than the code: npm run openapi writes it anew`,
  ]);
});
