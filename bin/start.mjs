import { runOnNode24 } from './node24.mjs';

runOnNode24(['bin/serve.ts', ...process.argv.slice(2)], { again: true });
