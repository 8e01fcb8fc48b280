import { readRef, refOf } from '../sheets/formGrid.ts';
import { type Token, tokensOf, Unreadable } from './formulaTokens.ts';

/** The value of another cell; null: it has none yet, 'text' where it holds words. */
export type ReadCell = (ref: string) => number | null | 'text';

/** What the office programs call an error: a share of nothing. */
const ERROR = Symbol('error');
/** Numbers and words, or null where something is missing. */
type Value = number | string | null | typeof ERROR;
const both = (a: Value, b: Value, join: (a: number, b: number) => Value): Value => {
  if (a === ERROR || b === ERROR) return ERROR;
  if (a === null || b === null) return null;
  if (typeof a === 'string' || typeof b === 'string') throw new Unreadable();
  return join(a, b);
};

/** As the office programs round: half away from nothing, by the fifteen digits that they keep. */
export function roundedTo(value: number, digits: number): number {
  const scaled = Math.round(Number((Math.abs(value) * 10 ** digits).toPrecision(15)));
  return (Math.sign(value) * scaled) / 10 ** digits || 0;
}

const compared: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

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
      else if (this.takes('/')) value = both(value, this.one(), (a, b) => (b === 0 ? ERROR : a / b));
      else return value;
  }

  private one(): Value {
    let value = this.plain();
    while (this.takes('%')) value = both(value, 100, (a, b) => a / b);
    return value;
  }

  private plain(): Value {
    if (this.takes('-')) return both(0, this.one(), (a, b) => a - b);
    if (this.takes('(')) {
      const value = this.sum();
      if (!this.takes(')')) throw new Unreadable();
      return value;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'text') return token.text;
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
    const value = this.called(name);
    if (!this.takes(')')) throw new Unreadable();
    return value;
  }

  private called(name: string): Value {
    if (name === 'IF') return this.choice();
    if (name === 'IFERROR') {
      const value = this.sum();
      const otherwise = this.further();
      return value === ERROR ? otherwise : value;
    }
    if (name === 'ROUND') return both(this.sum(), this.takes(',') ? this.sum() : 0, roundedTo);
    if (name !== 'SUM') throw new Unreadable();
    let total: Value = 0;
    do total = both(total, this.range(), (a, b) => a + b);
    while (this.takes(','));
    return total;
  }

  private further(): Value {
    if (!this.takes(',')) throw new Unreadable();
    return this.sum();
  }

  /** IF(a=b,then,else): both are read, one of them counts. */
  private choice(): Value {
    const left = this.sum();
    const sign = this.tokens[this.at]?.text ?? '';
    const holds = compared[sign];
    if (!holds) throw new Unreadable();
    this.at += 1;
    const met = both(left, this.sum(), (a, b) => Number(holds(a, b)));
    const then = this.further();
    const otherwise = this.further();
    if (met === null || met === ERROR) return met;
    return met === 1 ? then : otherwise;
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

/** + - * / %, brackets, SUM, ROUND, IF and IFERROR over cells of the same table. Nothing is guessed: what we cannot read is said so. */
export function formulaValue(expression: string, read: ReadCell): FormulaResult {
  try {
    const value = new Parser(tokensOf(expression), read).whole();
    // Fifteen digits, as the office programs keep: 12.8 + 0.55 is 13.35.
    return { value: typeof value === 'number' ? Number(value.toPrecision(15)) : null };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: true };
    throw error;
  }
}

/** A sentence where an expression of a mapping cannot be read, with any numbers in its cells. */
export const formulaProblem = (expression: string): string | undefined =>
  'unreadable' in formulaValue(expression, () => 1)
    ? '这个算式读不懂。可以用 + - * / 括号、SUM、ROUND、IF 和格子的位置，如 C5+C6、SUM(C5:C9)、C5/B5*100。'
    : undefined;
