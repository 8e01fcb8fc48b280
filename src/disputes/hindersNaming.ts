import { CITY_CODE } from '../network/network.ts';
import { isAdministrator, roleLabel } from '../people/roles.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

const refusal = (code: string, sentence: string) => new Refusal('invalid', code, sentence, { namedPostIds: sentence });

/** Whom naming would not help: row security shows a matter to no administrator and to no other county. */
export function hindersNaming(
  { countyCode }: Pick<Dispute, 'countyCode'>,
  postId: string,
  { directory, network }: Pick<DisputeContext, 'directory' | 'network'>,
): Refusal | null {
  const post = directory.post(postId);
  if (!post) return refusal('unknownPost', '有人已经不在岗，重新选。');
  const { name, role } = post;
  if (isAdministrator(role))
    return refusal('seesNoMatters', `${name}是${roleLabel(role)}，不看也不办具体的事，不能列进来。`);
  const county = network.unit(post.unitId)?.countyCode;
  if (county !== countyCode && county !== CITY_CODE)
    return refusal('otherCounty', `${name}在别的区县，看不到这里的事，不能列进来。`);
  return null;
}
