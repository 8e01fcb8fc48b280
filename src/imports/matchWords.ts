import type { RegisterInput, Source } from '../intake/register.ts';
import { sourceWords } from '../intake/sourceWords.ts';
import type { Network } from '../network/lookup.ts';
import { guessEnding, isEnding } from './endings.ts';
import type { WordField } from './ledgerFields.ts';
import { type Mapping, type Memory, memoryKey } from './mapping.ts';

type Restriction = Exclude<RegisterInput['restriction'], null>;

/** The names of a county, looked up by what people write of them; made once for a workbook. */
export type Names = {
  find(field: WordField, word: string): string | null;
  knows(field: WordField, value: string): boolean;
};

const plain = (word: string): string => word.normalize('NFKC').replace(/\s/g, '');
const categoryCore = (word: string): string => plain(word).replace(/(矛盾)?(纠纷|争议)$|矛盾$|类$/g, '');
const placeCore = (word: string): string => plain(word).replace(/(街道办事处|街道|办事处|镇|乡|社区|村)$/, '');

const categoryHints: readonly (readonly [RegExp, string])[] = [
  [/欠薪|工资|农民工|讨薪/, '10'],
  [/劳动|工伤|社保/, '11'],
  [/婚|家庭|抚养|赡养|继承/, '01'],
  [/邻|相邻|噪音|漏水/, '02'],
  [/宅基|房屋|租房|租赁/, '03'],
  [/物业/, '17'],
  [/医/, '15'],
  [/交通|车祸/, '16'],
  [/征地|拆迁|征收/, '08'],
  [/土地|林/, '07'],
  [/消费|退货|退款/, '14'],
  [/借贷|债|合同|借款/, '04'],
  [/环境|污染/, '09'],
  [/旅游/, '12'],
  [/赔偿|伤害|损害/, '06'],
  [/其他|其它/, '18'],
];

const sourceHints: readonly (readonly [RegExp, Source])[] = [
  [/来访|走访上门|窗口|群众|大厅|自行/, 'walkIn'],
  [/热线|12345/, 'hotline'],
  [/来电|电话/, 'phone'],
  [/来信|信件/, 'letter'],
  [/网格/, 'gridReport'],
  [/网上|线上|平台|小程序/, 'online'],
  [/排查|摸排/, 'screening'],
  [/公安|派出所|110|警/, 'police'],
  [/法院|诉前|委派/, 'court'],
  [/信访/, 'petitionOffice'],
  [/交办|上级/, 'assignedFromAbove'],
  [/部门|移交|移送|单位/, 'unitReferral'],
];

const restrictionHints: readonly (readonly [RegExp, Restriction | 'none'])[] = [
  [/^(否|不|无|公开|一般)/, 'none'],
  [/未成年/, 'minor'],
  [/家暴|家庭暴力/, 'domesticViolence'],
  [/性侵|性骚扰|猥亵/, 'sexualHarm'],
  [/^(是|限制|保密|敏感)|秘密|涉密/, 'secret'],
];
const restrictions = ['minor', 'domesticViolence', 'sexualHarm', 'secret', 'none'];

const hinted = <T extends string>(hints: readonly (readonly [RegExp, T])[], word: string): T | null =>
  hints.find(([rule]) => rule.test(word))?.[1] ?? null;

function categoryFinder({ categories }: Network) {
  const byName = new Map(categories.flatMap((each) => [[each.name, each.code] as const, [each.code, each.code]]));
  return (word: string): string | null => {
    const core = categoryCore(word);
    const exact = byName.get(core) ?? categories.find(({ name }) => core.includes(name) || name.includes(core))?.code;
    const hint = hinted(categoryHints, core);
    return exact ?? (hint !== null && categories.some(({ code }) => code === hint) ? hint : null);
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
  return (word: string): string | null => {
    const name = plain(word);
    if (/^\d{6,15}$/.test(name)) return own.some(({ code }) => code === name) ? name : null;
    const tail = name.replace(/^.*[市区县]/, '');
    for (const each of [name, placeCore(name), tail, placeCore(tail)]) {
      const found = byName.get(each);
      if (found) return found;
    }
    return null;
  };
}

function unitFinder({ units }: Network, countyCode: string, centerId: string) {
  const own = units.filter((unit) => unit.active && (unit.countyCode === countyCode || unit.level === 'city'));
  return (word: string): string | null => {
    const name = plain(word);
    const whole = name.replace(/(?<=[区县市])综治中心$/, '社会治安综合治理中心');
    if (/^(本|我)?(综治)?中心(自办)?$/.test(plain(word))) return centerId;
    const exact = own.find((unit) => [name, whole].includes(unit.name) || unit.short === name);
    if (exact) return exact.id;
    const near = own.filter(
      (unit) => unit.name.includes(whole) || (unit.short.length > 1 && name.includes(unit.short)),
    );
    if (near.length === 1) return near[0]?.id ?? null;
    // 「迎泽街道」 is the street's center, to which matters are given, and not its office or its mediators.
    const centers = near.filter(({ kind }) => kind === 'center');
    return centers.length === 1 ? (centers[0]?.id ?? null) : null;
  };
}

export function makeNames(network: Network, countyCode: string, centerId: string): Names {
  const finders: Record<WordField, (word: string) => string | null> = {
    category: categoryFinder(network),
    region: placeFinder(network, countyCode),
    unit: unitFinder(network, countyCode, centerId),
    source: (word) =>
      Object.entries(sourceWords).find(([, { zh }]) => zh === plain(word))?.[0] ?? hinted(sourceHints, plain(word)),
    status: guessEnding,
    restriction: (word) => hinted(restrictionHints, plain(word)),
  };
  return {
    find: (field, word) => finders[field](word),
    knows(field, value) {
      if (field === 'category') return network.category(value) !== undefined;
      if (field === 'region') return network.region(value)?.countyCode === countyCode;
      if (field === 'unit') return network.unit(value) !== undefined;
      if (field === 'source') return value in sourceWords;
      return field === 'status' ? isEnding(value) : restrictions.includes(value);
    },
  };
}

/** Ours for a word: as mapped for this workbook, else as the center chose before, else as it sounds. */
export function matchWord(
  field: WordField,
  word: string,
  { words }: Pick<Mapping, 'words'>,
  memory: Memory,
  names: Names,
): string | null {
  for (const chosen of [words[field][word], memory.get(memoryKey(field, word))])
    if (chosen !== undefined && names.knows(field, chosen)) return chosen;
  return names.find(field, word);
}
