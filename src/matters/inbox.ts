/** Whom a notice was told: the post itself, its desk with one role, or its whole unit or region. */
export type InboxEar = 'me' | 'desk' | 'unit';

/** `code` names the matter it is about, `page` an address of the workbench. */
export type InboxItem = {
  id: string;
  at: string;
  text: string;
  code: string | null;
  page: string | null;
  read: boolean;
  ear: InboxEar;
};
export type Inbox = { rows: InboxItem[]; next: string | null; unread: number };

/** `p:…` is one post, `c:…#dispatcher` a desk, anything else everybody there. */
export function earOf(owner: string): InboxEar {
  if (owner.startsWith('p:')) return 'me';
  return owner.includes('#') ? 'desk' : 'unit';
}
