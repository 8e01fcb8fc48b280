import { sourceWords } from '../intake/sourceWords.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import type { Role } from '../platform/actor.ts';
import { categoryHints, restrictionHints, sourceHints } from './data/hints.ts';
import { guessEnding, isEnding } from './endings.ts';
import type { WordField } from './ledgerFields.ts';
import { type Mapping, type Memory, memoryKey } from './mapping.ts';

/** Ours for a word, and whether it is the very name of it. */
type Found = { ours: string; sure: boolean };
type Finder = (word: string) => Found | null;

/** The names of a county, looked up by what people write of them; made once for a workbook. */
export type Names = {
  find(field: WordField, word: string): Found | null;
  knows(field: WordField, value: string): boolean;
  /** Who has this name in a unit: nobody, one, or two of whom a ledger cannot tell which it was. */
  person(name: string, unitId: string | null, ...roles: Role[]): string | null;
  post(postId: string): string;
};
const found = (ours: string | null | undefined, sure: boolean): Found | null => (ours ? { ours, sure } : null);

const plain = (word: string): string => word.normalize('NFKC').replace(/\s/g, '');
const categoryCore = (word: string): string => plain(word).replace(/(矛盾)?(纠纷|争议)$|矛盾$|类$/g, '');
const placeCore = (word: string): string => plain(word).replace(/(街道办事处|街道|办事处|镇|乡|社区|村)$/, '');

const restrictions = ['minor', 'domesticViolence', 'sexualHarm', 'secret', 'none'];

const hinted = <T extends string>(hints: readonly (readonly [RegExp, T])[], word: string): T | null =>
  hints.find(([rule]) => rule.test(word))?.[1] ?? null;

function categoryFinder({ categories }: Network) {
  const byName = new Map(categories.flatMap((each) => [[each.name, each.code] as const, [each.code, each.code]]));
  return (word: string): Found | null => {
    const core = categoryCore(word);
    const exact = byName.get(plain(word)) ?? byName.get(core);
    if (exact) return found(exact, true);
    // 「婚姻、邻里」 names two: which of them it was is asked.
    const near = categories.filter(({ name }) => core !== '' && (core.includes(name) || name.includes(core)));
    const hint = hinted(categoryHints, core);
    if (near.length > 1) return null;
    return found(near[0]?.code ?? categories.find(({ code }) => code === hint)?.code, false);
  };
}

/** 迎泽街道 and 迎泽街道办事处 are one; a name that two places bear says neither. */
function placeFinder({ regions }: Network, countyCode: string) {
  const own = regions.filter((region) => region.countyCode === countyCode);
  const byName = new Map<string, string | null>();
  const note = (name: string, code: string) => {
    if (name !== '') byName.set(name, byName.has(name) && byName.get(name) !== code ? null : code);
  };
  for (const region of own)
    for (const name of new Set([region.name, region.short, placeCore(region.name)])) note(name, region.code);
  const whole = new Set(own.flatMap(({ name, short }) => [name, short]));
  return (word: string): Found | null => {
    const name = plain(word);
    if (/^\d{6,15}$/.test(name)) return found(own.find(({ code }) => code === name)?.code, true);
    const tail = name.replace(/^.*[市区县]/, '');
    for (const each of [name, placeCore(name), tail, placeCore(tail)]) {
      const code = byName.get(each);
      if (code) return found(code, each === name && whole.has(each));
    }
    return null;
  };
}

function unitFinder({ units }: Network, countyCode: string, centerId: string) {
  const own = units.filter((unit) => unit.active && (unit.countyCode === countyCode || unit.level === 'city'));
  return (word: string): Found | null => {
    const name = plain(word);
    const whole = name.replace(/(?<=[区县市])综治中心$/, '社会治安综合治理中心');
    if (/^(本|我)?(综治)?中心(自办)?$/.test(plain(word))) return found(centerId, true);
    const exact = own.find((unit) => [name, whole].includes(unit.name) || unit.short === name);
    if (exact) return found(exact.id, true);
    const near = own.filter(
      (unit) => unit.name.includes(whole) || (unit.short.length > 1 && name.includes(unit.short)),
    );
    if (near.length === 1) return found(near[0]?.id, false);
    // 「迎泽街道」 is the street's center, to which matters are given, and not its office or its mediators.
    const centers = near.filter(({ kind }) => kind === 'center');
    return centers.length === 1 ? found(centers[0]?.id, false) : null;
  };
}

function sourceFinder(word: string): Found | null {
  const exact = Object.entries(sourceWords).find(([, { zh }]) => zh === plain(word))?.[0];
  return found(exact, true) ?? found(hinted(sourceHints, plain(word)), false);
}

export function makeNames(network: Network, directory: Directory, countyCode: string, centerId: string): Names {
  const finders: Readonly<Partial<Record<WordField, Finder>>> = {
    category: categoryFinder(network),
    region: placeFinder(network, countyCode),
    unit: unitFinder(network, countyCode, centerId),
    source: sourceFinder,
    status: guessEnding,
    restriction: (word) => found(hinted(restrictionHints, plain(word)), /^[否无]$/.test(plain(word))),
  };
  return {
    find: (field, word) => finders[field]?.(word) ?? null,
    knows(field, value) {
      if (field === 'category') return network.category(value) !== undefined;
      if (field === 'region') return network.region(value)?.countyCode === countyCode;
      if (field === 'unit') return network.unit(value) !== undefined;
      if (field === 'source') return value in sourceWords;
      if (field === 'status') return isEnding(value);
      return field === 'restriction' ? restrictions.includes(value) : value === NOBODY;
    },
    person(name, unitId, ...roles) {
      const posts = unitId === null ? [] : directory.postsOf(unitId, ...roles).filter((post) => post.name === name);
      return posts.length === 1 ? (posts[0]?.postId ?? null) : null;
    },
    post(postId) {
      const post = directory.post(postId);
      return `${post?.name ?? ''}（${network.unit(post?.unitId ?? '')?.short ?? ''}）`;
    },
  };
}

/** How a word came to be ours: not at all, as it sounds, as somebody chose, or as the very name. */
export type How = 'none' | 'loose' | 'chosen' | 'exact';
export type Matched = { ours: string | null; how: How };
/** A name of the ledger stays a name, though a colleague bears it. */
export const NOBODY = 'none';

/** What was chosen for a word in this workbook, or by the center before. */
export function chosenFor(field: WordField, word: string, means: Means): string | null {
  for (const chosen of [means.mapping.words[field]?.[word], means.memory.get(memoryKey(field, word))])
    if (chosen !== undefined && means.names.knows(field, chosen)) return chosen;
  return null;
}
type Means = { mapping: Pick<Mapping, 'words'>; memory: Memory; names: Names };

/** Ours for a word: as mapped for this workbook, else as the center chose before, else as it sounds. */
export function matchWord(field: WordField, word: string, means: Means): Matched {
  const chosen = chosenFor(field, word, means);
  if (chosen !== null) return { ours: chosen, how: 'chosen' };
  const heard = means.names.find(field, word);
  return heard ? { ours: heard.ours, how: heard.sure ? 'exact' : 'loose' } : { ours: null, how: 'none' };
}
