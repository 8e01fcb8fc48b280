import { parseSync } from 'vite';
import { countLines, lineAt, type Source } from './source.ts';

type Node = { readonly type: string; readonly start: number; readonly end: number };
export type Measured = { readonly name: string; readonly line: number; readonly lines: number };

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) yield value as Node;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const markups = new Set(['JSXElement', 'JSXFragment']);

const within = (inner: Node, outer: Node): boolean =>
  inner !== outer && inner.start >= outer.start && inner.end <= outer.end;

/** The outermost markup of each function: its lines belong to the page, whose ceiling bounds them. */
function markupLines(text: string, of: Node, markup: readonly Node[]): number {
  const own = markup.filter((node) => within(node, of));
  const outermost = own.filter((node) => !own.some((other) => within(node, other)));
  return outermost.reduce((sum, { start, end }) => sum + countLines(text.slice(start, end)) - 1, 0);
}

/** Every function with its place, and how many lines it has besides the markup in it. */
export function functionsOf({ path, text }: Source): Measured[] {
  const nodes = [...nodesIn(parseSync(path, text).program)];
  const markup = nodes.filter(({ type }) => markups.has(type));
  return nodes
    .filter(({ type }) => functions.has(type))
    .map((node) => {
      const line = lineAt(text, node.start);
      const name = /\b(?:function\*?|const)\s+(\w+)/.exec(text.split('\n')[line - 1] ?? '')?.[1] ?? 'without a name';
      return { name, line, lines: countLines(text.slice(node.start, node.end)) - markupLines(text, node, markup) };
    });
}

const declarations = /^(ImportDeclaration|ExportAllDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/;

/** Whether a file holds types alone: nothing in it runs. */
export function holdsTypesOnly({ path, text }: Source): boolean {
  const { body } = parseSync(path, text).program;
  return body.every((node) =>
    declarations.test('declaration' in node && node.declaration ? node.declaration.type : node.type),
  );
}

export type Text = { readonly line: number; readonly text: string };

/** Every text in a file; what differs in a template stands as {}. */
export function textsIn({ path, text }: Source): Text[] {
  return [...nodesIn(parseSync(path, text).program)].flatMap((node) => {
    const line = lineAt(text, node.start);
    if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string')
      return [{ line, text: node.value }];
    if (node.type !== 'TemplateLiteral' || !('quasis' in node)) return [];
    const parts = node.quasis as { value: { cooked: string } }[];
    return [{ line, text: parts.map(({ value }) => value.cooked).join('{}') }];
  });
}

export type Named = { readonly file: string; readonly line: number; readonly name: string };

/** Every name in a file, wherever it stands. */
export function namesIn({ path, text }: Source): Named[] {
  const names = [...nodesIn(parseSync(path, text).program)].filter(({ type }) => type === 'Identifier');
  return names.map(({ start, end }) => ({ file: path, line: lineAt(text, start), name: text.slice(start, end) }));
}
