import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Http } from '../../platform/http.ts';
import { completed, type Knowledge } from '../../platform/openapi.ts';
import { httpStatusOf } from '../../platform/refusal.ts';
import type { Said } from './described.ts';

type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly components: { readonly responses: Readonly<Record<string, { readonly content?: object }>> };
};
const told = new Set(Object.values(httpStatusOf).map(String));

/** The same schema in which an object holds nothing but what is written: what somebody is sent beyond it is a finding. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner &&
    typeof inner.properties === 'object' &&
    inner.type === 'object' &&
    !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}

class Proof {
  private readonly description: Described;
  private readonly ajv: Ajv2020;
  private readonly compiled = new Map<string, ValidateFunction>();
  constructor(description: Described) {
    this.description = description;
    const isTime = (text: string) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
    this.ajv = new Ajv2020({ strict: false, formats: { 'date-time': isTime, binary: true } });
    this.ajv.addSchema(closed(description) as object, 'all');
  }

  /** What is wrong with an answer, or nothing. */
  finding(request: FastifyRequest, reply: FastifyReply, payload: unknown): string | undefined {
    const path = (request.routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    const said = this.description.paths[path]?.[request.method.toLowerCase()];
    if (!said) return undefined;
    const status = String(reply.statusCode);
    const key = said.responses?.[status] ? status : 'default';
    if (key === 'default' && (status.startsWith('2') || told.has(status))) return `${status} is not described`;
    const pointer = ['paths', path, request.method.toLowerCase(), 'responses', key];
    const { $ref } = said.responses?.[key] ?? {};
    const at = $ref ? ['components', 'responses', $ref.slice($ref.lastIndexOf('/') + 1)] : pointer;
    const answer = $ref ? this.description.components.responses[at[2] ?? ''] : said.responses?.[key];
    return this.wrong(at, Object.keys(answer?.content ?? {}), String(reply.getHeader('content-type') ?? ''), payload);
  }

  private wrong(at: readonly string[], media: readonly string[], type: string, payload: unknown): string | undefined {
    if (media.length === 0) return payload ? `something is sent, nothing is described` : undefined;
    const format = type.replace(/;.*/, '');
    if (!media.includes(format) && !media.includes('*/*')) return `${format} is sent, ${media} described`;
    if (format !== 'application/json' || typeof payload !== 'string') return undefined;
    const where = [...at, 'content', format, 'schema'].map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
    const name = `all#/${where.map(encodeURIComponent).join('/')}`;
    const check = this.compiled.get(name) ?? this.ajv.compile({ $ref: name });
    this.compiled.set(name, check);
    if (check(JSON.parse(payload))) return undefined;
    return check.errors?.map((each) => `${each.instancePath} ${each.message} ${Object.values(each.params)}`).join('; ');
  }
}

/** From here on, whatever this server answers is laid beside the open description; what is otherwise becomes a bug. */
export function proveAnswers(app: Http, knowledge: Knowledge, tell: (sentence: string) => void = console.error): void {
  let proof: Proof | undefined;
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method === 'HEAD' || reply.getHeader('content-encoding') !== undefined) return payload;
    proof ??= new Proof(completed(app.swagger() as object, knowledge) as Described);
    const finding = proof.finding(request, reply, payload);
    if (finding === undefined) return payload;
    const sentence = `${request.method} ${request.routeOptions.url} answers otherwise than described: ${finding}`;
    tell(sentence);
    // Not thrown: an error while a refusal is on its way would go out as that refusal.
    reply.code(500).removeHeader('content-length').type('application/json');
    return JSON.stringify({
      error: { kind: 'bug', code: 'bug', message: sentence, fields: {}, requestId: request.id },
    });
  });
}
