import type { NoticeSearch } from './queries.ts';

const names = ['state', 'unit', 'level', 'listed', 'after'] as const;

export const states = ['open', 'sent', 'answered', 'ended', 'all'] as const;

/** The address is the state: whatever it does not know is dropped. */
export function readNoticeSearch(search: Record<string, unknown>): NoticeSearch {
  const given = names.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
