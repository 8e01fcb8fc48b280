import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperDocx } from '../src/documents/paperDocx.ts';
import { frame } from '../src/documents/testing/frame.ts';
import { everyPaper } from '../src/papers/testing/everyPaper.ts';

// Every form as a Word file, opened by LibreOffice and printed by it, to be looked at. Not every machine has it: no test.
const folder = join(tmpdir(), 'fengqiao-word');
mkdirSync(folder, { recursive: true });
for (const [name, paper] of Object.entries(everyPaper))
  writeFileSync(
    join(folder, `${name}.docx`),
    await paperDocx({ ...frame, qrText: 'https://example.test/c/p/0' }, paper),
  );
const files = Object.keys(everyPaper).map((name) => join(folder, `${name}.docx`));
const { status, stderr, error } = spawnSync(
  'soffice',
  ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
  {
    encoding: 'utf8',
    timeout: 300_000,
  },
);
if (error) throw new Error('soffice is not on this machine; the Word files are in ' + folder, { cause: error });
const opened = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length;
console.log(`LibreOffice opened ${opened} of ${files.length}; look at ${folder}`);
if (status !== 0 || opened < files.length) throw new Error(stderr);
