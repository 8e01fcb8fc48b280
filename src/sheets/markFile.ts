import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readApart } from './bookApart.ts';
import type { Mark, MarkPlan } from './markBook.ts';

const SECONDS = 120;

async function* linesOf(marks: AsyncIterable<Mark>): AsyncGenerator<string> {
  for await (const mark of marks) yield `${JSON.stringify(mark)}\n`;
}

/** A copy of the file with what is to be changed said in an added column, made in a process apart. */
export async function* markFile(
  path: string,
  { marks, ...plan }: MarkPlan,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const [list, into] = [1, 2].map(() => join(tmpdir(), `fengqiao-${randomUUID()}`)) as [string, string];
  try {
    await pipeline(Readable.from(linesOf(marks)), createWriteStream(list, { mode: 0o600 }));
    await readApart({ do: 'mark', path, plan, marks: list, into }, signal, SECONDS);
    yield* createReadStream(into);
  } finally {
    await Promise.all([list, into].map((each) => rm(each, { force: true })));
  }
}
