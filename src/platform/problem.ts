import { httpStatusOf, type RefusalKind } from './refusal.ts';

const refusals: Readonly<Record<RefusalKind, string>> = {
  invalid: '没有填对：fields 里一项一句，说怎么改',
  unauthenticated: '没有登录，或者登录过期了',
  forbidden: '现在的岗位不能做，message 里说谁能做',
  notFound: '没有，或者看不到',
  conflict: '别人先办了，或者现在不能这样办；重新读一遍再决定',
  tooMany: '太密了，等一会儿再来',
  unavailable: '暂时办不了，按 Retry-After 说的时间再来',
};

/** The one shape of every refusal and of every bug, as `httpErrors.ts` writes it. */
export const problem = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['kind', 'code', 'message', 'fields', 'requestId'],
      properties: {
        kind: { enum: [...Object.keys(refusals), 'bug'] },
        code: { type: 'string', description: '不变的代码，程序按它判断' },
        message: { type: 'string', description: '给人看的一句话' },
        fields: { type: 'object', additionalProperties: { type: 'string' }, description: '哪一项 → 怎么改' },
        requestId: { type: 'string', description: '报给管理员的编号' },
      },
    },
  },
};

const content = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** One answer a kind of refusal, for all addresses to point at. */
export const refusalResponses: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries({ ...refusals, other: '别的拒绝，或者系统的问题' }).map(([kind, description]) => [
    kind,
    { description, content },
  ]),
);

const refer = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** Which can come: a log-in may be missing where one is asked for, another site's page refused where something is done. */
export function refusalsOf(writes: boolean, closed: boolean): Record<string, object> {
  const everywhere = ['notFound', 'conflict', 'invalid', 'tooMany', 'unavailable'] as const;
  const kinds: readonly RefusalKind[] = writes || closed ? ['unauthenticated', 'forbidden', ...everywhere] : everywhere;
  return { ...Object.fromEntries(kinds.map((kind) => [httpStatusOf[kind], refer(kind)])), default: refer('other') };
}
