export type Token = { kind: 'number' | 'text' | 'ref' | 'name' | 'sign'; text: string };

export class Unreadable extends Error {}

const shape =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|(\$?[A-Z]{1,3}\$?[1-9]\d*)(?![A-Z(])|([A-Z]+)(?=\()|(<>|<=|>=|[-+*/(),:%=<>]))/y;

export function tokensOf(expression: string): Token[] {
  const text = expression.trim().replace(/^=/, '').toUpperCase();
  const tokens: Token[] = [];
  shape.lastIndex = 0;
  while (shape.lastIndex < text.length) {
    const [, number, words, ref, name, sign] = shape.exec(text) ?? [];
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (words !== undefined) tokens.push({ kind: 'text', text: words });
    else if (ref !== undefined) tokens.push({ kind: 'ref', text: ref.replaceAll('$', '') });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else throw new Unreadable();
  }
  return tokens;
}
