import { aroundBlank, blanksIn } from './blanks.ts';
import type { BlankPart } from './mapping.ts';
import type { Doubt, Reason, Suggestion } from './suggestion.ts';

type ReadFigure = (heading: string) => Suggestion | { unread: string[] };

const clause = /[^，。；、,;:：\s　]*$/;
const unit = /^(?:件|起|人次|人|批|份|万元|元|%|％)/;

/** A sentence with blanks: dates and labels say themselves what they ask for, numbers by the words before and the unit behind. */
export function suggestBlanks(text: string, readFigure: ReadFigure): Suggestion | undefined {
  const blanks = blanksIn(text);
  const reasons: Reason[] = [];
  const doubts: Doubt[] = [];
  const parts = blanks.map(({ says }, index): BlankPart => {
    const { before, after } = aroundBlank(text, blanks, index);
    const words = clause.exec(before.trimEnd())?.[0] ?? '';
    const heading = `${words}＿${after.slice(0, 2).trim()}`;
    if (says !== 'figure' && says !== 'unknown') {
      reasons.push({ heading, words: heading, gives: 'text', value: says });
      return { put: 'text', field: says };
    }
    const [counted = ''] = unit.exec(after) ?? [];
    const found = says === 'figure' ? readFigure(`${words}（${counted}）`) : { unread: [] };
    if ('unread' in found || found.rule.kind !== 'figure') {
      doubts.push({ kind: 'unread', words: heading });
      return { put: 'nothing' };
    }
    const { kind: _, ...figure } = found.rule;
    reasons.push(...found.reasons);
    doubts.push(...found.doubts);
    return { put: 'figure', ...figure };
  });
  if (parts.every(({ put }) => put === 'nothing')) return undefined;
  return { rule: { kind: 'blanks', parts }, because: `「${text.trim()}」`, reasons, doubts, sure: doubts.length === 0 };
}
