import type { LineCheck, LineMeans, WordMatch } from './checkLine.ts';
import { type Findings, noFindings, type WordFound } from './importViews.ts';
import type { WordField } from './ledgerFields.ts';
import type { How } from './matchWords.ts';
import type { Line, RowKind } from './readLine.ts';

const LISTED = 20;
const MOST_WORDS = 2000;
const touchy = /家庭暴力|家暴|性侵|猥亵|强奸|未成年|幼女|虐待/;

export type Finder = {
  leftOut(kind: Exclude<RowKind, 'row'>, rowNumber: number): void;
  hidden(rowNumber: number): void;
  saw(row: LineCheck & { line: Line }): void;
  findings(): Findings;
};

/** What nobody understood stands on top, then what only sounds like ours; a name that is nobody's account is no question. */
const ranks: readonly How[] = ['none', 'loose', 'chosen', 'exact'];

const isPerson = (field: WordField): boolean => field === 'handler' || field === 'registrar';

/** Every word with what it was taken for and its rows; of a colleague also the name. */
function wordCounter({ names }: Pick<LineMeans, 'names'>) {
  const words = new Map<string, WordFound>();
  let unlisted = 0;
  return {
    add(match: WordMatch) {
      const key = `${match.field}\n${match.word}\n${match.ours}`;
      const before = words.get(key);
      if (before) before.rows += 1;
      else if (words.size < MOST_WORDS) words.set(key, { ...match, word: match.word.slice(0, 60), rows: 1 });
      else unlisted += 1;
    },
    list: (): Pick<Findings, 'matches' | 'unlisted'> => ({
      matches: [...words.values()]
        .map((match) => (isPerson(match.field) && match.ours ? { ...match, label: names.post(match.ours) } : match))
        .sort((a, b) => ranks.indexOf(a.how) - ranks.indexOf(b.how) || b.rows - a.rows),
      unlisted,
    }),
  };
}

/** Collects what is worth saying of a file as a whole, in bounded memory. */
export function makeFinder(means: Pick<LineMeans, 'names'>): Finder {
  const left = { total: [] as number[], header: [] as number[], foot: [] as number[] };
  const words = wordCounter(means);
  const sensitive: number[] = [];
  const both: number[] = [];
  const hidden: number[] = [];
  let empty = 0;
  const note = (list: number[], rowNumber: number) => void (list.length < LISTED && list.push(rowNumber));
  return {
    leftOut(kind, rowNumber) {
      if (kind === 'empty') empty += 1;
      else note(left[kind], rowNumber);
    },
    hidden: (rowNumber) => note(hidden, rowNumber),
    saw({ line, matches, ready, split }) {
      if (split) note(both, line.rowNumber);
      for (const match of matches) words.add(match);
      const told = `${line.texts.facts ?? ''}${line.texts.title ?? ''}${line.texts.demands ?? ''}`;
      if (ready?.registration.input.restriction === null && touchy.test(told)) note(sensitive, line.rowNumber);
    },
    findings: () => ({
      ...{ ...noFindings, ...words.list() },
      ...{ empty, totals: left.total, headers: left.header, feet: left.foot, both, hidden, sensitive },
    }),
  };
}
