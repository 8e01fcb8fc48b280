import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { repositoryRoot } from '../src/platform/config.ts';

/** The server starts again when one of its files changes; the pages come from Vite and change while one looks. */
const server = spawn(
  process.execPath,
  [...process.execArgv, '--watch', '--watch-preserve-output', 'bin/serve.ts', '--without-web'],
  {
    cwd: repositoryRoot,
    stdio: 'inherit',
  },
);
const pages = await createServer({ configFile: join(repositoryRoot, 'vite.config.ts') });
await pages.listen();
pages.printUrls();

function stop(): void {
  server.kill('SIGTERM');
  pages.close().catch(() => {});
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop);
server.once('exit', (code) => process.exit(code ?? 0));
