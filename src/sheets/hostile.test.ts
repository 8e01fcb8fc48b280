import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { readForm } from './forms.ts';
import { readSheet } from './readSheet.ts';
import { openRowBook } from './rowBook.ts';
import { type Door, hostileFiles } from './testing/hostileFiles.ts';

const columns: Column[] = ['名称', '登记日期', '申请人'].map((title) => ({ key: title, title, kind: 'text' }));

async function readLedger(bytes: Buffer): Promise<void> {
  const path = join(tmpdir(), `hostile-${process.pid}`);
  writeFileSync(path, bytes);
  try {
    const book = await openRowBook(path);
    try {
      for await (const _ of book.rows(0));
    } finally {
      await book.close();
    }
  } finally {
    rmSync(path);
  }
}

const doors: Record<Door, (bytes: Buffer) => Promise<unknown>> = {
  sheet: (bytes) => readSheet(bytes, { columns, csv: true }),
  ledger: readLedger,
  form: (bytes) => readForm('xlsx', bytes),
  document: (bytes) => readForm('docx', bytes),
};

const cases = hostileFiles.flatMap(({ name, doors: through, bytes, sentence }) =>
  through.map((door) => ({ name, door, bytes, sentence })),
);

test.each(cases)(
  '$name ($door) is answered in a sentence at the file',
  async ({ door, bytes, sentence }) => {
    await expect(doors[door](bytes())).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(sentence),
    });
  },
  120_000,
);
