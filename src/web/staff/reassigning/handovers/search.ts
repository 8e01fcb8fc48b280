export type HandoverTab = 'hand' | 'received' | 'given';
export type HandoverSearch = { tab?: HandoverTab; post?: string; codes?: string };

const tabs = ['hand', 'received', 'given'] as const;

export function readHandoverSearch(search: Record<string, unknown>): HandoverSearch {
  const tab = tabs.find((each) => each === search.tab);
  const { post, codes } = search;
  return {
    ...(tab && { tab }),
    ...(typeof post === 'string' && /^[0-9a-f-]{36}$/.test(post) && { post }),
    ...(codes !== undefined && /^\d{15}(,\d{15})*$/.test(String(codes)) && { codes: String(codes) }),
  };
}
