export type Piece = { text: string; mark: 'same' | 'added' | 'removed' };

/** Lengths of the longest common run of pieces from each pair of places on. */
function commonOf(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--) {
      const [row, next] = [table[a] as Uint16Array, table[a + 1] as Uint16Array];
      row[b] = before[a] === after[b] ? (next[b + 1] ?? 0) + 1 : Math.max(next[b] ?? 0, row[b + 1] ?? 0);
    }
  return table;
}

/** Clauses, with the mark that ends them: what people see as one change. */
const clauses = (text: string): string[] => text.split(/(?<=[，。；：\n])/);

/** What one version says otherwise than another, clause by clause. */
export function differences(before: string, after: string): Piece[] {
  const [one, two] = [clauses(before), clauses(after)];
  const table = commonOf(one, two);
  const pieces: Piece[] = [];
  let [a, b] = [0, 0];
  const push = (text: string, mark: Piece['mark']) => {
    const last = pieces.at(-1);
    if (last?.mark === mark) last.text += text;
    else pieces.push({ text, mark });
  };
  while (a < one.length || b < two.length) {
    if (a < one.length && b < two.length && one[a] === two[b]) {
      push(one[a] ?? '', 'same');
      a += 1;
      b += 1;
    } else if (b >= two.length || (a < one.length && (table[a + 1]?.[b] ?? 0) >= (table[a]?.[b + 1] ?? 0))) {
      push(one[a] ?? '', 'removed');
      a += 1;
    } else {
      push(two[b] ?? '', 'added');
      b += 1;
    }
  }
  return pieces;
}
