import type { CellRule, textFields } from '../../../reports/mapping.ts';
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
};

const blank: RuleDraft = {
  kind: 'figure',
  what: 'accepted',
  period: 'this',
  ...{ categories: [], sources: [], regions: [], units: [], services: [] },
  show: 'plain',
  decimals: 0,
  ...{ value: '', expression: '', parts: [{ after: '', field: 'unit' }], who: '', why: '' },
};

export function draftOf(rule: CellRule | undefined): RuleDraft {
  if (rule === undefined) return blank;
  if (rule.kind === 'figure') {
    const { filter, what, period, show, decimals } = rule;
    const { categories = [], sources = [], regions = [], units = [], services = [] } = filter;
    return { ...blank, what, period, show, decimals, categories, sources, regions, units, services };
  }
  if (rule.kind === 'constant') return { ...blank, kind: 'constant', value: String(rule.value) };
  if (rule.kind === 'formula') return { ...blank, kind: 'formula', expression: rule.expression };
  if (rule.kind === 'ask') return { ...blank, kind: 'ask', who: rule.who, why: rule.why };
  if (rule.kind === 'text')
    return { ...blank, kind: 'text', parts: rule.parts.map(({ after, field }) => ({ after: after ?? '', field })) };
  return { ...blank, kind: 'empty' };
}

export const numberOr = (text: string): number | string =>
  /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim();

export function ruleOf(draft: RuleDraft): CellRule {
  const { kind } = draft;
  if (kind === 'constant') return { kind, value: numberOr(draft.value) };
  if (kind === 'formula') return { kind, expression: draft.expression.trim() };
  if (kind === 'ask') return { kind, who: draft.who.trim(), why: draft.why.trim() };
  if (kind === 'text')
    return { kind, parts: draft.parts.map(({ after, field }) => ({ after: after === '' ? null : after, field })) };
  if (kind === 'empty') return { kind };
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
  return { kind: 'figure', what: draft.what, filter, period: draft.period, show: draft.show, decimals: draft.decimals };
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
