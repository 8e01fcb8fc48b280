import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { openPressApart } from '../documents/pressApart.ts';
import type { Printable } from '../documents/printable.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { formatTime } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { makeProgressSheet, makeSlip } from '../residents/papers.sql.ts';
import { outputBy } from './exportLedger.sql.ts';
import { recordOutput } from './outputs.sql.ts';
import type { Output, OutputMade, PrintPapersInput } from './outputs.ts';

type Found = { id: string; forms: Printable[] };

/** One slip for each party. A new slip ends the one before: the dialog says so. */
async function slipsOf(engine: Engine, actor: Actor, code: string, largePrint: boolean): Promise<Found> {
  const dispute = await reading(engine.db, actor, (queries) => getDispute(queries, code));
  const forms: Printable[] = [];
  for (const { id } of dispute.parties)
    forms.push(await command(engine.db, actor, (tx) => makeSlip(engine, tx, actor, code, { partyId: id, largePrint })));
  return { id: dispute.id, forms };
}

function sheetOf(engine: Engine, actor: Actor, code: string, largePrint: boolean): Promise<Found> {
  return command(engine.db, actor, async (tx) => {
    const dispute = await getDispute(tx, code);
    const form = await makeProgressSheet(engine, tx, actor, code, { largePrint, paper: 'a5' });
    recordLook(tx, 'sheetPrinted', actor, code, {}, engine.now());
    return { id: dispute.id, forms: [form] };
  });
}

const titles = { slips: '小票', sheets: '办理进度' } as const;

/** Slips or progress sheets of several matters as one file, in the order they were ticked; who cannot be printed is named. */
export async function printPapers(
  engine: Engine,
  actor: Actor,
  { kind, codes, largePrint }: PrintPapersInput,
  run: JobRun,
): Promise<OutputMade> {
  const press = openPressApart();
  const pdfs: Uint8Array[] = [];
  const leftOut: OutputMade['leftOut'] = [];
  const printed: Record<string, string[]> = {};
  try {
    for (const [index, code] of codes.entries()) {
      const county = code.slice(0, 6);
      try {
        const { id, forms } = await (kind === 'slips' ? slipsOf : sheetOf)(engine, actor, code, largePrint);
        for (const form of forms) pdfs.push(await press.render(form));
        printed[county] = [...(printed[county] ?? []), id];
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const short = engine.reference().network.region(county)?.short ?? '';
        leftOut.push({ codeShort: shortCode(code, short), why: error.message });
      }
      await run.step(index + 1, codes.length);
    }
    if (pdfs.length === 0) throw new Refusal('forbidden', 'nothingPrinted', leftOut[0]?.why ?? '没有能打印的。');
    const pdf = await press.join(pdfs);
    return { ...(await keepPapers(engine, actor, kind, printed, pdf)), leftOut };
  } finally {
    await press.close();
  }
}

async function keepPapers(
  engine: Engine,
  actor: Actor,
  kind: PrintPapersInput['kind'],
  matters: Output['matters'],
  pdf: Uint8Array,
): Promise<Omit<OutputMade, 'leftOut'>> {
  const { sha256, size } = await engine.files.put(pdf);
  const now = engine.now();
  const rows = Object.values(matters).flat().length;
  const { keepDays, slipDays } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
  const name = `${titles[kind]}-${formatTime(now).replace(' ', '-').replace(':', '')}.pdf`;
  const about = { asOf: now, sentence: `勾选的 ${rows} 件`, matters };
  const output: Output = {
    ...outputBy(actor, about, now, kind === 'slips' ? slipDays : keepDays),
    kind,
    title: `${titles[kind]}，打印`,
    columns: [],
    rowCount: rows,
    // PINs and whole sheets of people go to whoever printed them.
    shared: false,
    unmasked: [],
    purpose: '',
    files: [{ name, sha256, size, mime: 'application/pdf' }],
  };
  await command(engine.db, actor, async (tx) => recordOutput(tx, output, actor));
  return { id: output.id, rows, files: 1 };
}
