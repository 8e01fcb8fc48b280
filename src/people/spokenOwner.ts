import type { Network } from '../network/lookup.ts';
import type { Directory } from './directory.ts';
import { roleLabel } from './roles.ts';

/** Who a viewer key is, in words: 迎泽中心督办岗 3 人. */
export function spokenOwner(
  owner: string,
  { network, directory }: { network: Pick<Network, 'unit' | 'region'>; directory: Directory },
): string {
  const [, kind, rest = ''] = /^([a-z]+):(.*)$/.exec(owner) ?? [];
  const [id = '', role] = rest.split('#');
  if (kind === 'p') return directory.post(id)?.name ?? '承办人';
  if (kind === 'r') return `${network.region(id)?.short ?? ''}${role ? roleLabel(role) : ''}`;
  const unit = network.unit(id)?.short ?? '';
  if (kind === 'h') return `${unit}承办人 ${directory.postsOf(id, 'handler').length} 人`;
  if (!role) return unit;
  // 迎泽中心的中心主任: the word is said once.
  const label = unit.endsWith('中心') ? roleLabel(role).replace(/^中心/, '') : roleLabel(role);
  return `${unit}${label} ${directory.postsOf(id, role as 'handler').length} 人`;
}
