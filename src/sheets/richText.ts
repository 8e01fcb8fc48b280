import { type Edit, placeIn } from './filledCell.ts';
import { escapeXml, unescapeXml } from './formGrid.ts';

const piece = /<t(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/t>)/g;
const aid = /<rPh[\s>][\s\S]*?<\/rPh>|<phoneticPr[^>]*\/>/g;

/** The words of a cell with some letters changed; each run keeps its looks. `edits` count from the first letter that is no blank. */
export function withRuns(item: string, edits: readonly Edit[]): string {
  const bare = item.replace(aid, '');
  const pieces = [...bare.matchAll(piece)].map(([whole, text = '']) => ({ whole, text: unescapeXml(text) }));
  const all = pieces.map(({ text }) => text).join('');
  let at = 0;
  let index = 0;
  return bare.replace(piece, () => {
    const { text = '' } = pieces[index] ?? {};
    const [from, last] = [at, index === pieces.length - 1];
    at += text.length;
    index += 1;
    const until = at;
    const said = edits
      .map((edit) => ({ ...placeIn(all, edit), word: edit.text }))
      .toSorted((a, b) => b.from - a.from)
      .reduce((now, { from: start, to: end, word }) => {
        const begins = start >= from && (start < until || (last && start === until));
        if (!begins && (end <= from || start >= until)) return now;
        const [a, b] = [Math.max(0, start - from), Math.min(text.length, end - from)];
        return now.slice(0, a) + (begins ? word : '') + now.slice(Math.max(a, b));
      }, text);
    return `<t xml:space="preserve">${escapeXml(said)}</t>`;
  });
}

/** The items of the texts that a workbook shares, as they stand there. */
export const itemsIn = (sharedStrings: string): string[] =>
  [...sharedStrings.matchAll(/<si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inner = '']) => inner);
