import { unitWords } from './data/headingWords.ts';
import type { TextField } from './mapping.ts';
import type { Doubt, Suggestion } from './suggestion.ts';

/** Where a label may begin: 「涉事单位：」 is none of ours. */
const begins = '(?<=^|[\\s　_，。;；、）)])';
const label = (words: string): RegExp => new RegExp(`${begins}(?:${words})(?:[（(][^）)]*[）)])?[：:]`, 'g');
const labels: readonly [RegExp, TextField][] = [
  [label('(?:填报|填表|报送|上报)?单位(?:名称)?'), 'unit'],
  [label('(?:填报|填表|报送|上报|制表)?(?:日期|时间)'), 'date'],
  [label('(?:填报|填表|制表|经办|报送)人'), 'filler'],
  [label('(?:单位)?(?:负责人|审核人|审批人|主要领导|分管领导)'), 'leader'],
  [label('(?:统计|报告)(?:期间?|时段|月份|区间)'), 'period'],
  [label('(?:联系)?电话'), 'phone'],
];

/** Whoever checks or is in charge may be somebody else than the head; a time need not be that of filling in. */
const loose = /审核|审批|分管|^时间/;

const unitNote = /^[（(]?(?:计量|金额)?单位[：:](.+?)[）)]?$/;
export const unitsIn = (text: string): string[] => {
  const [, list] = unitNote.exec(text.trim()) ?? [];
  const units = list?.split(/[、,，/\s　]+/).map((unit) => unitWords[unit.normalize('NFKC')]) ?? [];
  return units.includes(undefined) ? [] : (units as string[]);
};
/** 「单位：件、万元」: the units of a whole table. */
export const unitsNoted = (texts: readonly string[]): string[] => texts.flatMap(unitsIn);

/** What a label that ends a text asks for: 「填报单位：」. */
export const labelBefore = (text: string): TextField | undefined =>
  labels.find(([pattern]) =>
    [...text.matchAll(pattern)].some(({ index, 0: { length } }) => index + length === text.length),
  )?.[1];

/** What stands behind a label must be room for an answer: nothing, or the next label. */
const room = /^[_\s　]*(?:$|[^\s　：:_]{2,16}[：:])/;

/** A line that asks for something itself, and heads no table. */
export const isLabel = (text: string): boolean => unitNote.test(text.trim()) || suggestText(text) !== undefined;

/** 「填报单位：　　填表人：」: each label is followed by what it asks for. */
export function suggestText(text: string): Suggestion | undefined {
  if (unitsIn(text).length > 0) return undefined;
  const parts = labels
    .flatMap(([pattern, field]) => [...text.matchAll(pattern)].map(({ index, 0: after }) => ({ index, after, field })))
    .filter(({ index, after }) => room.test(text.slice(index + after.length)))
    .toSorted((a, b) => a.index - b.index);
  if (parts.length === 0) return undefined;
  const doubts = parts
    .filter(({ after }) => loose.test(after))
    .map(({ after }): Doubt => ({ kind: 'perhaps', words: `「${after}」` }));
  return {
    rule: { kind: 'text', parts: parts.slice(0, 6).map(({ after, field }) => ({ after, field })) },
    because: parts.map(({ after }) => `「${after}」`).join('、'),
    reasons: parts.map(({ after, field }) => ({ heading: text, words: after, gives: 'text', value: field })),
    doubts,
    sure: doubts.length === 0,
  };
}
