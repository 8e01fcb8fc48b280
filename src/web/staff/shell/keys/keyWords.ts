import type { Language } from '../../../../ui/i18n.ts';

/** What keys do that mean the same on every page; pages say the rest in their own words. */
const common: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'Ctrl+K': ['找：事项、同事、单位、地方、页面、要办的事', 'Find a matter, colleague, unit, place, page or act'],
  '/': ['找（同 Ctrl+K）', 'Find (as Ctrl+K)'],
  '?': ['在时限上：怎么算的；别处：这张表', 'On a clock: its arithmetic; elsewhere this list'],
  '.': ['显示有变化的', 'Show what changed'],
  'Ctrl+Enter': ['做这一页或这张表单的主要按钮', 'The primary act of the form or dialog'],
  'Ctrl+Shift+Enter': ['做旁边的那个按钮', 'The other act of the form'],
  Escape: ['收起，草稿留着', 'Close, keep the draft'],
  F: ['打开或收起筛选', 'Open or close the filters'],
  U: ['撤回', 'Take back'],
  F2: ['叫下一号', 'Call the next number'],
  F4: ['重呼', 'Call again'],
  F8: ['打印小票', 'Print the slip'],
  'Alt+J': ['是同一件，给一张自己的小票', 'The same matter: a slip of one’s own'],
  'Alt+N': ['不是同一件，继续', 'Not the same matter, go on'],
  'Alt+B': ['并排看', 'Side by side'],
  'Alt+M': ['叫的人没来，过号', 'The number did not come'],
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_each, at) => [`Alt+${at + 1}`, [`到第 ${at + 1} 部分`, `To part ${at + 1}`] as const]),
  ),
};

/** The same key by another name, or one that only exists for full-width keyboards. */
const hidden = new Set(['？', 'ArrowDown', 'ArrowUp']);

export function commonRows(keys: readonly string[], language: Language): [string, string][] {
  return keys.flatMap((key): [string, string][] => {
    const words = common[key];
    return words && !hidden.has(key) ? [[key, words[language === 'zh' ? 0 : 1]]] : [];
  });
}
