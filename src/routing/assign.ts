import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { takesDisputes } from '../people/doors.ts';
import { Refusal } from '../platform/refusal.ts';

export const AssignInput = StepInput({
  postId: Id,
  note: Type.Optional(Type.String({ maxLength: 500, title: '要说的话' })),
});
export type AssignInput = { postId: string; note?: string };

type Assignable = { leadUnitId: string | null; handlerPostId: string | null; formerPostIds: readonly string[] };

/** To a person of the lead unit; units are dispatched to, people are assigned. */
export function assign(matter: Assignable, input: AssignInput, context: Context<unknown>): DisputeDecision {
  const post = context.directory.post(input.postId);
  if (!post || post.unitId !== matter.leadUnitId || !takesDisputes(post.role))
    throw new Refusal('invalid', 'notOfUnit', '选牵头单位里的承办人。', { postId: '选牵头单位里的承办人。' });
  const note = input.note?.trim();
  // Who had it before still knows that it was there, and what he wrote himself.
  const had = matter.handlerPostId ? [...matter.formerPostIds, matter.handlerPostId] : matter.formerPostIds;
  const former = [...new Set(had)].filter((id) => id !== post.postId);
  return {
    type: 'assign',
    data: { handlerPostId: post.postId },
    matter: { handler_post_id: post.postId },
    own: { former_post_ids: former },
    notes: note ? [{ id: context.newId(), kind: 'assign', visibility: `unit:${post.unitId}`, body: note }] : [],
    tell: [
      { owner: `p:${post.postId}`, text: '指派给你一件。' },
      { owner: 'resident', text: `您的事由${post.name}办理。` },
    ],
  };
}
