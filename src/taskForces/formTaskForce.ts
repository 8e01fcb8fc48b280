import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { hindersNaming } from '../disputes/hindersNaming.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import { addDays, dayOf, formatDay, isDay } from '../platform/now.ts';
import { invalid } from '../platform/refusal.ts';

export const FormTaskForceInput = StepInput({
  name: Type.String({ minLength: 2, maxLength: 40, title: '专班叫什么' }),
  aim: Type.String({ minLength: 4, maxLength: 500, title: '要办成什么' }),
  leaderPostId: Type.Unsafe<string>({ ...Id, title: '谁牵头' }),
  memberPostIds: Type.Array(Id, { minItems: 1, maxItems: 30, uniqueItems: true, title: '还有谁' }),
  until: Type.Unsafe<string>({ ...DayField, title: '打算到哪天' }),
});
export type FormTaskForceInput = {
  name: string;
  aim: string;
  leaderPostId: string;
  memberPostIds: string[];
  until: string;
};

const LONGEST = 365;

function check(dispute: Dispute, { leaderPostId, memberPostIds, until }: FormTaskForceInput, context: DisputeContext) {
  for (const [field, postIds] of [
    ['leaderPostId', [leaderPostId]],
    ['memberPostIds', memberPostIds],
  ] as const)
    for (const postId of postIds) {
      const refusal = hindersNaming(dispute, postId, context);
      if (refusal) throw invalid(refusal.code, field, refusal.message);
      if (dispute.restricted && !dispute.namedPostIds.includes(postId)) {
        const name = context.directory.post(postId)?.name ?? '有人';
        throw invalid('notNamed', field, `这件事限制知悉，${name}不在可以知道的人里。先写进去，再请进专班。`);
      }
    }
  const today = dayOf(context.now);
  if (!isDay(until) || until < today || until > addDays(today, LONGEST))
    throw invalid('noSuchDay', 'until', '写今天以后、一年以内的日子。');
}

/** 专班: people of several units work on the dispute together, and read it while they do. Formed anew it is the same one, changed. */
export function formTaskForce(dispute: Dispute, input: FormTaskForceInput, context: DisputeContext): DisputeDecision {
  check(dispute, input, context);
  const { now, newId, directory } = context;
  const { leaderPostId, until } = input;
  const members = input.memberPostIds.filter((postId) => postId !== leaderPostId);
  const row = {
    ...{ name: input.name.trim(), aim: input.aim.trim(), leader_post_id: leaderPostId },
    ...{ member_post_ids: members, until },
  };
  const stands = dispute.taskForce;
  const before = stands ? [stands.leaderPostId, ...stands.memberPostIds] : [];
  const all = [leaderPostId, ...members];
  const leader = directory.post(leaderPostId)?.name ?? '';
  const joined = all.filter((postId) => !before.includes(postId));
  const gone = before.filter((postId) => !all.includes(postId));
  return {
    type: 'formTaskForce',
    data: { leaderPostId, memberPostIds: members, until, changed: stands !== null },
    own: { former_post_ids: [...new Set([...dispute.formerPostIds, ...gone])] },
    inserts: stands ? [] : [{ into: 'task_force', values: { id: newId(), ...row, formed_at: now } }],
    changes: stands ? [{ table: 'task_force', id: stands.id, set: row }] : [],
    tell: [
      ...joined.map((postId) => ({
        owner: `p:${postId}`,
        text: `请您进专班「${row.name}」，${leader}牵头，打算到${formatDay(until)}。这件事的材料您现在看得到。`,
      })),
      ...gone.map((postId) => ({ owner: `p:${postId}`, text: `您不在专班「${row.name}」里了。` })),
    ],
  };
}
