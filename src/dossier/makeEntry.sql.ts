import { makeAgreementPaper } from '../agreements/agreementPaper.sql.ts';
import { matterFrame } from '../documents/matterFrame.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import type { Printable } from '../documents/printable.ts';
import { type PaperEntry, papers } from '../papers/catalogue.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { readSitting } from '../sittings/readSitting.sql.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { minutesPaper } from '../sittings/sittingPapers.ts';
import type { SittingHead } from './material.ts';
import { getForDossier } from './readDossier.sql.ts';

type Asked = { code: string; entry: PaperEntry; sittings: readonly SittingHead[]; largePrint: boolean };

async function makeMinutes(engine: SittingEngine, actor: Actor, { code, entry, sittings, largePrint }: Asked) {
  const sitting = sittings.find(({ id }) => id === entry.subjectId);
  if (!sitting) return refuse('notFound', 'noSuchPaper', '没有这份记录。刷新以后再看。');
  const view = await readSitting(engine, actor, sitting.code);
  const heard = view.disputes.find((each) => each.code === code);
  if (!heard) return refuse('notFound', 'noSuchPaper', '没有这份记录。刷新以后再看。');
  const of = { code, form: papers.minutes.letters, subjectId: view.id };
  const frame = matterFrame(engine, actor, of, { centerName: view.center, largePrint });
  return paperSheet(frame, minutesPaper(view, heard.id));
}

/** One paper of the file; sight is asked for each anew, for binding takes its time. */
export async function makeEntry(engine: SittingEngine, actor: Actor, asked: Asked): Promise<Printable> {
  if (asked.entry.form === 'minutes') return makeMinutes(engine, actor, asked);
  return reading(engine.db, actor, async (queries) => {
    const dispute = await getForDossier(queries, actor, asked.code);
    const agreementId = asked.entry.subjectId ?? '';
    const { largePrint } = asked;
    const of = { agreementId, version: null, largePrint };
    const { frame, paper } = await makeAgreementPaper(engine, queries, actor, dispute, of);
    return paperSheet(frame, paper);
  });
}
