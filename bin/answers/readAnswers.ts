import {
  type CallExpression,
  type Expression,
  isAwaitExpression,
  isCallExpression,
  isConditionalExpression,
  isNumericLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isTemplateExpression,
  type SourceFile,
} from 'typescript/unstable/ast';
import { type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import type { Answer, Answers } from '../../src/platform/openapi.ts';
import { type Body, chainOf, isFunction, type Link, returnsOf, saidBefore, within } from './handlers.ts';
import { Schemas } from './schemaOfType.ts';

const verbs = new Set(['get', 'post', 'put', 'patch', 'delete']);
const anyFormat = '*/*';

/** What every handler of our routes answers, read from what it returns by the compiler's own understanding of it. */
export class AnswerReader {
  private readonly operations: Record<string, Answers['operations'][string]> = {};
  private readonly schemas: Schemas;
  private readonly checker: Checker;
  constructor(checker: Checker) {
    this.checker = checker;
    this.schemas = new Schemas(checker);
  }

  read(file: SourceFile): void {
    for (const node of within(file)) if (isCallExpression(node)) this.readRoute(node);
  }

  found(): Answers {
    return { operations: this.operations, schemas: Object.fromEntries(this.schemas.named) };
  }

  private readRoute({ expression, arguments: [where, ...rest] }: CallExpression): void {
    const handler = rest.at(-1);
    if (!where || !isPropertyAccessExpression(expression) || !isFunction(handler)) return;
    const addresses = this.textsOf(where).filter((address) => address.startsWith('/api/'));
    if (!verbs.has(expression.name.text) || addresses.length === 0) return;
    const upload = this.uploads(handler);
    const said = { answers: distinct(this.answersOf(handler)), ...(upload && { upload }) };
    for (const address of addresses)
      this.operations[`${expression.name.text} ${address.replace(/:(\w+)/g, '{$1}')}`] = said;
  }

  /** Each text it may be; what only the running server knows stands as a star. */
  private textsOf(node: Expression): string[] {
    if (!isTemplateExpression(node)) {
      const words = this.wordsOf(node);
      return words.length > 0 ? words : ['*'];
    }
    return node.templateSpans.reduce<string[]>(
      (before, { expression, literal }) =>
        before.flatMap((head) => this.textsOf(expression).map((text) => head + text + literal.text)),
      [node.head.text],
    );
  }

  private wordsOf(node: Expression): string[] {
    const type = this.checker.getTypeAtLocation(node);
    const types = type?.isUnionType() ? type.getTypes() : type ? [type] : [];
    return types.every((each) => each.isStringLiteralType()) ? types.map(({ value }) => String(value)) : [];
  }

  /** Whether it, or what it calls in its own file, takes files of the request. */
  private uploads(body: Body, seen = new Set<Body>()): Answers['operations'][string]['upload'] {
    seen.add(body);
    for (const call of within(body)) {
      if (!isCallExpression(call)) continue;
      const [link] = chainOf(call);
      if (link?.name === 'files') return 'many';
      if (link?.name === 'file' && call.getText().startsWith('request.')) return 'one';
      const called = this.calledBy(call);
      const inside = called && !seen.has(called) && called.getSourceFile() === body.getSourceFile();
      const deeper = inside ? this.uploads(called, seen) : undefined;
      if (deeper) return deeper;
    }
    return undefined;
  }

  private calledBy(call: CallExpression): Body | undefined {
    const declaration = this.checker.getResolvedSignature(call)?.declaration?.resolve();
    return isFunction(declaration) ? declaration : undefined;
  }

  /** `before`: what was said of the answer by whoever calls this: sendPdf(reply.code(201), …). */
  private answersOf(body: Body, before: readonly Link[] = []): Answer[] {
    const said = [...saidBefore(body), ...before];
    return returnsOf(body).flatMap((each) => this.answersIn(each, said));
  }

  private answersIn(node: Expression, said: readonly Link[]): Answer[] {
    if (isParenthesizedExpression(node) || isAwaitExpression(node)) return this.answersIn(node.expression, said);
    if (isConditionalExpression(node))
      return [node.whenTrue, node.whenFalse].flatMap((each) => this.answersIn(each, said));
    const chain = isCallExpression(node) ? chainOf(node) : [];
    if (chain[0]?.name === 'send') return [this.sent([...chain, ...said])];
    const type = this.awaited(node);
    if (type && !(type.flags & TypeFlags.Never) && type.getSymbol()?.name !== 'FastifyReply')
      return [this.answer(200, undefined, type)];
    // Another function sends it, or refuses.
    if (!isCallExpression(node)) return [];
    const called = this.calledBy(node);
    const handed = node.arguments.filter((each) => isCallExpression(each)).flatMap((each) => chainOf(each));
    return called ? this.answersOf(called, handed) : [];
  }

  private sent([send, ...before]: readonly Link[]): Answer {
    const code = before.find(({ name }) => name === 'code')?.args[0];
    const format = before.find(({ name }) => name === 'type')?.args[0];
    if (code && !isNumericLiteral(code)) throw new Error(`a status that is counted: ${code.getText()}`);
    const media = format && (this.wordsOf(format).join(' ') || anyFormat);
    const content = send?.args[0];
    return this.answer(code ? Number(code.text) : 200, media, content && this.awaited(content));
  }

  private answer(status: number, media: string | undefined, type: Type | undefined): Answer {
    if (type === undefined || type.flags & (TypeFlags.Undefined | TypeFlags.Void)) return { status };
    if (this.schemas.isBytes(type) || media !== undefined)
      return { status, media: (media?.split(';')[0] ?? anyFormat).split(' ') };
    return { status, schema: this.schemas.of(type) };
  }

  private awaited(node: Expression): Type | undefined {
    const type = this.checker.getTypeAtLocation(node);
    if (!type?.isTypeReference() || type.getSymbol()?.name !== 'Promise') return type;
    return this.checker.getTypeArguments(type)[0];
  }
}

function distinct(answers: readonly Answer[]): Answer[] {
  const texts = [...new Set(answers.map((each) => JSON.stringify(each)))];
  // Of an empty list the compiler knows that nothing is in it; the other answer says what could be.
  return texts
    .filter((text) => texts.length === 1 || !text.includes('"items":{"not":{}}'))
    .map((text) => JSON.parse(text));
}
