import type { Edit } from '../sheets/filledCell.ts';
import { addressOf, type FormCell, type FormGrid, type FormSheet, readAddress } from '../sheets/formGrid.ts';
import type { FigureValue } from './counted.ts';
import type { Figure } from './figure.ts';
import { blankEdits, labelEdits, withEdits } from './fillText.ts';
import { formulaValue } from './formula.ts';
import type { CellRule, Mapping, TextField } from './mapping.ts';
import type { CellPeriod } from './period.ts';
import { written } from './written.ts';

/** A cell as it is filled. `value` null: nobody can answer it here, and `why`. */
export type Answer = {
  value: number | string | null;
  kind: CellRule['kind'] | 'own';
  why?: string;
  who?: string;
  /** Of a counted figure: what was counted, and of a rate the denominator. */
  counted?: { value: number; denominator?: number };
  /** Of a text of which only some letters change. */
  edits?: readonly Edit[];
};
export type Answers = Readonly<Record<string, Answer>>;

/** What a person wrote instead, why, and with whose name. */
export type Manual = { value: number | string; reason: string; by: string; postId: string; at: string };
export type Manuals = Readonly<Record<string, Manual>>;

export type Means = {
  figure(figure: Figure, period: CellPeriod): FigureValue;
  texts: Readonly<Record<TextField, string>>;
};

function ofFigure(rule: Extract<CellRule, { kind: 'figure' }>, percent: number | undefined, means: Means): Answer {
  const { value, denominator, why } = means.figure({ what: rule.what, filter: rule.filter }, rule.period);
  if (value === null) return { kind: 'figure', value: null, ...(why !== undefined && { why }) };
  const counted = { value, ...(denominator !== undefined && { denominator }) };
  const shown = written(counted, rule, percent);
  return shown === null
    ? { kind: 'figure', value: null, counted, why: '分母是 0，没有率' }
    : { kind: 'figure', value: shown, counted };
}

const cellAt = (sheet: FormSheet | undefined, ref: string) => sheet?.cells.find((cell) => cell.ref === ref);
const cellText = (sheet: FormSheet | undefined, ref: string): string => cellAt(sheet, ref)?.text ?? '';

const edited = (kind: 'text' | 'blanks', text: string, edits: readonly Edit[]): Answer => ({
  kind,
  value: withEdits(text, edits),
  // An empty cell has no letters to keep.
  ...(text !== '' && { edits }),
});

/** A sentence with its blanks filled; one that nobody can answer stays open, and says so. */
function ofBlanks({ parts }: Extract<CellRule, { kind: 'blanks' }>, text: string, means: Means): Answer {
  const answers: Answer[] = [];
  const edits = blankEdits(text, parts, means.texts, ({ put: _, ...figure }) => {
    const answer = ofFigure({ kind: 'figure', ...figure }, undefined, means);
    answers.push(answer);
    return answer.value === null ? null : String(answer.value);
  });
  const open = answers.find(({ value }) => value === null);
  const [only] = answers.length === 1 ? answers : [];
  return {
    ...edited('blanks', text, edits),
    ...(open && { value: answers.length > 0 && edits.length === 0 ? null : withEdits(text, edits) }),
    ...(open?.why !== undefined && { why: open.why }),
    ...(only?.counted && { counted: only.counted }),
  };
}

function answerOf(rule: CellRule, cell: FormCell | undefined, means: Means): Answer | undefined {
  const text = cell?.text ?? '';
  if (rule.kind === 'figure') return ofFigure(rule, cell?.percent, means);
  if (rule.kind === 'constant') return { kind: 'constant', value: rule.value };
  if (rule.kind === 'text') return edited('text', text, labelEdits(text, rule, means.texts));
  if (rule.kind === 'blanks') return ofBlanks(rule, text, means);
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
    const answer = answerOf(rule, cellAt(grid.sheets[sheet], ref), means);
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
    const { value, kind, counted, why } = answers[address] ?? { value: null, kind: 'empty' as const, why: undefined };
    // A sentence of which one blank has no answer.
    if (kind === 'blanks' && why !== undefined) return !manual[address];
    // A rate of nothing was counted: it is no rate, and nobody need be asked.
    return value === null && kind !== 'own' && counted === undefined && !manual[address];
  });

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
