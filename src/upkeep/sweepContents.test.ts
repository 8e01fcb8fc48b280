import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordUpload, storeUpload } from '../matters/uploads.sql.ts';
import { repositoryRoot } from '../platform/config.ts';
import { command } from '../platform/db.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { namedContents, sweepContents } from './sweepContents.sql.ts';

let it: TestApp;
let admin: pg.Client;
beforeAll(async () => {
  it = await testApp(new Date());
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await it.close();
});

/** Whoever calls `files.put` outside this list has not said where the name is kept. */
const putters = [
  'src/dossier/bindDossier.sql.ts ledger_output',
  'src/dossier/printLot.sql.ts ledger_output',
  'src/imports/emergency.sql.ts job.result',
  'src/imports/uploadRun.sql.ts import_run',
  'src/ledger/exportLedger.sql.ts ledger_output',
  'src/ledger/printLedger.sql.ts ledger_output',
  'src/ledger/printPapers.sql.ts ledger_output',
  'src/matters/uploads.sql.ts upload, then matter_file or clue_file',
  'src/reports/formChanges.sql.ts report_form_version',
  'src/reports/handInFill.sql.ts report_fill',
  'src/scans/filePages.sql.ts upload, then matter_file',
  'src/scans/readScan.sql.ts scan_page',
  'src/scans/scans.sql.ts scan_file',
  'src/server/rehearse.sql.ts job.result',
];

test('each place that stores a content is known here with the table that names it', () => {
  const sources = readdirSync(join(repositoryRoot, 'src'), { recursive: true }).map((path) => `src/${path}`);
  const calling = sources.filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('/testing/'));
  const found = calling.filter((path) => /\bfiles\.put\(/.test(readFileSync(join(repositoryRoot, path), 'utf8')));
  expect(found.sort()).toEqual(putters.map((line) => line.split(' ')[0]));
});

test('each column that holds a digest of a content is asked', async () => {
  const { rows } = await admin.query(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name like '%sha256' and table_name not like 'visible_%' order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...['clue_file.sha256', 'import_run.file_sha256', 'matter_file.sha256', 'migration.sha256'],
    ...['report_fill.sha256', 'report_form_version.sha256', 'scan_file.sha256', 'scan_page.picture_sha256'],
    ...['scan_page.small_sha256', 'upload.sha256'],
  ]);
});

const old = new Date(Date.now() - 2 * 86_400_000);
const age = (sha256: string) =>
  utimesSync(join(it.engine.config.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2)), old, old);

test('what was scanned and its pictures stay as long as a page of it waits, however long that takes', async () => {
  const { engine } = it;
  const put = (words: string) => engine.files.put(Buffer.from(words));
  const [whole, picture, small] = await Promise.all(['扫描件', '一页的图', '一页的小图'].map(put));
  const scan = '01890000-0000-7000-8000-000000000001';
  const [county, owner] = ['140106', 'p:nobody'];
  await admin.query(
    "insert into scan (county_code, id, owner, name, state, at, by_post_id) values ($1, $2, $3, '', 'read', now(), $2)",
    [county, scan, owner],
  );
  await admin.query(
    `insert into scan_file (county_code, scan_id, position, owner, name, sha256, mime, size)
      values ($1, $2, 0, $3, '', $4, 'application/pdf', 9)`,
    [county, scan, owner, whole?.sha256],
  );
  await admin.query(
    `insert into scan_page (county_code, scan_id, page, owner, picture_sha256, small_sha256, state)
      values ($1, $2, 1, $3, $4, $5, 'waiting')`,
    [county, scan, owner, picture?.sha256, small?.sha256],
  );
  for (const each of [whole, picture, small]) age(each?.sha256 ?? '');
  await sweepContents(engine);
  const there = await Promise.all([whole, picture, small].map((each) => engine.files.has(each?.sha256 ?? '')));
  expect(there).toEqual([true, true, true]);
});

test('what no row names for a day goes; what one names stays, and what is new too', async () => {
  const { engine } = it;
  const actor = { counties: ['140106'], viewers: ['p:nobody'], countyCode: '140106' };
  const keep = await storeUpload(engine, { name: '有用.txt', bytes: Buffer.from('有人提到') });
  await command(engine.db, actor, async (tx) => recordUpload(engine, tx, actor, 'p:nobody', keep));
  const idle = await engine.files.put(Buffer.from('没人提到，旧的'));
  const fresh = await engine.files.put(Buffer.from('没人提到，刚放的'));
  const listed = await engine.files.put(Buffer.from('一份试算的名单'));
  await admin.query(
    `insert into job (id, kind, county_code, owner, state, input, result, started_at, beat_at)
     values (gen_random_uuid(), 'rehearsal', '140106', 'p:nobody', 'done', '{}', $1, now(), now())`,
    [JSON.stringify({ list: listed.sha256 })],
  );
  for (const { sha256 } of [keep, idle, listed]) age(sha256);
  expect(await sweepContents(engine)).toEqual({ outcome: 'done', said: '没人提到的 1 份已删。' });
  const there = await Promise.all([keep, idle, fresh, listed].map(({ sha256 }) => engine.files.has(sha256)));
  expect(there).toEqual([true, false, true, true]);
  expect(await sweepContents(engine)).toEqual({ outcome: 'done', said: '' });
});

test('a content that rows name and the disk has lost is told, and asking for it is a sentence', async () => {
  const { engine } = it;
  const [lost = ''] = await namedContents(engine.db);
  await engine.files.remove(lost);
  expect(await sweepContents(engine)).toEqual({
    outcome: 'failed',
    said: expect.stringContaining('1 份附件登记里有、磁盘上没有'),
  });
  await expect(engine.files.read(lost)).rejects.toMatchObject({
    kind: 'notFound',
    message: expect.stringContaining('从备份里取回来'),
  });
});
