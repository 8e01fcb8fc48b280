import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { openPressApart, type PressApart } from '../documents/pressApart.ts';
import { paperKeys, papers } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { formatCode, shortCode } from '../platform/disputeCode.ts';
import { Refusal } from '../platform/refusal.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { type Binder, openBinder } from './bindApart.ts';
import { type BoundPart, type BoundSheet, boundFile, withMissing } from './bound.ts';
import { type Drawing, drawable, openDrawing, StopDrawing } from './drawApart.ts';
import { type Kept, keepMade } from './keepMade.sql.ts';
import { makeEntry } from './makeEntry.sql.ts';
import { missingIn, placesOf } from './places.ts';
import { type Planned, type PlannedFile, type PlannedPaper, planOf } from './plan.ts';
import { coverOf, type Gathered, gatherDossier, getForDossier, retentionOf } from './readDossier.sql.ts';
import { whileRunning } from './whileRunning.ts';

type Tools = { press: PressApart; binder: Binder; drawing: Drawing };
type LeftOut = { name: string; why: string };
type Binding = {
  engine: SittingEngine;
  actor: Actor;
  gathered: Gathered;
  tools: Tools;
  run: JobRun;
  total: number;
  leftOut: LeftOut[];
};

async function paperSheets({ engine, actor, gathered, tools }: Binding, at: number, planned: PlannedPaper) {
  const { dispute } = gathered;
  const asked = { code: dispute.code, entry: planned.entry, largePrint: false };
  const file = `part-${at}.pdf`;
  const pages = await tools.binder.add(file, await tools.press.render(await makeEntry(engine, actor, asked)));
  return Array.from({ length: pages }, (_, index): BoundSheet => ({ kind: 'paper', file, page: index + 1 }));
}

/** What cannot be bound is said on a sheet in its place: the rest of the file does not wait for it. */
function leave(binding: Binding, name: string, why: string): BoundSheet[] {
  binding.leftOut.push({ name, why });
  return [{ kind: 'said', title: '这一份没有装订', lines: [name, why, '原件保存在系统里这件事的材料中。'] }];
}

async function fileSheets(binding: Binding, at: number, { file, caption }: PlannedFile) {
  const { mime, name, sha256 } = file;
  if (!drawable(mime)) return leave(binding, name, '录音、录像、表格这类文件不能印在纸上。');
  const { drawing, binder } = binding.tools;
  const content = await binding.engine.files.read(sha256).catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (!content) return leave(binding, name, '磁盘上找不到这份文件。');
  const sheets: BoundSheet[] = [];
  const why = await drawing.draw(await buffer(content), mime, async ({ jpeg, fitted }) => {
    const picture = `part-${at}-${sheets.length}.jpg`;
    await binder.add(picture, jpeg).catch((error: unknown) => {
      throw new StopDrawing('', { cause: error });
    });
    sheets.push({ kind: 'picture', file: picture, caption, ...fitted });
  });
  if (why === undefined) return sheets;
  await binder.drop(sheets.map((sheet) => (sheet.kind === 'said' ? '' : sheet.file)));
  return leave(binding, name, why);
}

async function partsOf(binding: Binding, plan: readonly Planned[]): Promise<BoundPart[]> {
  const parts: BoundPart[] = [];
  for (const [at, planned] of plan.entries()) {
    const before = binding.leftOut.length;
    const work = 'entry' in planned ? paperSheets(binding, at, planned) : fileSheets(binding, at, planned);
    // Whoever stops it does not wait until a page that takes for ever has reached its limit.
    const sheets = await whileRunning(binding.run, work, at, binding.total);
    const { place, name } = planned;
    parts.push({ place, name, sheets, remark: binding.leftOut.length > before ? '没有装订' : planned.remark });
    await binding.run.step(at + 1, binding.total);
  }
  return parts;
}

async function bound(binding: Binding, plan: readonly Planned[]): Promise<Kept & { leftOut: LeftOut[] }> {
  const { engine, actor, gathered, tools, run, total, leftOut } = binding;
  const { dispute, material } = gathered;
  const parts = await partsOf(binding, plan);
  const cover = coverOf(engine, actor, gathered);
  const { chosen, proposed, words } = retentionOf(engine, gathered);
  const retention = words[chosen ?? proposed];
  const situation = material.kept?.situation ?? '';
  const order = paperKeys.map((key) => papers[key].name);
  const whole = withMissing(parts, missingIn(placesOf(gathered)), order);
  const file = boundFile({ codeGrouped: formatCode(dispute.code), cover, situation, retention, parts: whole });
  const path = await whileRunning(run, tools.binder.bind(file), plan.length, total);
  const { sha256, size } = await engine.files.put(createReadStream(path));
  const short = engine.reference().network.region(dispute.countyCode)?.short ?? '';
  const pages = parts.reduce((sum, { sheets }) => sum + sheets.length, 0);
  const name = `卷宗-${shortCode(dispute.code, short)}.pdf`;
  const kept = {
    ...{ kind: 'dossier' as const, title: `卷宗（${pages} 页）`, rows: pages, dispute },
    files: [{ name, sha256, size, mime: 'application/pdf' }],
  };
  const made = await command(engine.db, actor, async (tx) => {
    await getForDossier(tx, actor, dispute.code);
    return keepMade(engine, tx, actor, kept);
  });
  return { ...made, leftOut };
}

/** 「装订成卷」: each paper on the press, each file from outside as pictures, then all of it as one PDF that is kept. */
export async function bindDossier(engine: SittingEngine, actor: Actor, code: string, run: JobRun) {
  const gathered = await reading(engine.db, actor, async (queries) =>
    gatherDossier(engine, queries, actor, await getForDossier(queries, actor, code)),
  );
  const plan = planOf({ ...gathered, ...gathered.material });
  // One more than there are parts: the press still has to bind them.
  const total = plan.length + 1;
  const binder = await openBinder();
  const tools = { press: openPressApart(), binder, drawing: openDrawing() };
  try {
    return await bound({ engine, actor, gathered, tools, run, total, leftOut: [] }, plan);
  } finally {
    await Promise.all([tools.press.close(), tools.binder.close(), tools.drawing.close()]);
  }
}
