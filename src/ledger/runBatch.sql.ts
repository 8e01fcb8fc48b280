import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { idFor } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { previewStep } from '../procedures/previewStep.sql.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import type { ToRoute } from '../routing/suggestUnits.ts';
import { type BatchAsked, type BatchDone, type BatchForeseen, inputFor } from './batch.ts';

const nowhere: ToRoute = { countyCode: '', categoryCode: '', regionCode: '' };

/** Category, place and willingness of these matters, as far as the actor sees them. */
async function readPlaces(engine: Engine, actor: Actor, codes: readonly string[]): Promise<Map<string, ToRoute>> {
  const counties = [...new Set(codes.map((code) => code.slice(0, 6)))];
  const rows = await reading(engine.db, actor, async (queries) => {
    const found = await sql<ToRoute & { code: string }>`select m.code, m.county_code as "countyCode",
        m.category_code as "categoryCode", m.region_code as "regionCode", d.willing
      from matter m join visible_dispute d on d.county_code = m.county_code and d.matter_id = m.id
      where m.county_code in (${sql.join(counties)}) and m.code in (${sql.join([...codes])})`.execute(queries);
    return found.rows;
  });
  return new Map(rows.map(({ code, ...place }) => [code, place]));
}

const nameOf = (engine: Engine, code: string): string =>
  shortCode(code, engine.reference().network.region(code.slice(0, 6))?.short ?? '');

/** A refusal is a row of the answer; anything else is ours. */
function whyNot(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}

/** What pressing will do with each, by the very decisions that will run. */
export async function foreseeBatch(
  engine: Engine,
  actor: Actor,
  asked: BatchAsked,
  codes: readonly string[],
): Promise<BatchForeseen[]> {
  const places = await readPlaces(engine, actor, codes);
  const { network } = engine.reference();
  const foresee = async (code: string): Promise<BatchForeseen> => {
    const row = { code, codeShort: nameOf(engine, code), tells: [], starts: [], to: null, undo: '', why: null };
    try {
      const input = inputFor(asked, places.get(code) ?? nowhere, network);
      const { tells, starts, undo } = await previewStep(engine, engine.kinds.dispute, actor, code, asked.act, input);
      const lead = 'leadUnitId' in input ? network.unit(String(input.leadUnitId))?.short : undefined;
      const told = [...new Set(tells.map(({ who }) => who))];
      return { ...row, tells: told, starts: starts.map(({ sentence }) => sentence), to: lead ?? null, undo };
    } catch (error) {
      return { ...row, why: whyNot(error) };
    }
  };
  const rows: BatchForeseen[] = [];
  for (const code of codes) rows.push(await foresee(code));
  return rows;
}

/** One after the other, each a transaction and an event of its own: one that is refused does not keep back the others. */
export async function runBatch(
  engine: Engine,
  actor: Actor,
  asked: BatchAsked & { codes: readonly string[]; commandId: string },
  run: JobRun,
): Promise<{ act: string; rows: BatchDone[] }> {
  const places = await readPlaces(engine, actor, asked.codes);
  const { network } = engine.reference();
  const rows: BatchDone[] = [];
  for (const code of asked.codes) {
    const row = { code, codeShort: nameOf(engine, code), sentence: '', undoUntil: null, why: null };
    try {
      const input = inputFor(asked, places.get(code) ?? nowhere, network);
      // The same command for the same matter however often the batch is sent: what was done once stays done once.
      const commandId = idFor(asked.commandId, code);
      const { sentence, undoUntil } = await takeStep(engine, engine.kinds.dispute, actor, code, asked.act, {
        ...input,
        commandId,
      });
      rows.push({ ...row, sentence, undoUntil });
    } catch (error) {
      rows.push({ ...row, why: whyNot(error) });
    }
    await run.step(rows.length, asked.codes.length);
  }
  return { act: asked.act, rows };
}
