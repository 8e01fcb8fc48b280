import { type Day, formatDay, isDay } from '../platform/now.ts';
import { dueValues, endsOf, type FilterName, filterNames, filterSpecs, type LedgerSearch, valuesOf } from './search.ts';

export type Wording = {
  /** The words of one value: 「调处中」, 「邻里」. */
  word: (name: FilterName, value: string) => string;
  label: (name: FilterName) => string;
};

const dayWord = (text: string): string => (isDay(text as Day) ? formatDay(text as Day).replace(/（.*/, '') : text);
const spokenDay = (text: string, other: string): string =>
  text.slice(0, 4) === other.slice(0, 4) && other !== '' ? dayWord(text) : `${text.slice(0, 4)}年${dayWord(text)}`;

function spokenDays([from, to]: [string, string], label: string): string {
  if (from !== '' && from === to) return `${label}在${spokenDay(from, '')}`;
  if (to === '') return `${label}在${spokenDay(from, '')}以后`;
  return from === ''
    ? `${label}在${spokenDay(to, '')}以前`
    : `${label}在${spokenDay(from, '')}到${spokenDay(to, from)}`;
}

function spokenNumbers([from, to]: [string, string], label: string, unit: string): string {
  if (to === '') return `${label}${from}${unit}以上`;
  return from === '' ? `${label}${to}${unit}以下` : `${label}${from}到${to}${unit}`;
}

const units: Partial<Record<FilterName, string>> = { amount: '元', people: '人' };

/** One filter as a part of the sentence. */
export function spokenFilter(search: LedgerSearch, name: FilterName, { word, label }: Wording): string {
  const { kind } = filterSpecs[name];
  const text = search[name] ?? '';
  if (kind === 'flag') return label(name);
  if (kind === 'text') return `写着「${text}」`;
  if (kind === 'days') return spokenDays(endsOf(text), label(name));
  if (kind === 'numbers') return spokenNumbers(endsOf(text), label(name), units[name] ?? '');
  if (kind === 'due' && !(dueValues as readonly string[]).includes(text)) return spokenDays(endsOf(text), label(name));
  const words = valuesOf(search, name).map((value) => word(name, value));
  return kind === 'due' ? words.join('、') : `${label(name)}是${words.join('、')}`;
}

/** 「状态是调处中、已分流，3天内到期」: what is shown, as one would say it. */
export function filterSentence(search: LedgerSearch, wording: Wording): string {
  return filterNames
    .filter((name) => (search[name] ?? '') !== '')
    .map((name) => spokenFilter(search, name, wording))
    .join('，');
}
