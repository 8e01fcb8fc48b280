import { fillWords, groupWords, periodWords, totalWords, unitWords } from './data/headingWords.ts';
import { type Measure, measureFacts, measureNames, type Rate, rateNames, rates } from './measures.ts';
import type { CellPeriod } from './period.ts';
import type { Lexicon } from './suggest.ts';

export type Sense =
  | { of: 'what'; value: Measure | Rate; perhaps: boolean }
  | { of: 'categories' | 'sources' | 'regions' | 'services'; value: readonly string[]; label: string }
  | { of: 'period'; value: CellPeriod }
  | { of: 'unit'; value: string }
  | { of: 'total' | 'partOf' | 'nothing' };
export type Token = { words: string; senses: readonly Sense[] };
/** A heading taken apart: the words that are ours, and those that nobody understands. */
export type Heading = { text: string; tokens: readonly Token[]; unread: readonly string[]; ambiguous: boolean };

type Entry = { words: string; sense: Sense; alone?: true };

const figureEntries: readonly Entry[] = [
  ...measureNames.flatMap((value) => {
    const { zh, alsoCalled, perhapsCalled = [] } = measureFacts(value);
    const sure = [...new Set([zh, ...alsoCalled])].map((words) => [words, false] as const);
    return [...sure, ...perhapsCalled.map((words) => [words, true] as const)].map(
      ([words, perhaps]): Entry => ({
        words,
        sense: { of: 'what', value, perhaps },
        // A word that may mean many things says this one only where it stands alone.
        ...((perhaps || words === '成功') && { alone: true }),
      }),
    );
  }),
  ...rateNames.flatMap((value) =>
    [...new Set([rates[value].zh, ...rates[value].alsoCalled])].map(
      (words): Entry => ({ words, sense: { of: 'what', value, perhaps: false } }),
    ),
  ),
];

const ownEntries: readonly Entry[] = [
  ...figureEntries,
  ...Object.entries(periodWords).map(([words, value]): Entry => ({ words, sense: { of: 'period', value } })),
  ...Object.entries(unitWords).map(([words, value]): Entry => ({ words, sense: { of: 'unit', value } })),
  ...totalWords.map((words): Entry => ({ words, sense: { of: 'total' } })),
  ...fillWords.map((words): Entry => ({ words, sense: { of: 'nothing' } })),
  ...groupWords.map((words): Entry => ({ words, sense: { of: 'nothing' }, alone: true })),
  { words: '其中', sense: { of: 'partOf' } },
];

const placeEntries = ({ categories, sources, regions, services }: Lexicon): Entry[] => [
  ...categories.flatMap(({ code, name }) => {
    const sense: Sense = { of: 'categories', value: [code], label: name };
    const narrow = name === '其他' || name.length < 2;
    const named = ['', '纠纷', '类', '类纠纷', '矛盾纠纷'].map((end) => ({ words: name + end, sense }));
    return named.map((each) => (narrow ? { ...each, alone: true as const } : each));
  }),
  ...sources.flatMap(({ words, sources: value }) =>
    value.length === 0
      ? []
      : words.map((each): Entry => ({ words: each, sense: { of: 'sources', value, label: words[0] ?? '' } })),
  ),
  ...regions.flatMap(({ code, names }) =>
    names.map((words): Entry => ({ words, sense: { of: 'regions', value: [code], label: words } })),
  ),
  ...services.map(
    ({ service, name }): Entry => ({
      words: name,
      sense: { of: 'services', value: [service], label: name },
      alone: true,
    }),
  ),
];

/** 「1. 婚姻家庭纠纷（件）」 → 婚姻家庭纠纷, 件: without number and blanks, cut where brackets and marks stand. */
export const piecesOf = (text: string): string[] =>
  text
    .replace(/^[\s　]*[①-⑳]/, '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(?:\([\d一二三四五六七八九十]+\)|[\d一二三四五六七八九十]+[.、)])/, '')
    .split(/[()[\]【】:、，,。;*/×]+/)
    .filter((piece) => piece !== '');

/** `open`: the last letter was left over, and the next one belongs to it. */
type Way = { tokens: Token[]; unread: string[]; left: number; open: boolean };

const begun: Way = { tokens: [], unread: [], left: 0, open: false };

const signOf = ({ tokens }: Way): string =>
  tokens.flatMap(({ senses }) => senses.map((sense) => JSON.stringify(sense))).join();
const better = (a: Way, b: Way): number => a.left - b.left || a.tokens.length - b.tokens.length;

/** One more letter that nobody understands. */
const leaving = ({ tokens, unread, left, open }: Way, letter: string): Way => ({
  tokens,
  unread: open ? [...unread.slice(0, -1), `${unread.at(-1)}${letter}`] : [...unread, letter],
  left: left + 1,
  open: true,
});

const taking = (way: Way, token: Token): Way => ({ ...way, tokens: [...way.tokens, token], open: false });

/** Knows what this place calls things; made once for a form. */
export function headingReader(lexicon: Lexicon): (text: string) => Heading {
  const entries = [...ownEntries, ...placeEntries(lexicon)];
  const byWords = Map.groupBy(entries, ({ words }) => words.normalize('NFKC'));
  const longest = Math.max(...[...byWords.keys()].map((words) => words.length));
  const token = (words: string, alone: boolean): Token | undefined => {
    const senses = (byWords.get(words) ?? []).filter((entry) => alone || !entry.alone).map(({ sense }) => sense);
    return senses.length > 0 ? { words, senses } : undefined;
  };

  /** All ways to read a piece that leave fewest letters over and need fewest words. */
  function ways(piece: string): Way[] {
    const whole = token(piece, true);
    if (whole) return [taking(begun, whole)];
    const until: Way[][] = [[begun]];
    for (let end = 1; end <= piece.length; end += 1) {
      const found = (until[end - 1] ?? []).map((way) => leaving(way, piece[end - 1] ?? ''));
      for (let start = Math.max(0, end - longest); start < end; start += 1) {
        const read = token(piece.slice(start, end), false);
        if (read) found.push(...(until[start] ?? []).map((way) => taking(way, read)));
      }
      const [best] = found.toSorted(better);
      until[end] = found.filter((way) => best && better(way, best) === 0).slice(0, 8);
    }
    return until[piece.length] ?? [];
  }

  return (text) => {
    const read = piecesOf(text).map(ways);
    const first = read.flatMap(([way]) => (way ? [way] : []));
    return {
      text,
      tokens: first.flatMap(({ tokens }) => tokens),
      unread: first.flatMap(({ unread }) => unread),
      ambiguous: read.some((each) => new Set(each.map(signOf)).size > 1),
    };
  };
}
