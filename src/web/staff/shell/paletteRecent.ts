import type { Language } from '../../../ui/i18n.ts';
import type { Job } from './jobs.ts';
import type { FoundGroup } from './palette.ts';
import type { Recent } from './recent.ts';

/** Before anything is typed: the matters and the pages that were open last. */
export function recentGroups(
  matters: readonly Recent[],
  addresses: readonly string[],
  pages: readonly Job[],
  language: Language,
): FoundGroup[] {
  const rows = matters.map(({ code, codeShort, title, partiesLine }) => ({
    ...{ id: `recent-${code}`, to: `/disputes/${code}`, code },
    ...{ label: `${title} ${partiesLine}`, reason: codeShort },
  }));
  const opened = addresses.flatMap((to) => {
    const page = pages.find((each) => each.to === to);
    return page ? [{ id: `recent-${to}`, to, label: page[language], reason: '' }] : [];
  });
  return [
    { name: 'recent', rows, total: rows.length },
    { name: 'recentPages', rows: opened, total: opened.length },
  ];
}
