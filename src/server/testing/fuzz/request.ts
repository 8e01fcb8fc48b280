import type { InjectOptions } from 'fastify';
import type { Chance } from './chance.ts';
import type { Pool } from './pool.ts';
import { rubbishText } from './rubbish.ts';
import { type Schema, spoilt, valid } from './values.ts';

export type Route = {
  readonly method: string;
  readonly url: string;
  readonly schema?: { readonly body?: Schema; readonly querystring?: Schema; readonly params?: Schema };
};
type Around = { readonly chance: Chance; readonly pool: Pool };
export type Asked = Required<Pick<InjectOptions, 'method' | 'url' | 'remoteAddress'>> & {
  headers: Record<string, string>;
  payload?: string | Buffer;
};

/** Lone halves of a character cannot be escaped: they are sent as the bytes they would have. */
const escaped = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
};

function pathOf({ url, schema }: Route, around: Around, bad: boolean): string {
  const parts = url.split('/');
  return parts
    .map((part, at) => {
      if (part === '*') return 'style.css';
      if (!part.startsWith(':')) return part;
      const [, name = '', rest = ''] = /^:(\w+)(.*)$/.exec(part) ?? [];
      if (bad && around.chance.once(2))
        return around.chance.pick(['%', '%zz', '%00', '%ED%A0%80', escaped(rubbishText(around.chance))]);
      const here = around.pool.of(`@${parts.slice(0, at).join('/')}`);
      if (here.length > 0 && !around.chance.once(6)) return escaped(around.chance.pick(here)) + rest;
      return escaped(String(valid(schema?.params?.properties?.[name] ?? { type: 'string' }, name, around))) + rest;
    })
    .join('/');
}

function queryOf(schema: Schema | undefined, around: Around, bad: boolean): string {
  const { chance } = around;
  const shape = schema ?? {
    type: 'object',
    properties: bad ? { q: { type: 'string' }, code: { type: 'string' } } : {},
  };
  const made = valid(shape, '', around) as object;
  const sent = (bad ? spoilt(made, chance) : made) as Record<string, unknown>;
  const pairs = Object.entries(sent ?? {}).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    const texts = values.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)));
    return (bad && chance.once(5) ? [...texts, ...texts] : texts).map((each) => `${escaped(name)}=${escaped(each)}`);
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

const boundary = 'fuzz-boundary';
function multipart(around: Around, fields: object, bad: boolean): Buffer {
  const { chance } = around;
  const name = chance.pick(['now.jpg', '台账.xlsx', '表.docx', 'a\0b.png', '..\\..\\x', '']);
  const texts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${String(value)}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const bytes = chance.pick([
    Buffer.from('%PDF-1.4\n'),
    Buffer.from('PK\u0003\u0004 not a book'),
    Buffer.alloc(900, 7),
    Buffer.alloc(0),
  ]);
  const whole = Buffer.concat([
    Buffer.from(texts.join('')),
    Buffer.from(head),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  if (!bad) return whole;
  return chance.pick([
    whole.subarray(0, whole.length - 12),
    whole.subarray(20),
    Buffer.from(`--${boundary}\r\n\r\n`),
    Buffer.from('x'),
  ]);
}

type Body = Pick<Asked, 'payload'> & { type?: string };
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

function brokenBody({ chance }: Around, json: string): Body {
  const [payload, type] = chance.pick<readonly [string, string]>([
    [json.slice(0, -1), 'application/json'],
    [nested(200_000), 'application/json'],
    [`{"a":${nested(3_000)}}`, 'application/json'],
    ['{"__proto__":{"a":1}}', 'application/json'],
    ['"text"', 'application/json'],
    ['null', 'application/json'],
    [json, 'text/plain'],
    [json, 'application/xml'],
    [json, 'multipart/form-data'],
    [json, 'application/json; charset=utf-7'],
    ['a=1&a=2&b[c]=%ff%fe', 'application/x-www-form-urlencoded'],
    ['', 'application/json'],
  ]);
  return { payload, type };
}

function bodyOf({ method, url, schema }: Route, around: Around, how: How): Body {
  const { chance } = around;
  if (method === 'GET' || method === 'HEAD') return {};
  const made = schema?.body ? valid(schema.body, '', around) : {};
  if (how === 'broken')
    return chance.once(3)
      ? { payload: multipart(around, made as object, true), type: `multipart/form-data; boundary=${boundary}` }
      : brokenBody(around, JSON.stringify(made));
  const sent = how === 'spoilt' ? spoilt(made, chance) : made;
  if (/^\/(c|hall)(\/|$)/.test(url)) return formOf(around, how);
  if (schema?.body) return { payload: JSON.stringify(sent) ?? '', type: 'application/json' };
  if (chance.once(2))
    return { payload: multipart(around, made as object, false), type: `multipart/form-data; boundary=${boundary}` };
  return chance.once(2) ? {} : { payload: JSON.stringify(sent) ?? '', type: 'application/json' };
}

const formFields = [
  'pin',
  'text',
  'score',
  'words',
  'reason',
  'center',
  'day',
  'slot',
  'service',
  'name',
  'phone',
  'county',
  'code',
  'last4',
  'kind',
  'priority',
  'commandId',
  'token',
  'kept',
  'keptFor',
];
/** The pages without a script: any fields of any of their forms. */
function formOf(around: Around, how: How): Body {
  const { chance, pool } = around;
  const fields = formFields.flatMap((name) => {
    if (chance.once(2)) return [];
    const known = pool.of(name);
    const value =
      how === 'spoilt' && chance.once(3) ? rubbishText(chance) : known.length > 0 ? chance.pick(known) : '1';
    return [[name, value] as const];
  });
  if (chance.once(3))
    return {
      payload: multipart(around, Object.fromEntries(fields), false),
      type: `multipart/form-data; boundary=${boundary}`,
    };
  return {
    payload: fields.map(([name, value]) => `${name}=${escaped(value)}`).join('&'),
    type: 'application/x-www-form-urlencoded',
  };
}

type How = 'valid' | 'spoilt' | 'broken';

/** One request to this address: as it is meant, with one thing wrong in it, or not even well-formed. */
export function requestTo(route: Route, around: Around): Asked {
  const { chance } = around;
  const drawn = chance.below(20);
  const how: How = drawn < 11 ? 'valid' : drawn < 18 ? 'spoilt' : 'broken';
  const bad = how !== 'valid' && chance.once(how === 'broken' ? 2 : 4);
  const query = queryOf(route.schema?.querystring, around, how !== 'valid' && (bad || route.method === 'GET'));
  const { payload, type } = bodyOf(route, around, how);
  const odd =
    how === 'broken' && chance.once(4)
      ? { 'x-forwarded-for': '999.1.1.1,\u00ff', 'accept-language': 'x'.repeat(4_000), range: 'bytes=9-1' }
      : {};
  return {
    method: route.method as Asked['method'],
    url: pathOf(route, around, bad) + query,
    remoteAddress: `10.${chance.below(200)}.${chance.below(200)}.7`,
    headers: { ...odd, ...(type && { 'content-type': type }) },
    ...(payload !== undefined && { payload }),
  };
}
