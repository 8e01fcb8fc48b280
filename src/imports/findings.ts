import type { LineCheck } from './checkLine.ts';
import { type Findings, noFindings } from './importViews.ts';
import type { Line, RowKind } from './readLine.ts';

const LISTED = 20;
const MOST_WORDS = 300;
const touchy = /家庭暴力|家暴|性侵|猥亵|强奸|未成年|幼女|虐待/;

export type Finder = {
  leftOut(kind: Exclude<RowKind, 'row'>, rowNumber: number): void;
  saw(row: LineCheck & { line: Line }): void;
  findings(): Findings;
};

/** Collects what is worth saying of a file as a whole, in bounded memory. */
export function makeFinder(): Finder {
  const left = { total: [] as number[], header: [] as number[], foot: [] as number[] };
  const words = new Map<string, Findings['words'][number]>();
  const sensitive: number[] = [];
  let empty = 0;
  const note = (list: number[], rowNumber: number) => list.length < LISTED && list.push(rowNumber);
  return {
    leftOut(kind, rowNumber) {
      if (kind === 'empty') empty += 1;
      else note(left[kind], rowNumber);
    },
    saw({ line, unknown, ready }) {
      for (const { field, word } of unknown) {
        const key = `${field}\n${word}`;
        const before = words.get(key);
        if (before || words.size < MOST_WORDS)
          words.set(key, { field, word: word.slice(0, 60), rows: (before?.rows ?? 0) + 1 });
      }
      const told = `${line.texts.facts ?? ''}${line.texts.title ?? ''}${line.texts.demands ?? ''}`;
      if (ready?.registration.input.restriction === null && touchy.test(told)) note(sensitive, line.rowNumber);
    },
    findings: () => ({
      ...noFindings,
      empty,
      totals: left.total,
      headers: left.header,
      feet: left.foot,
      words: [...words.values()].sort((a, b) => b.rows - a.rows),
      sensitive,
    }),
  };
}
