import { type Static, Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { LongText, StepInput } from '../matters/fields.ts';
import { lastingPost } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import { guard } from '../procedures/guard.ts';
import { type Sitting, type SittingContext, standingOfSitting } from './sitting.ts';
import { sittingKind } from './sittingKind.ts';

/** sealed: its author alone reads it; a side's: who holds the sitting reads it, and nothing that leaves; opinion: the table. */
export const noteKinds = ['sealed', 'applicant', 'respondent', 'opinion'] as const;
export type SittingNoteKind = (typeof noteKinds)[number];

export const WriteNoteInput = StepInput({
  kind: Type.Enum(noteKinds, { title: '给谁看' }),
  text: LongText,
});
type NoteInput = Pick<Static<typeof WriteNoteInput>, 'kind' | 'text'>;

const sideNote = (kind: SittingNoteKind) => kind === 'applicant' || kind === 'respondent';

/** Who came from outside writes for the table or for himself; what one side said in confidence is kept by who holds it. */
export function writeNote(sitting: Sitting, { kind, text }: NoteInput, { actor, newId }: SittingContext): Decision {
  const holds = guard(sittingKind, 'tickPresence', standingOfSitting(sitting), actor)?.kind !== 'forbidden';
  if (sideNote(kind) && !holds)
    throw new Refusal('forbidden', 'notYourSide', '一方私下说的话由主持的人记；你可以写意见，或者只给自己看。');
  const visibility = kind === 'sealed' ? (`sealed:${lastingPost(actor)}` as const) : ('shared' as const);
  return {
    type: 'writeNote',
    data: { kind },
    notes: [{ id: newId(), kind: `${kind}Note`, visibility, body: text.trim() }],
  };
}
