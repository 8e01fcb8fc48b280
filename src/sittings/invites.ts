import type { Insert, Telling } from '../matters/decision.ts';
import { refuseField } from '../platform/refusal.ts';
import type { StepContext } from '../procedures/head.ts';
import { headKey } from '../procedures/owners.ts';
import { comers } from './procedure.ts';
import type { Invite } from './sitting.ts';

type Around = Pick<StepContext<never>, 'directory' | 'network' | 'newId'>;
export type Asked = { readonly postIds: readonly string[]; readonly unitIds: readonly string[] };

/** Judges, prosecutors, psychologists, handlers of departments: posts that sit at tables; each once. */
export function checkAsked(
  { postIds, unitIds }: Asked,
  taken: readonly Invite[],
  { directory, network }: Around,
): void {
  for (const postId of postIds) {
    const post = directory.post(postId);
    if (!post || post.coversPostId !== undefined) refuseField('postIds', '有一位已经不在这个岗位上了，换一位。');
    if (!comers.some((role) => role === post.role)) refuseField('postIds', `${post.name}的岗位不上调解桌，换一位。`);
    if (taken.some((each) => each.postId === postId)) refuseField('postIds', `${post.name}已经请过了。`);
  }
  for (const unitId of unitIds) {
    const unit = network.unit(unitId);
    if (!unit?.active) refuseField('unitIds', '有一家单位已经停用，重新选。');
    if (taken.some((each) => each.unitId === unitId)) refuseField('unitIds', `${unit.short}已经请过了。`);
  }
}

type Rows = Extract<Insert, { into: 'sitting_invite' }>[];
const row = (values: Rows[number]['values']): Rows[number] => ({ into: 'sitting_invite', values });

export const askedRows = ({ postIds, unitIds }: Asked, { newId }: Pick<Around, 'newId'>): Rows => [
  ...postIds.map((post_id) => row({ id: newId(), post_id })),
  ...unitIds.map((unit_id) => row({ id: newId(), unit_id })),
];

export const partyRows = (
  parties: readonly { disputeId: string; partyId: string }[],
  { newId }: Pick<Around, 'newId'>,
): Rows => parties.map(({ disputeId, partyId }) => row({ id: newId(), dispute_id: disputeId, party_id: partyId }));

export const ownerOf = ({ postId, unitId }: Pick<Invite, 'postId' | 'unitId'>): string =>
  postId ? `p:${postId}` : headKey(unitId ?? '');

/** Each of those who were asked from outside and did not refuse. */
export const tellInvited = (invites: readonly Invite[], text: string): Telling[] =>
  invites
    .filter(({ partyId, answer }) => partyId === null && answer !== 'declined')
    .map((each) => ({ owner: ownerOf(each), text }));

export const tellAsked = ({ postIds, unitIds }: Asked, text: string): Telling[] => [
  ...postIds.map((postId) => ({ owner: `p:${postId}`, text })),
  ...unitIds.map((unitId) => ({ owner: headKey(unitId), text })),
];
