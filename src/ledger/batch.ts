import { type Static, Type } from 'typebox';
import { type StepName, stepOf } from '../disputes/procedure.ts';
import type { Network } from '../network/lookup.ts';
import { Refusal } from '../platform/refusal.ts';
import { suggestUnits, type ToRoute } from '../routing/suggestUnits.ts';

/** What can be done to several matters at once; each is the step of the procedure, one matter after the other. */
export const batchActs = [
  'remind',
  'dispatch',
  'undoDispatch',
  'acknowledge',
  'assign',
  'strikeOff',
  'archive',
] as const;
export type BatchAct = (typeof batchActs)[number] & StepName;

const codes = Type.Array(Type.String({ pattern: '^\\d{15}$' }), { minItems: 1, uniqueItems: true, title: '哪几件' });
const said = {
  act: Type.Union(
    batchActs.map((act) => Type.Literal(act)),
    { title: '做什么' },
  ),
  text: Type.Optional(Type.String({ maxLength: 300, title: '要说的话' })),
  postId: Type.Optional(Type.String({ format: 'uuid', title: '指派给谁' })),
  reason: Type.Optional(Type.String({ maxLength: 500, title: '理由' })),
};

/** Foreseen in small lots, so that a page of fifty answers before somebody has read it. */
export const PREVIEW_LOT = 50;
export const BatchPreviewInput = Type.Object(
  { codes: { ...codes, maxItems: PREVIEW_LOT }, ...said },
  { additionalProperties: false },
);
export const BatchInput = Type.Object(
  {
    codes: { ...codes, maxItems: 500 },
    ...said,
    totp: Type.Optional(Type.String({ maxLength: 12, title: '动态码' })),
    commandId: Type.String({ format: 'uuid' }),
  },
  { additionalProperties: false },
);
export type BatchAsked = {
  act: BatchAct;
  text?: string;
  postId?: string;
  reason?: string;
};
export type BatchInput = Static<typeof BatchInput> & BatchAsked;

/** Legal or irreversible: a reason, and the second factor of whoever has one. */
export const isGrave = (act: BatchAct): boolean => stepOf(act).weight === 'legal';

/** Which of them a role may take at all; whether this matter now is asked of each one. */
export const actsOf = (role: string): BatchAct[] =>
  batchActs.filter((act) => stepOf(act).who.some((who) => who.startsWith(`${role}@`)));

/** The step's own input for one matter. */
export function inputFor(asked: BatchAsked, matter: ToRoute, network: Network): object {
  const text = asked.text?.trim() ?? '';
  if (asked.act === 'remind') return { text };
  if (asked.act === 'assign') return { postId: asked.postId ?? '' };
  if (asked.act === 'strikeOff') return { note: asked.reason?.trim() ?? '' };
  if (asked.act !== 'dispatch') return {};
  const [first] = suggestUnits(matter, network);
  if (!first) throw new Refusal('conflict', 'nothingSuggested', '职责清单里没有对应的单位，打开这件事自己选。');
  return { leadUnitId: first.unitId, supportingUnitIds: [...first.supportingUnitIds], message: text };
}

/** What must be said before any of them is done. */
export function refuseUnsaid(asked: BatchAsked): void {
  const missing = (field: string, sentence: string): never => {
    throw new Refusal('invalid', 'incomplete', sentence, { [field]: sentence });
  };
  if (asked.act === 'remind' && (asked.text?.trim().length ?? 0) < 2) missing('text', '写一句催办的话。');
  if (asked.act === 'assign' && !asked.postId) missing('postId', '选一个人。');
  if (isGrave(asked.act) && (asked.reason?.trim().length ?? 0) < 2) missing('reason', '写明为什么成批办。');
}

/** Before: who is told and which clocks start, or why it cannot be done. */
export type BatchForeseen = {
  code: string;
  codeShort: string;
  tells: string[];
  starts: string[];
  to: string | null;
  undo: string;
  why: string | null;
};
/** After: what is so now, or why it was not done. */
export type BatchDone = {
  code: string;
  codeShort: string;
  sentence: string;
  undoUntil: string | null;
  why: string | null;
};
