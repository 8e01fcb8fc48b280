import { maskPartiesLine } from '../disputes/maskParty.ts';
import { statusLabels } from '../disputes/procedure.ts';
import { sightOf } from '../disputes/sight.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory, PostEntry } from '../people/directory.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Day } from '../platform/now.ts';
import { canTake, type Part, partLabels, partsOf } from './holding.ts';
import type { HolderCount, HolderRow, HoldingRow } from './holdingRow.ts';

export type HoldingView = {
  code: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  status: string;
  statusLabel: string;
  parts: Part[];
  partsLabel: string;
  dueAt: string | null;
  /** Who can take all of it, by post. */
  receivers: string[];
};

export type ReceiverView = {
  postId: string;
  name: string;
  roleLabel: string;
  leads: boolean;
  unit: string;
  load: number;
};

export type HolderView = {
  postId: string;
  name: string;
  role: string;
  roleLabel: string;
  unit: string;
  /** Nobody acts for it any more: the post has ended, or the account is disabled. */
  left: boolean;
  lastDay: string | null;
  handling: number;
  contact: number;
  named: number;
  unread: number;
};

export type HoldingsView = {
  holder: HolderView;
  items: HoldingView[];
  /** Restricted ones that only the center's leader may hand over. */
  hidden: number;
  receivers: ReceiverView[];
  handoverDays: number;
};

/** Out of office on the day: ended, or without an account that works. */
export const hasLeft = ({ active, validTo }: Pick<HolderRow, 'active' | 'validTo'>, today: Day): boolean =>
  !active || (validTo !== null && validTo < today);

export function holderView(
  row: HolderRow,
  count: HolderCount | undefined,
  network: Pick<Network, 'unit'>,
  today: Day,
): HolderView {
  const { handling = 0, contact = 0, named = 0, unread = 0 } = count ?? {};
  return {
    postId: row.postId,
    name: row.name,
    role: row.role,
    roleLabel: roleLabel(row.role),
    unit: network.unit(row.unitId)?.short ?? '',
    left: hasLeft(row, today),
    lastDay: row.validTo,
    ...{ handling, contact, named, unread },
  };
}

/** Who might take any of these; the load is how much each has in hand now, and nothing but that. */
export function candidates(rows: readonly HoldingRow[], fromPostId: string, directory: Directory): PostEntry[] {
  const units = new Set(rows.flatMap(({ leadUnitId, receivingCenterId }) => [leadUnitId, receivingCenterId]));
  const posts = [...units].flatMap((unitId) => (unitId ? directory.postsOf(unitId) : []));
  return posts.filter(
    (post) =>
      post.postId !== fromPostId &&
      rows.some((row) => partsOf(row, fromPostId).every((part) => canTake(part, row, post))),
  );
}

export function holdingView(
  row: HoldingRow,
  {
    fromPostId,
    actor,
    posts,
    network,
  }: { fromPostId: string; actor: Actor; posts: readonly PostEntry[]; network: Network },
): HoldingView {
  const sight = sightOf(actor, row);
  const parts = partsOf(row, fromPostId);
  const brief = sight === 'place' || sight === 'former';
  return {
    code: row.code,
    codeShort: shortCode(row.code, network.region(row.countyCode)?.short ?? ''),
    title: brief ? `${network.category(row.categoryCode)?.name ?? ''}纠纷` : row.title,
    partiesLine: maskPartiesLine(row.partiesLine, sight),
    status: row.status,
    statusLabel: statusLabels[row.status].zh,
    parts,
    partsLabel: parts.map((part) => partLabels[part].zh).join('、'),
    dueAt: row.dueAt instanceof Date ? row.dueAt.toISOString() : null,
    receivers: posts.filter((post) => parts.every((part) => canTake(part, row, post))).map(({ postId }) => postId),
  };
}
