import type { Actor } from '../platform/actor.ts';
import { inviteOf, isOpenSitting, type Sitting } from './sitting.ts';
import type { SittingSight } from './sittingViews.ts';

/**
 * How much of a sitting a post reads. full: it reads the dispute itself, so it reads the sitting, of the disputes that it reads;
 * asked: when and where, to answer; table: what was put on the table, from acceptance until it ends; own: its own notes.
 */
export function sightOfSitting(
  actor: Pick<Actor, 'postId' | 'unitId' | 'role' | 'covers'>,
  sitting: Sitting,
  readsDispute: boolean,
): SittingSight {
  if (readsDispute) return 'full';
  const invite = inviteOf(actor, sitting);
  if (!invite || !isOpenSitting(sitting) || invite.answer === 'declined') return 'own';
  return invite.answer === 'accepted' ? 'table' : 'asked';
}

type Note = { readonly kind: string; readonly visibility: string };

/** Sealed ones are their author's alone, whoever asks; what one side said in confidence is for those who hold the sitting. */
export function mayReadNote(
  { kind, visibility }: Note,
  own: boolean,
  sight: SittingSight,
  postIds: readonly string[],
  readsAll: boolean,
): boolean {
  if (visibility.startsWith('sealed:')) return postIds.some((id) => visibility === `sealed:${id}`);
  if (own) return true;
  if (kind === 'opinionNote') return sight === 'full' || sight === 'table';
  return sight === 'full' && readsAll;
}
