import { runOnNode24 } from './node24.mjs';
import { serverFlags } from './serverFlags.mjs';

runOnNode24([...serverFlags, 'bin/serve.ts', ...process.argv.slice(2)], { again: true });
