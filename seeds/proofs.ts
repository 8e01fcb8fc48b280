import type { Dispute } from '../src/disputes/dispute.ts';
import type { StepName } from '../src/disputes/procedure.ts';
import { dayOf } from '../src/platform/now.ts';
import { bytesOf, type Paper } from './papers.ts';
import { disputeAt, stepAt, uploadAt } from './stage.ts';
import { center, handOf, sidesOf } from './steps.ts';
import type { Hand, Teller } from './story.ts';
import type { Tale } from './tale.ts';

type Asked = { partyOf: 'applicant' | 'respondent' } | { witness: string; relation: string };
type Told = (dispute: Dispute, now: Date, uploads: string[]) => object;

/** A step with the photo or paper that proves it, uploaded a moment before by the same hand. */
function proven(c: Tale, hand: Hand, paper: Paper, name: StepName, told: Told): Teller {
  return c.t.add(async (stage, live, now) => {
    if (hand === 'resident') throw new Error('a resident knows only the own page');
    const actor = stage.post(hand.role, hand.unitId, hand.which);
    await uploadAt(stage, live, actor, await bytesOf(paper, `${c.t.name} ${live.beat}`), now);
    const input = told(await disputeAt(stage, live), now, live.uploads.splice(0));
    await stepAt(stage, c.t.name, live, actor, name, input, now);
  });
}

const desk = (c: Tale): Hand => center(c, c.t.opening.front.role);

/** 调查记录: one person is asked, and what was said is written down. */
export const asked = (c: Tale, place: string, who: Asked, lines: readonly string[]): Teller =>
  c.t.add(async (stage, live, now) => {
    const hand = handOf(c.lead);
    if (hand === 'resident') return;
    const { parties } = await disputeAt(stage, live);
    const party = 'partyOf' in who ? parties.find(({ side }) => side === who.partyOf) : undefined;
    const { witness, relation } = 'witness' in who ? who : { witness: '', relation: '' };
    const asking = { partyId: party?.id ?? null, witness, relation, heldOn: dayOf(now), place, others: '' };
    const actor = stage.post(hand.role, hand.unitId, hand.which);
    await stepAt(stage, c.t.name, live, actor, 'recordInquiry', { ...asking, words: lines.join('\n') }, now);
  });

/** A paper or photo for the file, as whoever has it in hand puts it there. */
export const shown = (c: Tale, paper: Paper): Teller =>
  proven(c, handOf(c.lead), paper, 'addFile', (_dispute, _now, uploads) => ({ uploads }));

/** Such a part of the first sum that is owed, with the receipt that was shown. */
export const paidInPart = (c: Tale, part: number, receipt: Paper): Teller =>
  proven(c, desk(c), receipt, 'recordPayment', (dispute, now, uploads) => {
    const cents = Math.round((dispute.promises[0]?.amountCents ?? 0) * part);
    const said = '收条看过，原件退回。';
    return { ...sidesOf(dispute), cents, paidOn: dayOf(now), how: 'transfer', said, uploads };
  });

/** The next thing that was to be done, seen by whoever has it in hand. */
export const deedDone = (c: Tale, said: string, photo: Paper): Teller =>
  proven(c, handOf(c.lead), photo, 'recordDeed', ({ promises: [first] }, now, uploads) => ({
    ...{ promiseId: first?.id ?? '', doneOn: dayOf(now), said, uploads },
  }));
