import { addressOf, type FormGrid, type FormSheet, readAddress } from '../sheets/formGrid.ts';
import type { FigureValue } from './counted.ts';
import type { Figure } from './figure.ts';
import { formulaValue } from './formula.ts';
import type { CellRule, Mapping, Show, TextField } from './mapping.ts';
import type { CellPeriod } from './period.ts';

/** A cell as it is filled. `value` null: nobody can answer it here, and `why`. */
export type Answer = {
  value: number | string | null;
  kind: CellRule['kind'] | 'own';
  why?: string;
  who?: string;
  /** Of a counted figure: what was counted, and of a rate the denominator. */
  counted?: { value: number; denominator?: number };
};
export type Answers = Readonly<Record<string, Answer>>;

/** What a person wrote instead, why, and with whose name. */
export type Manual = { value: number | string; reason: string; by: string; postId: string; at: string };
export type Manuals = Readonly<Record<string, Manual>>;

export type Means = {
  figure(figure: Figure, period: CellPeriod): FigureValue;
  texts: Readonly<Record<TextField, string>>;
};

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

function written(
  { value, denominator }: { value: number; denominator?: number },
  show: Show,
  decimals: number,
): number | string | null {
  if (denominator !== undefined) {
    if (denominator === 0) return null;
    const share = value / denominator;
    if (show === 'fraction') return rounded(share, decimals + 2);
    return show === 'percentText' ? `${(share * 100).toFixed(decimals)}%` : rounded(share * 100, decimals);
  }
  return rounded(show === 'tenThousand' ? value / 10_000 : value, decimals);
}

function ofFigure(rule: Extract<CellRule, { kind: 'figure' }>, means: Means): Answer {
  const { value, denominator, why } = means.figure({ what: rule.what, filter: rule.filter }, rule.period);
  if (value === null) return { kind: 'figure', value: null, ...(why !== undefined && { why }) };
  const counted = { value, ...(denominator !== undefined && { denominator }) };
  const shown = written(counted, rule.show, rule.decimals);
  return shown === null
    ? { kind: 'figure', value: null, counted, why: '分母是 0，没有率' }
    : { kind: 'figure', value: shown, counted };
}

/** 「填报单位：____」 with its answer behind the label; blanks and underlines that held the place go. */
export function withTexts(text: string, { parts }: Extract<CellRule, { kind: 'text' }>, texts: Means['texts']): string {
  return parts.reduce((said, { after, field }) => {
    if (after === null) return said === '' ? texts[field] : `${said}${texts[field]}`;
    const at = said.indexOf(after);
    if (at < 0) return said;
    const rest = said.slice(at + after.length);
    const blank = /^[\s_　]*/.exec(rest)?.[0] ?? '';
    const gap = blank.length < rest.length ? '　' : '';
    return `${said.slice(0, at + after.length)}${texts[field]}${gap}${rest.slice(blank.length)}`;
  }, text);
}

const cellText = (sheet: FormSheet | undefined, ref: string): string =>
  sheet?.cells.find((cell) => cell.ref === ref)?.text ?? '';

function answerOf(rule: CellRule, text: string, means: Means): Answer | undefined {
  if (rule.kind === 'figure') return ofFigure(rule, means);
  if (rule.kind === 'constant') return { kind: 'constant', value: rule.value };
  if (rule.kind === 'text') return { kind: 'text', value: withTexts(text, rule, means.texts) };
  if (rule.kind === 'ask') return { kind: 'ask', value: null, who: rule.who, why: rule.why };
  return undefined;
}

type Expression = { expression: string; kind: 'formula' | 'own' };

/** Cells that are counted from others: the mapping's expressions, and the form's own formulas to show what they will say. */
function expressionsOf(grid: FormGrid, mapping: Mapping): Map<string, Expression> {
  const all = new Map<string, Expression>();
  for (const [index, sheet] of grid.sheets.entries())
    for (const { ref, formula } of sheet.cells)
      if (formula !== null) all.set(addressOf(index, ref), { expression: formula, kind: 'own' });
  for (const [address, rule] of Object.entries(mapping))
    if (rule.kind === 'formula') all.set(address, { expression: rule.expression, kind: 'formula' });
  return all;
}

/** Everything that a form says this time: figures, words, what follows from other cells, and what nobody can answer. */
export function answersOf(grid: FormGrid, mapping: Mapping, manual: Manuals, means: Means): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const [address, rule] of Object.entries(mapping)) {
    const { sheet, ref } = readAddress(address);
    const answer = answerOf(rule, cellText(grid.sheets[sheet], ref), means);
    if (answer) answers[address] = answer;
  }
  const expressions = expressionsOf(grid, mapping);
  const under = new Set<string>();
  const read =
    (sheet: number) =>
    (ref: string): number | null | 'text' => {
      const address = addressOf(sheet, ref);
      const value = manual[address]?.value ?? compute(address)?.value;
      if (value === undefined)
        return (
          Number(cellText(grid.sheets[sheet], ref) || 0) || (cellText(grid.sheets[sheet], ref) === '' ? 0 : 'text')
        );
      return typeof value === 'string' ? 'text' : value;
    };
  function compute(address: string): Answer | undefined {
    const asked = expressions.get(address);
    if (!asked || answers[address]) return answers[address];
    if (under.has(address)) return { kind: asked.kind, value: null, why: '算式绕回了自己' };
    under.add(address);
    const result = formulaValue(asked.expression, read(readAddress(address).sheet));
    const unread = asked.kind === 'own' ? '这格的公式由办公软件算，打开表就有' : '算式读不懂';
    const answer: Answer =
      'unreadable' in result
        ? { kind: asked.kind, value: null, why: unread }
        : { kind: asked.kind, value: result.value, ...(result.value === null && { why: '算式里有格子没有数' }) };
    answers[address] = answer;
    return answer;
  }
  for (const address of expressions.keys()) compute(address);
  return answers;
}

/** Cells that stay empty: nobody can answer them here, and no one has by hand. */
export const unanswered = (answers: Answers, manual: Manuals): string[] =>
  Object.keys(answers).filter((address) => {
    const { value, kind, counted } = answers[address] ?? { value: null, kind: 'empty' as const };
    // A rate of nothing was counted: it is no rate, and nobody need be asked.
    return value === null && kind !== 'own' && counted === undefined && !manual[address];
  });

/** What is written into the copy: the person's word before the count; the form's own formulas stay. */
export function cellsToFill(grid: FormGrid, answers: Answers, manual: Manuals) {
  const addresses = new Set([...Object.keys(answers), ...Object.keys(manual)]);
  return [...addresses].flatMap((address) => {
    const { sheet, ref } = readAddress(address);
    const value = manual[address]?.value ?? (answers[address]?.kind === 'own' ? null : answers[address]?.value);
    const name = grid.sheets[sheet]?.name;
    return value === null || value === undefined || name === undefined ? [] : [{ sheet: name, ref, value }];
  });
}

/** By how much each number differs from last time; words and what had no number are left out. */
export function changesSince(
  before: Answers,
  beforeManual: Manuals,
  answers: Answers,
  manual: Manuals,
): Record<string, number> {
  const number = (all: Answers, own: Manuals, address: string): number | undefined => {
    const value = own[address]?.value ?? all[address]?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const entries = [...new Set([...Object.keys(answers), ...Object.keys(manual)])].flatMap((address) => {
    const [was, is] = [number(before, beforeManual, address), number(answers, manual, address)];
    return was === undefined || is === undefined ? [] : [[address, Math.round((is - was) * 10_000) / 10_000] as const];
  });
  return Object.fromEntries(entries);
}
