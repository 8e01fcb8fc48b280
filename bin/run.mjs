import { runOnNode24 } from './node24.mjs';

if (process.argv.length < 3) {
  console.error('用法 usage: node bin/run.mjs FILE.ts [参数 arguments]');
  process.exit(2);
}
runOnNode24(process.argv.slice(2));
