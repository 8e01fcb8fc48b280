import { problem, refusalResponses, refusalsOf } from './problem.ts';

type Schema = { readonly [key: string]: unknown };
/** With a schema it is JSON; otherwise in one of these formats, or empty. */
export type Answer = { readonly status: number; readonly schema?: Schema; readonly media?: readonly string[] };
type Answered = { readonly answers: readonly Answer[]; readonly upload?: 'one' | 'many' };
/** What the handlers answer, as the compiler reads it: `bin/openapi.ts` writes it down, no request waits for it. */
export type Answers = {
  readonly operations: Readonly<Record<string, Answered>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};
type Scheme = { type: 'apiKey'; in: 'cookie' | 'header'; name: string; description: string };
/** What the description needs to know besides the addresses. */
export type Knowledge = {
  readonly answers: () => Answers;
  /** How one shows who one is: `session` wherever an address says nothing else. */
  readonly schemes: Record<string, Scheme>;
  /** Part of an address → what it means, where its schema has no title. */
  readonly parameterWords: Readonly<Record<string, string>>;
};

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema };
type Operation = {
  tags?: string[];
  security?: object[];
  parameters?: Parameter[];
  requestBody?: object;
  responses?: Record<string, object>;
};
type Description = { paths?: Record<string, Record<string, Operation>>; info?: object };

const binary: Schema = { type: 'string', format: 'binary' };
const json = (schema: Schema) => ({ 'application/json': { schema } });

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Our own words for a form become descriptions; what is filled in when left out is no longer asked for. */
function spoken(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(spoken);
  if (!isPlain(node)) return node;
  const { sentence, unit, required, properties, ...rest } = node;
  const said = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, spoken(value)]));
  if (typeof sentence === 'string' && said.description === undefined) said.description = sentence;
  if (typeof unit === 'string') said['x-unit'] = unit;
  if (!isPlain(properties)) return { ...said, ...(required !== undefined && { required }) };
  // These are names of fields, whatever they are called.
  said.properties = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, spoken(value)]));
  const asked = ((required ?? []) as string[]).filter((name) => !('default' in (properties[name] as object)));
  return { ...said, ...(asked.length > 0 && { required: asked }) };
}

function parameterOf({ schema, ...rest }: Parameter, words: Knowledge['parameterWords']): Parameter {
  const said = (schema === undefined ? {} : spoken(schema)) as Schema;
  const description = rest.description ?? said.title ?? said.description ?? words[rest.name];
  const required = rest.in === 'path' || (rest.required === true && !('default' in said));
  return { ...rest, required, ...(typeof description === 'string' && { description }), schema: said };
}

function successes(answers: readonly Answer[]): Record<string, object> {
  const statuses = [...new Set(answers.map(({ status }) => status))];
  const told = statuses.map((status) => {
    const these = answers.filter((each) => each.status === status);
    const schemas = these.map(({ schema }) => schema).filter((schema) => schema !== undefined);
    const media = these.flatMap((each) => each.media ?? []);
    const [first, second] = schemas;
    const content = {
      ...(first && json(second ? { anyOf: schemas } : first)),
      ...Object.fromEntries(media.map((name) => [name, { schema: binary }])),
    };
    const description = status === 204 ? '做好了，没有内容' : '做好了';
    return [status, { description, ...(Object.keys(content).length > 0 && { content }) }];
  });
  return Object.fromEntries(told);
}

const uploadOf = (upload: 'one' | 'many') => {
  const file = upload === 'one' ? binary : { type: 'array', items: binary, minItems: 1, maxItems: 10 };
  const schema = { type: 'object', properties: { file }, required: ['file'] };
  return { required: true, content: { 'multipart/form-data': { schema } } };
};

/** GET /api/disputes/{code}/looks → getDisputesByCodeLooks */
function nameOf(method: string, path: string): string {
  const words = path.replace('/api/', '').replace(/\{(\w+)\}/g, 'by/$1');
  return method + words.replace(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** An address of its own, or one of those that a loop registers: the one with the fewest stars. */
function answersTo({ operations }: Answers, method: string, path: string): Answered | undefined {
  const address = `${method} ${path}`;
  const fits = (pattern: string) =>
    pattern.includes('*') &&
    new RegExp(`^${pattern.replace(/[.{}]/g, '\\$&').replaceAll('*', '[^/]+')}$`).test(address);
  const found = Object.keys(operations).filter(fits);
  const [closest = ''] = found.toSorted((a, b) => a.split('*').length - b.split('*').length);
  return operations[address] ?? operations[closest];
}

type Known = { readonly answers: Answers; readonly words: Knowledge['parameterWords'] };

function operationOf(method: string, path: string, said: Operation, { answers, words }: Known): Operation {
  const found = answersTo(answers, method, path);
  const parameters = said.parameters?.map((each) => parameterOf(each, words));
  const body = found?.upload ? uploadOf(found.upload) : said.requestBody && (spoken(said.requestBody) as object);
  const told = found && found.answers.length > 0 ? successes(found.answers) : said.responses;
  return {
    ...{ operationId: nameOf(method, path), ...said },
    ...(parameters && { parameters }),
    ...(body && { requestBody: body }),
    responses: { ...told, ...refusalsOf(method !== 'get', said.security === undefined) },
  };
}

const groupsOf = (methods: Record<string, Operation>) => Object.values(methods).flatMap(({ tags = [] }) => tags);

/** The description of the framework, completed by what is answered, what is refused, and who may ask. */
export function completed(description: Description, knowledge: Knowledge): object {
  const known = { answers: knowledge.answers(), words: knowledge.parameterWords };
  const paths = Object.entries(description.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, said]) => [method, operationOf(method, path, said, known)]),
    ),
  ]);
  const groups = new Set(Object.values(description.paths ?? {}).flatMap(groupsOf));
  return {
    ...description,
    tags: [...groups].map((name) => ({ name, description: name.replace(/ .*/, '') })),
    servers: [{ url: '/', description: '本机' }],
    security: [{ session: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: knowledge.schemes,
      schemas: { ...known.answers.schemas, Problem: problem },
      responses: refusalResponses,
    },
  };
}
