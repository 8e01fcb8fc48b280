import { dayOf, formatDocumentDay } from '../platform/now.ts';
import type { Manuals } from './answers.ts';
import { type Answer, answersOf } from './answers.ts';
import { figureValue } from './counted.ts';
import { type Figure, figureName, filterQuery } from './figure.ts';
import { filterWord } from './figureList.sql.ts';
import type { Spans } from './figures.across.sql.ts';
import type { FormRow } from './forms.sql.ts';
import { type CellRule, type FigureRule, figuresOf, type TextField } from './mapping.ts';
import { isRate, rates } from './measures.ts';
import { type CellPeriod, cellPeriod, cellPeriodWords, monthOfForm, type Period, spanOf } from './period.ts';
import { countAll, type ReportDeps } from './reports.sql.ts';
import { centerScope } from './scope.ts';

const figureRules = ({ mapping }: Pick<FormRow, 'mapping'>): FigureRule[] => Object.values(mapping).flatMap(figuresOf);

/** '2026年10月'. */
export const fillTitle = (period: Period): string => {
  const month = monthOfForm(period);
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
};

function textsOf(deps: ReportDeps, form: FormRow, period: Period, at: Date): Record<TextField, string> {
  const { network, directory } = deps.reference();
  const unit = network.unit(form.center_id);
  const [leader] = directory.postsOf(form.center_id, 'centerLeader');
  const month = monthOfForm(period);
  const [year = '', ...day] = dayOf(at).split('-');
  return {
    ...{ unit: unit?.name ?? form.center_id, phone: unit?.phone ?? '', period: fillTitle(period) },
    ...{ year: month.slice(0, 4), month: String(Number(month.slice(5))), date: formatDocumentDay(dayOf(at)) },
    ...{ dateYear: year, dateMonth: String(Number(day[0])), dateDay: String(Number(day[1])) },
    filler: form.filler_post_id === null ? '' : (directory.post(form.filler_post_id)?.name ?? ''),
    leader: leader?.name ?? '',
  };
}

/** Counts what a form asks for a period: by the house, so that it says the same whoever looks. */
export async function countFill(
  deps: ReportDeps,
  form: FormRow,
  period: Period,
  manual: Manuals,
  at: Date,
): Promise<Record<string, Answer>> {
  const rules = figureRules(form);
  const used = [...new Set(rules.map((rule) => rule.period))];
  const spans: Spans = Object.fromEntries(
    used.map((which) => [which, spanOf(cellPeriod(which, period, form.cutoff_day), at)]),
  );
  const scope = centerScope(form.center_id, deps.reference().counties);
  const { groups } = rules.length === 0 ? { groups: [] } : await countAll(deps, scope, rules, spans);
  const figure = (asked: Figure, which: CellPeriod) => figureValue(asked, which, groups);
  return answersOf(form.grid, form.mapping, manual, { figure, texts: textsOf(deps, form, period, at) });
}

/** 「本期 受理：婚姻家庭」. */
export function wordsOf(deps: ReportDeps, rule: CellRule): string {
  const { network } = deps.reference();
  const named = (figure: FigureRule): string =>
    `${cellPeriodWords[figure.period]} ${figureName(figure, (name, word) => filterWord(network, name, word))}`;
  if (rule.kind === 'figure') return named(rule);
  if (rule.kind === 'blanks') return ['填空', ...figuresOf(rule).map(named)].join('，');
  if (rule.kind === 'formula') return `算式 ${rule.expression}`;
  if (rule.kind === 'ask') return `问${rule.who}`;
  if (rule.kind === 'constant') return `总是写「${rule.value}」`;
  return rule.kind === 'text' ? '自动写的字' : '留空';
}

/** The address of the list behind a cell, of a rate that of its numerator; as of the moment it was counted. */
export function listQueryOf(rule: CellRule | undefined, period: Period, cutoffDay: number, asOf: Date): string | null {
  const [figure, ...more] = rule ? figuresOf(rule) : [];
  if (!figure || more.length > 0) return null;
  const { from, to } = cellPeriod(figure.period, period, cutoffDay);
  const what = isRate(figure.what) ? rates[figure.what].numerator : figure.what;
  return new URLSearchParams({ what, from, to, asOf: asOf.toISOString(), ...filterQuery(figure.filter) }).toString();
}
