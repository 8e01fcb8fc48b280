import {
  type ArrowFunction,
  type CallExpression,
  type Expression,
  type FunctionDeclaration,
  isArrowFunction,
  isBlock,
  isCallExpression,
  isFunctionDeclaration,
  isFunctionExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  type Node,
} from 'typescript/unstable/ast';

export type Body = ArrowFunction | FunctionDeclaration;

export const isFunction = (node: Node | undefined): node is Body =>
  node !== undefined && (isArrowFunction(node) || isFunctionDeclaration(node) || isFunctionExpression(node));

/** Every node inside, down to where `goes` says no. */
export function* within(node: Node, goes: (node: Node) => boolean = () => true): Generator<Node> {
  const children: Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) {
    if (!goes(child)) continue;
    yield child;
    yield* within(child, goes);
  }
}

/** What a function returns, not what the functions inside it do. */
export function returnsOf({ body }: Body): Expression[] {
  if (!body) return [];
  if (!isBlock(body)) return [body as Expression];
  return [...within(body, (node) => !isFunction(node))]
    .filter((node) => isReturnStatement(node))
    .flatMap(({ expression }) => expression ?? []);
}

export type Link = { readonly name: string; readonly args: readonly Expression[] };

/** reply.code(201).send(x): its calls, the last first. */
export function chainOf(call: CallExpression): Link[] {
  const { expression } = call;
  if (!isPropertyAccessExpression(expression)) return [];
  const before = isCallExpression(expression.expression) ? chainOf(expression.expression) : [];
  return [{ name: expression.name.text, args: [...call.arguments] }, ...before];
}

/** What a function says of its answer in statements of their own: reply.type(xlsx); */
export const saidBefore = (body: Body): Link[] =>
  [...within(body, (node) => node === body.body || !isFunction(node))]
    .filter((node) => isCallExpression(node))
    .flatMap((node) => chainOf(node))
    .filter(({ name }) => name === 'type');
