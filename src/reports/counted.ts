import type { Figure, FigureFilter, FilterName } from './figure.ts';
import { isRate, type Measure, measureFacts, ofVisits, rates, undecidedOf } from './measures.ts';

/** Disputes, or visits, that are alike in all that was asked about, and what they add up to. */
export type Group = {
  measure: Measure;
  span: string;
  category: string | null;
  source: string | null;
  region: string | null;
  unit: string | null;
  difficulty: string | null;
  services: readonly string[] | null;
  /** Counted for figures of places below a township alone, or for all others alone; else for any. */
  deep?: boolean;
  value: number;
};

export type FigureValue = {
  /** null: it cannot be answered; `why` says so. For a rate its numerator. */
  value: number | null;
  denominator?: number;
  /** Of the denominator, how many may still change the numerator. */
  undecided?: number;
  why?: string;
};

export const NOBODY_RECORDED = '没有人记';

const starts = (region: string | null, codes: readonly string[]): boolean =>
  codes.some((code) => region?.startsWith(code));
const among = (word: string | null, words: readonly string[]): boolean => word !== null && words.includes(word);

const tests: Record<FilterName, (group: Group, words: readonly string[]) => boolean> = {
  categories: ({ category }, words) => among(category, words),
  sources: ({ source }, words) => among(source, words),
  regions: ({ region }, words) => starts(region, words),
  units: ({ unit }, words) => among(unit, words),
  difficulties: ({ difficulty }, words) => among(difficulty, words),
  services: ({ services }, words) => services !== null && services.some((service) => words.includes(service)),
};

/** How deep a place figures are kept for: a township. */
export const KEPT_DIGITS = 9;
export const asksDeep = ({ regions = [] }: FigureFilter): boolean => regions.some((code) => code.length > KEPT_DIGITS);

function fits(group: Group, filter: FigureFilter): boolean {
  if (group.deep !== undefined && group.deep !== asksDeep(filter)) return false;
  return (Object.keys(filter) as FilterName[]).every((name) => tests[name](group, filter[name] ?? []));
}

/** Visits know nothing of a dispute, and disputes nothing of a service: such a question has no answer. */
function unanswerable(measure: Measure, filter: FigureFilter): string | undefined {
  const asked = Object.keys(filter) as FilterName[];
  if (ofVisits(measure)) {
    const other = asked.some((name) => name !== 'services' && name !== 'regions');
    return other ? '接待只按服务和地区记，不分类别、来源和单位' : undefined;
  }
  return asked.includes('services') ? '纠纷不按服务分，只有接待分' : undefined;
}

function addedUp(measure: Measure, filter: FigureFilter, groups: readonly Group[]): FigureValue {
  const why = unanswerable(measure, filter);
  if (why !== undefined) return { value: null, why };
  const own = groups.filter((group) => fits(group, filter));
  if (own.length === 0 && measureFacts(measure).onlyIfRecorded) return { value: null, why: NOBODY_RECORDED };
  const sum = own.reduce((total, { value }) => total + value, 0);
  return { value: measureFacts(measure).unit === '元' ? sum / 100 : sum };
}

/** A figure out of what was counted: the groups that fit its filter, added up. */
export function figureValue({ what, filter }: Figure, span: string, groups: readonly Group[]): FigureValue {
  const of = (measure: Measure) =>
    addedUp(
      measure,
      filter,
      groups.filter((group) => group.measure === measure && group.span === span),
    );
  if (!isRate(what)) return of(what);
  const { numerator, denominator } = rates[what];
  const [top, bottom] = [of(numerator), of(denominator)];
  if (top.value === null || bottom.value === null)
    return { value: null, why: top.why ?? bottom.why ?? NOBODY_RECORDED };
  const open = undecidedOf(what);
  const undecided = open === null ? 0 : (of(open).value ?? 0);
  return { value: top.value, denominator: bottom.value, ...(undecided > 0 && { undecided }) };
}

/** The measures that a figure is made of: two for a rate, and what of it is undecided. */
export function measuresOf({ what }: Pick<Figure, 'what'>): Measure[] {
  if (!isRate(what)) return [what];
  const { numerator, denominator } = rates[what];
  return [numerator, denominator, undecidedOf(what)].filter((measure) => measure !== null);
}
