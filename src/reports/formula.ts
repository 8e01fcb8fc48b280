import { readRef, refOf } from '../sheets/formGrid.ts';

/** The value of another cell; null: it has none yet, 'text' where it holds words. */
export type ReadCell = (ref: string) => number | null | 'text';

type Token = { kind: 'number' | 'ref' | 'name' | 'sign'; text: string };

class Unreadable extends Error {}

const shape = /\s*(?:(\d+(?:\.\d+)?)|(\$?[A-Z]{1,3}\$?[1-9]\d*)(?![A-Z(])|([A-Z]+)(?=\()|([-+*/(),:%]))/y;

function tokensOf(expression: string): Token[] {
  const text = expression.trim().replace(/^=/, '').toUpperCase();
  const tokens: Token[] = [];
  shape.lastIndex = 0;
  while (shape.lastIndex < text.length) {
    const [, number, ref, name, sign] = shape.exec(text) ?? [];
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (ref !== undefined) tokens.push({ kind: 'ref', text: ref.replaceAll('$', '') });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else throw new Unreadable();
  }
  return tokens;
}

/** Numbers, or null where something is missing. */
type Value = number | null;
const both = (a: Value, b: Value, join: (a: number, b: number) => Value): Value =>
  a === null || b === null ? null : join(a, b);

class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly read: ReadCell;
  constructor(tokens: readonly Token[], read: ReadCell) {
    this.tokens = tokens;
    this.read = read;
  }

  whole(): Value {
    const value = this.sum();
    if (this.at < this.tokens.length) throw new Unreadable();
    return value;
  }

  private takes(sign: string): boolean {
    if (this.tokens[this.at]?.kind !== 'sign' || this.tokens[this.at]?.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private sum(): Value {
    let value = this.product();
    for (;;)
      if (this.takes('+')) value = both(value, this.product(), (a, b) => a + b);
      else if (this.takes('-')) value = both(value, this.product(), (a, b) => a - b);
      else return value;
  }

  private product(): Value {
    let value = this.one();
    for (;;)
      if (this.takes('*')) value = both(value, this.one(), (a, b) => a * b);
      else if (this.takes('/')) value = both(value, this.one(), (a, b) => (b === 0 ? null : a / b));
      else if (this.takes('%')) value = value === null ? null : value / 100;
      else return value;
  }

  private one(): Value {
    if (this.takes('-')) return both(0, this.one(), (a, b) => a - b);
    if (this.takes('(')) {
      const value = this.sum();
      if (!this.takes(')')) throw new Unreadable();
      return value;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'ref') return this.cell(token.text);
    if (token?.kind === 'name' && this.takes('(')) return this.call(token.text);
    throw new Unreadable();
  }

  private cell(ref: string): Value {
    const value = this.read(ref);
    if (value === 'text') throw new Unreadable();
    return value;
  }

  private call(name: string): Value {
    if (name === 'ROUND') {
      const value = this.sum();
      const digits = this.takes(',') ? (this.sum() ?? 0) : 0;
      if (!this.takes(')')) throw new Unreadable();
      return value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;
    }
    if (name !== 'SUM') throw new Unreadable();
    let total: Value = 0;
    do total = both(total, this.range(), (a, b) => a + b);
    while (this.takes(','));
    if (!this.takes(')')) throw new Unreadable();
    return total;
  }

  /** 'B2:C4' within SUM: words count nothing, as in the office programs. */
  private range(): Value {
    const [from, colon, to] = this.tokens.slice(this.at, this.at + 3);
    if (from?.kind !== 'ref' || colon?.text !== ':' || to?.kind !== 'ref') return this.sum();
    this.at += 3;
    const [first, last] = [readRef(from.text), readRef(to.text)];
    if (!first || !last || (last.row - first.row + 1) * (last.column - first.column + 1) > 5000) throw new Unreadable();
    let total: Value = 0;
    for (let row = first.row; row <= last.row; row += 1)
      for (let column = first.column; column <= last.column; column += 1) {
        const value = this.read(refOf(row, column));
        total = both(total, value === 'text' ? 0 : value, (a, b) => a + b);
      }
    return total;
  }
}

export type FormulaResult = { value: number | null } | { unreadable: true };

/** + - * / %, brackets, SUM and ROUND over cells of the same table. Nothing is guessed: what we cannot read is said so. */
export function formulaValue(expression: string, read: ReadCell): FormulaResult {
  try {
    return { value: new Parser(tokensOf(expression), read).whole() };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: true };
    throw error;
  }
}

/** A sentence where an expression of a mapping cannot be read, with any numbers in its cells. */
export const formulaProblem = (expression: string): string | undefined =>
  'unreadable' in formulaValue(expression, () => 1)
    ? '这个算式读不懂。可以用 + - * / 括号、SUM、ROUND 和格子的位置，如 C5+C6、SUM(C5:C9)、C5/B5*100。'
    : undefined;
