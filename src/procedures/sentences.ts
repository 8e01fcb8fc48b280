import { formatClock } from '../platform/now.ts';
import type { Head } from './head.ts';
import type { Kind } from './kind.ts';

export type LastEvent = { at: Date; type: string; actorRole: string; name: string | null };

/** Two people at once: the second learns who came first and what was done, before deciding again. */
export function movedOnSentence({ steps, statuses, called }: Kind, thing: Head, last: LastEvent | undefined): string {
  const row = last && steps[last.type];
  const who = last?.actorRole === 'party' ? '当事人' : (last?.name ?? '系统');
  const done = last && row ? `${who}于 ${formatClock(last.at)} 办了「${row.label}」` : `刚才有人办了${called}`;
  return `${done}，现在是「${statuses[thing.status]?.zh ?? thing.status}」。先看看新写了什么，再决定要不要按。`;
}

/** Where no better word stands beside the row: 已 and the label. */
export function doneWord<Step extends string>({ steps, words }: Kind<Step>, step: Step): string {
  return words[step].done ?? `已${steps[step].label.replace(/^已/, '')}`;
}
