import { fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('./testing/resting.ts', import.meta.url));

test('what requests leave behind is given back once nobody asks any more', async () => {
  const server = fork(program, { execArgv: [] });
  let first: number | undefined;
  try {
    for await (const [megabytes] of on(server, 'message', { signal: AbortSignal.timeout(5_000) })) {
      first ??= megabytes as number;
      if (megabytes < first / 3) break;
    }
  } finally {
    server.kill();
  }
  expect(first).toBeGreaterThan(100);
});
