import { type Static, Type } from 'typebox';
import { formatTime } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type Drafter, type RuleDraft, requireDrafter, requireState } from './draft.ts';

/** `revision` is the one that was looked at. The value may still be wrong: it is checked when it is handed in. */
export const SaveDraftInput = Type.Object(
  {
    revision: Type.Integer({ minimum: 1 }),
    value: Type.Record(Type.String(), Type.Unknown()),
    effectiveFrom: Type.Union([Type.String({ format: 'date' }), Type.Null()], { title: '生效' }),
    basis: Type.String({ maxLength: 300, title: '依据' }),
    note: Type.String({ maxLength: 1000, title: '说明' }),
  },
  { additionalProperties: false },
);
export type SaveDraftInput = Static<typeof SaveDraftInput>;

/** Writing in a draft. Refused when somebody else wrote meanwhile: the page then puts both together. */
export function saveDraft(
  draft: RuleDraft,
  input: SaveDraftInput,
  actor: Drafter,
  now: Date,
  savedByName: string,
): RuleDraft {
  requireDrafter(actor, draft.countyCode);
  requireState(draft, 'draft', 'returned');
  if (input.revision !== draft.revision)
    refuse('conflict', 'savedByOther', `${savedByName}在 ${formatTime(draft.savedAt)} 存过这份草稿。`);
  const { revision, ...written } = input;
  return {
    ...draft,
    ...written,
    revision: revision + 1,
    editorIds: [...new Set([...draft.editorIds, actor.userId])],
    savedBy: actor.userId,
    savedAt: now,
  };
}
