import { getDispute } from '../disputes/disputes.sql.ts';
import { disputeKind } from '../disputes/kind.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { sightOf } from '../disputes/sight.ts';
import { blank, TemplateFault } from '../documents/fillTemplate.ts';
import type { Block } from '../documents/paper.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { openPressApart } from '../documents/pressApart.ts';
import type { Printable } from '../documents/printable.ts';
import { forms } from '../papers/forms.ts';
import { listPapers } from '../papers/listPapers.sql.ts';
import { fillPaper } from '../papers/makePaper.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { ask, command, type Tx } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { refuse } from '../platform/refusal.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import type { CountyTemplate } from './template.ts';
import type { PreviewedMatter } from './templateViews.ts';

const MATTERS = 10;
const LOOKED_THROUGH = 80;

const recent = `select m.code from matter m where m.county_code = $1 and m.kind = $2 and not m.restricted
  order by m.opened_at desc limit ${LOOKED_THROUGH}`;

/** How many places are left to be written by hand. */
function blanksIn(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).split(blank).length - 1;
}

type Previewed = { form: Printable; matter: PreviewedMatter };

/** The newest of this person's own matters that have such a paper, each filled into the draft; each is a look at it. */
async function fillRecent(engine: SittingEngine, tx: Tx, actor: Actor, draft: CountyTemplate): Promise<Previewed[]> {
  const form = { ...forms[draft.form], template: draft.template };
  const made: Previewed[] = [];
  for (const { code } of await ask<{ code: string }>(tx, recent, [actor.countyCode, disputeKind.name])) {
    if (made.length === MATTERS) break;
    const dispute = await getDispute(tx, code);
    if (sightOf(actor, dispute) !== 'full') continue;
    const entry = (await listPapers(engine, tx, dispute)).find((each) => each.form === draft.form);
    if (!entry) continue;
    const { frame, paper } = await fillPaper(engine, tx, actor, dispute, entry, { largePrint: false, form });
    recordLook(tx, 'sheetPrinted', actor, code, { form: draft.form, subjectId: entry.subjectId }, engine.now());
    const short = engine.reference().network.region(actor.countyCode)?.short ?? '';
    const matter = { code, codeShort: shortCode(code, short), title: dispute.title, blanks: blanksIn(paper.blocks) };
    made.push({ form: paperSheet(frame, { ...paper, warning: '这是样式预览，不要签字。' }), matter });
  }
  return made;
}

export async function previewTemplate(
  engine: SittingEngine,
  actor: Actor,
  draft: CountyTemplate,
): Promise<Previewed[]> {
  try {
    const made = await command(engine.db, actor, (tx) => fillRecent(engine, tx, actor, draft));
    if (made.length > 0) return made;
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return refuse('conflict', 'unknownField', `${error.message}。改好再预览。`);
  }
  return refuse('notFound', 'noMatterYet', '您手上还没有用得到这张文书的事，先不能预览。');
}

/** All of them as one file. */
export async function printPreview(made: readonly Previewed[]): Promise<Buffer> {
  const press = openPressApart();
  try {
    const pdfs: Uint8Array[] = [];
    for (const { form } of made) pdfs.push(await press.render(form));
    return await press.join(pdfs);
  } finally {
    await press.close();
  }
}
