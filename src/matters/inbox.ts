import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';

/** Whom a notice was told: the post itself, its desk with one role, or its whole unit or region. */
export type InboxEar = 'me' | 'desk' | 'unit';

/** What a matter is called where it is mentioned; handed over by the server, since only its kind knows. */
export type Name = { title: string; parties: string; unit: string };
export type NamesOf = (
  queries: Queries,
  actor: Actor,
  keys: readonly { countyCode: string; id: string }[],
) => Promise<ReadonlyMap<string, Name>>;

/** `code` names the matter it is about, `page` an address of the workbench. */
export type InboxItem = {
  id: string;
  at: string;
  text: string;
  code: string | null;
  page: string | null;
  read: boolean;
  ear: InboxEar;
  /** The matter that it is about, as far as the reader may see it. */
  about: Name | null;
};
export type Inbox = { rows: InboxItem[]; next: string | null; unread: number };

/** `p:…` is one post, `c:…#dispatcher` a desk, anything else everybody there. */
export function earOf(owner: string): InboxEar {
  if (owner.startsWith('p:')) return 'me';
  return owner.includes('#') ? 'desk' : 'unit';
}
