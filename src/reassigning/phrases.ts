import { type Static, Type } from 'typebox';
import { stepNames } from '../disputes/procedure.ts';
import { headsUnit } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { refuse } from '../platform/refusal.ts';

const steps = Type.Array(Type.Enum([...stepNames]), { maxItems: 20, uniqueItems: true, title: '用在哪些步骤' });

export const PhraseInput = Type.Object(
  {
    body: Type.String({ minLength: 2, maxLength: 300, title: '常用语' }),
    /** Nowhere named: offered everywhere. */
    steps,
    shared: Type.Boolean({ title: '全单位共用' }),
    position: Type.Integer({ minimum: 0, maximum: 999, default: 0, title: '顺序' }),
    active: Type.Boolean({ default: true, title: '在用' }),
  },
  { additionalProperties: false },
);
export type PhraseInput = Static<typeof PhraseInput>;

export type Phrase = {
  id: string;
  body: string;
  steps: string[];
  shared: boolean;
  position: number;
  active: boolean;
  mine: boolean;
};

type Owned = { unitId: string; ownerUserId: string | null };

/** Own ones are one's own; those of a unit are kept by whoever leads it. */
export function refuseUnlessOwn(actor: Pick<Actor, 'userId' | 'unitId' | 'role'>, phrase: Owned): void {
  if (phrase.ownerUserId !== null) {
    if (phrase.ownerUserId !== actor.userId) refuse('notFound', 'noSuchPhrase', '没有这句常用语。');
    return;
  }
  if (phrase.unitId !== actor.unitId) refuse('notFound', 'noSuchPhrase', '没有这句常用语。');
  if (!headsUnit(actor.role))
    refuse('forbidden', 'headShares', '全单位共用的由单位负责人改；自己用的，自己加一句就行。');
}

/** In the order they are offered: those of the step first, own before shared, then as they were put. */
export function offered(phrases: readonly Phrase[], step: string | undefined): Phrase[] {
  const fits = phrases.filter(
    ({ active, steps: of }) => active && (step === undefined || of.length === 0 || of.includes(step)),
  );
  const rank = (phrase: Phrase) =>
    (step !== undefined && phrase.steps.includes(step) ? 0 : 2) + (phrase.shared ? 1 : 0);
  return fits.toSorted((a, b) => rank(a) - rank(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
}
