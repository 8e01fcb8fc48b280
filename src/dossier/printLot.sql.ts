import { openPressApart, type PressApart } from '../documents/pressApart.ts';
import { type PaperEntry, papers } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { safeFileName } from '../platform/fileName.ts';
import { Refusal } from '../platform/refusal.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import type { PrintLotInput } from './dossier.ts';
import { keepMade } from './keepMade.sql.ts';
import { makeEntry } from './makeEntry.sql.ts';
import { type Gathered, gatherDossier, getForDossier } from './readDossier.sql.ts';
import { whileRunning } from './whileRunning.ts';

type Lot = { engine: SittingEngine; actor: Actor; gathered: Gathered; entries: readonly PaperEntry[]; run: JobRun };

async function* pressed({ engine, actor, gathered, entries, run }: Lot, press: PressApart, largePrint: boolean) {
  const { dispute } = gathered;
  for (const [at, entry] of entries.entries()) {
    const form = await makeEntry(engine, actor, { code: dispute.code, entry, largePrint });
    yield { entry, at, pdf: await press.render(form) };
    await run.step(at + 1, entries.length + 1);
  }
}

/** Each paper a file of its own, named by number and what it is. */
async function asZip(lot: Lot, press: PressApart, largePrint: boolean): Promise<Buffer> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const digits = String(lot.entries.length).length;
  for await (const { entry, at, pdf } of pressed(lot, press, largePrint))
    files.push({
      name: safeFileName(`${String(at + 1).padStart(digits, '0')} ${entry.label}.pdf`, '.pdf'),
      bytes: pdf,
    });
  return press.pack(files);
}

async function asOne(lot: Lot, press: PressApart, largePrint: boolean): Promise<Buffer> {
  const pdfs: Buffer[] = [];
  for await (const { pdf } of pressed(lot, press, largePrint)) pdfs.push(pdf);
  return whileRunning(lot.run, press.join(pdfs), lot.entries.length, lot.entries.length + 1);
}

/** All papers of the chosen forms of one dispute: to print in one go, or each a file. */
export async function printLot(engine: SittingEngine, actor: Actor, code: string, input: PrintLotInput, run: JobRun) {
  const gathered = await reading(engine.db, actor, async (queries) =>
    gatherDossier(engine, queries, actor, await getForDossier(queries, actor, code)),
  );
  const entries = gathered.entries.filter(({ form }) => input.forms.includes(form));
  if (entries.length === 0) throw new Refusal('conflict', 'nothingToPrint', '这几种里还没有能打印的。');
  const lot = { engine, actor, gathered, entries, run };
  const press = openPressApart();
  try {
    const content = await (input.as === 'zip' ? asZip : asOne)(lot, press, input.largePrint);
    const { sha256, size } = await engine.files.put(content);
    const short = engine.reference().network.region(gathered.dispute.countyCode)?.short ?? '';
    const names = input.forms.map((form) => papers[form].name).join('、');
    const mime = input.as === 'zip' ? 'application/zip' : 'application/pdf';
    const title = `${names}，${entries.length} 份`;
    const name = safeFileName(`${names}-${shortCode(code, short)}.${input.as}`, `.${input.as}`);
    const made = { kind: 'papers' as const, title, rows: entries.length, files: [{ name, sha256, size, mime }] };
    return await command(engine.db, actor, async (tx) => {
      const dispute = await getForDossier(tx, actor, code);
      return { ...keepMade(engine, tx, actor, { ...made, dispute }), leftOut: [] };
    });
  } finally {
    await press.close();
  }
}
