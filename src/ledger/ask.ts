import type { DisputeReference } from '../disputes/engine.ts';
import { statusLabels } from '../disputes/procedure.ts';
import type { Actor } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dropped, LedgerFilter } from './ledgerFilter.ts';
import { readFilter } from './readFilter.ts';
import {
  ALL,
  type FilterName,
  filterNames,
  filterSpecs,
  isSort,
  type LedgerSearch,
  type Sort,
  sorts,
} from './search.ts';
import { filterSentence, type Wording } from './sentence.ts';
import { filterLabels, valueWords } from './words.ts';

/** What an address asks of the ledger, read for one post. */
export type Asked = {
  search: LedgerSearch;
  filter: LedgerFilter;
  sort: Sort;
  /** 「没有销号的，类别是邻里」 */
  sentence: string;
  dropped: string[];
};

/** Places only: these posts see place, category and status of a matter, and may ask for no more. */
const placeRoles: readonly string[] = ['informationOfficer', 'gridWorker'];
const deepSorts: readonly string[] = ['amount', 'people'];

/** Names instead of ids, for sentences written by the server. */
export function wordingOf({ network, directory }: DisputeReference): Wording {
  const named: Partial<Record<FilterName, (value: string) => string | undefined>> = {
    status: (value) => (value === ALL ? '全部' : statusLabels[value as keyof typeof statusLabels]?.zh),
    category: (value) => network.category(value)?.name,
    region: (value) => {
      const name = network.region(value.replace(/^=/, ''))?.name;
      return name && value.startsWith('=') ? `${name}（没写到街道、乡镇）` : name;
    },
    unit: (value) => network.unit(value)?.short,
    center: (value) => network.unit(value)?.short,
    handler: (value) => directory.post(value)?.name,
    first: (value) => directory.post(value)?.name,
  };
  return {
    label: (name) => filterLabels[name].zh,
    word: (name, value) => valueWords[name]?.[value]?.zh ?? named[name]?.(value) ?? value,
  };
}

export const droppedSentences = (dropped: readonly Dropped[]): string[] =>
  dropped.map(({ name, value }) => {
    const label = filterLabels[name as FilterName]?.zh ?? name;
    return `「${label}：${value}」现在没有，没有按它筛。`;
  });

function refuseDeep(actor: Actor, search: LedgerSearch, sort: Sort): void {
  if (!placeRoles.includes(actor.role)) return;
  const deep = filterNames.find((name) => filterSpecs[name].deep && search[name] !== undefined);
  if (deep === undefined && !deepSorts.includes(sorts[sort].by)) return;
  const sentence = '这个岗位的台账按状态、到期、类别、地点、单位、日期筛；别的内容归受理中心和承办单位看。';
  throw new Refusal('forbidden', 'filterNotYours', sentence, deep ? { [deep]: sentence } : {});
}

export function ask(search: LedgerSearch, actor: Actor, reference: DisputeReference): Asked {
  const sort = isSort(search.order) ? search.order : 'due';
  refuseDeep(actor, search, sort);
  const { filter, dropped } = readFilter(search, reference);
  const spoken = filterSentence(search, wordingOf(reference));
  const sentence = search.status ? spoken : ['没有销号的', spoken].filter(Boolean).join('，');
  return { search, filter, sort, sentence, dropped: droppedSentences(dropped) };
}

/** Whose ledger it is, in words. */
export function scopeWord(actor: Actor): string {
  const key = ['c:', 'u:', 'r:'].find((prefix) =>
    actor.viewers.some((viewer) => viewer.startsWith(prefix) && !viewer.includes('#')),
  );
  if (!key) return '我办的';
  return key === 'c:' ? '本中心' : key === 'u:' ? '本单位' : '本辖区';
}
