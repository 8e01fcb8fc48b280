import { runOnNode24 } from './node24.mjs';

runOnNode24(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
