import { roundedTo } from '../../../reports/formula.ts';
import type { BlankPart, CellRule, FigureRule, textFields } from '../../../reports/mapping.ts';
import { isRate, type Measure, measureFacts, type Rate } from '../../../reports/measures.ts';
import type { CellPeriod } from '../../../reports/period.ts';

/** What the panel holds while a person decides: every kind's answers side by side, so that changing the kind loses nothing. */
export type RuleDraft = {
  kind: CellRule['kind'];
  what: Measure | Rate;
  period: CellPeriod;
  categories: string[];
  sources: string[];
  regions: string[];
  units: string[];
  services: string[];
  show: Extract<CellRule, { kind: 'figure' }>['show'];
  decimals: number;
  value: string;
  expression: string;
  parts: { after: string; field: (typeof textFields)[number] }[];
  who: string;
  why: string;
  blanks: BlankDraft[];
};
/** One blank of a sentence: nothing, a word that we know, or a figure with questions of its own. */
export type BlankDraft = { put: 'nothing' | 'figure' | (typeof textFields)[number]; figure: RuleDraft };

const blank: RuleDraft = {
  kind: 'figure',
  what: 'accepted',
  period: 'this',
  ...{ categories: [], sources: [], regions: [], units: [], services: [] },
  show: 'plain',
  decimals: 0,
  ...{ value: '', expression: '', parts: [{ after: '', field: 'unit' }], who: '', why: '', blanks: [] },
};

function blankDraft(part: BlankPart | undefined): BlankDraft {
  if (!part || part.put === 'nothing') return { put: 'nothing', figure: blank };
  if (part.put === 'text') return { put: part.field, figure: blank };
  const { put, ...figure } = part;
  return { put, figure: draftOf({ kind: 'figure', ...figure }) };
}

/** `blanks`: how many the text of the cell has. */
export function draftOf(rule: CellRule | undefined, blanks = 0): RuleDraft {
  const parts = rule?.kind === 'blanks' ? rule.parts : [];
  const each = { ...blank, blanks: Array.from({ length: blanks }, (_, index) => blankDraft(parts[index])) };
  if (rule === undefined) return blanks > 0 ? { ...each, kind: 'blanks' } : each;
  if (rule.kind === 'figure') {
    const { filter, what, period, show, decimals } = rule;
    const { categories = [], sources = [], regions = [], units = [], services = [] } = filter;
    return { ...each, what, period, show, decimals, categories, sources, regions, units, services };
  }
  if (rule.kind === 'constant') return { ...each, kind: 'constant', value: String(rule.value) };
  if (rule.kind === 'formula') return { ...each, kind: 'formula', expression: rule.expression };
  if (rule.kind === 'ask') return { ...each, kind: 'ask', who: rule.who, why: rule.why };
  if (rule.kind === 'text')
    return { ...each, kind: 'text', parts: rule.parts.map(({ after, field }) => ({ after: after ?? '', field })) };
  return { ...each, kind: rule.kind };
}

const number = /^-?\d+(\.\d+)?$/;
/** A number where one was written; 「88%」 as 0.88 for a cell that shows shares. */
export function numberOr(text: string, share = false): number | string {
  const said = text.trim().normalize('NFKC');
  if (share && said.endsWith('%') && number.test(said.slice(0, -1)))
    return roundedTo(Number(said.slice(0, -1)) / 100, 8);
  return number.test(said) ? Number(said) : text.trim();
}

export function ruleOf(draft: RuleDraft): CellRule {
  const { kind } = draft;
  if (kind === 'constant') return { kind, value: numberOr(draft.value) };
  if (kind === 'formula') return { kind, expression: draft.expression.trim() };
  if (kind === 'ask') return { kind, who: draft.who.trim(), why: draft.why.trim() };
  if (kind === 'text')
    return { kind, parts: draft.parts.map(({ after, field }) => ({ after: after === '' ? null : after, field })) };
  if (kind === 'empty') return { kind };
  if (kind === 'blanks') return { kind, parts: draft.blanks.map(blankPart) };
  return { kind, ...figureOf(draft) };
}

function blankPart({ put, figure }: BlankDraft): BlankPart {
  if (put === 'nothing') return { put };
  return put === 'figure' ? { put, ...figureOf(figure) } : { put: 'text', field: put };
}

function figureOf(draft: RuleDraft): Omit<FigureRule, 'kind'> {
  const lists = Object.entries({
    categories: draft.categories,
    sources: draft.sources.flatMap((each) => each.split(',')),
    regions: draft.regions,
    units: draft.units,
    services: draft.services,
  });
  const filter = Object.fromEntries(
    lists.flatMap(([name, words]) => (words.length > 0 ? [[name, [...new Set(words)]]] : [])),
  );
  return { what: draft.what, filter, period: draft.period, show: draft.show, decimals: draft.decimals };
}

/** Another figure is usually written another way. */
export function withWhat(draft: RuleDraft, what: Measure | Rate): RuleDraft {
  if (isRate(what))
    return {
      ...draft,
      what,
      show: draft.show === 'plain' || draft.show === 'tenThousand' ? 'percent' : draft.show,
      decimals: 1,
    };
  const show = draft.show === 'tenThousand' ? 'tenThousand' : 'plain';
  return { ...draft, what, show, decimals: measureFacts(what).unit === '元' ? 2 : 0 };
}
