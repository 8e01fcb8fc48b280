import { demoPassword } from '../src/people/demoLogins.ts';
import type { Eyes } from './eyes.ts';
import type { Chapter, Sameness } from './transcript.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are read by a script that knows their shape
export type Answer = any;

export class Unexpected extends Error {}

type Said = {
  readonly zh: string;
  readonly en: string;
  /** What of the answer is written down; all of it without this. */
  readonly show?: (answer: Answer) => unknown;
  /** An answer of this status is the right one. */
  readonly status: number;
  /** What is written down of a body that is no JSON. */
  readonly sent?: unknown;
};

export type Play = {
  readonly url: string;
  readonly same: Sameness;
  readonly chapters: Chapter[];
  readonly log: (line: string) => void;
  /** A real browser beside the requests. */
  readonly browser?: boolean;
  readonly eyes?: Eyes | undefined;
};

export function chapter(play: Play, zh: string, en: string): void {
  play.chapters.push({ zh, en, exchanges: [] });
  play.log(`\n${zh}`);
}

async function readAnswer(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return response.json();
  const bytes = Buffer.from(await response.arrayBuffer());
  if (type.includes('html')) return bytes.toString('utf8');
  return bytes.length === 0 ? undefined : { type: type.split(';')[0], begins: bytes.subarray(0, 5).toString('latin1') };
}

function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    if (value.join('=') === '') jar.delete(name);
    else jar.set(name, value.join('='));
  }
}

/** Somebody with a browser: keeps cookies, writes down what is asked and answered, and stops at a wrong answer. */
export function someone(play: Play, who: string) {
  const jar = new Map<string, string>();
  async function ask(method: string, path: string, body: BodyInit | object | undefined, said: Said): Promise<Answer> {
    const plain = body !== undefined && !(body instanceof FormData) && !(body instanceof URLSearchParams);
    const headers: Record<string, string> = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    if (plain) headers['content-type'] = 'application/json';
    const payload = plain ? JSON.stringify(body) : (body as BodyInit | undefined);
    const options = { method, headers, redirect: 'manual' as const, ...(payload !== undefined && { body: payload }) };
    const response = await fetch(play.url + path, options);
    keepCookies(jar, response);
    const answer = await readAnswer(response);
    play.log(`  ${response.status === said.status ? '✓' : '✗'} ${who}：${said.zh}`);
    if (response.status !== said.status)
      throw new Unexpected(
        `${method} ${path}: ${response.status} instead of ${said.status}\n${JSON.stringify(answer, null, 2)}`,
      );
    const shown = said.show ? said.show(answer) : answer;
    const written = said.sent ?? (plain ? body : undefined);
    play.chapters.at(-1)?.exchanges.push({
      who,
      zh: said.zh,
      en: said.en,
      request: `${method} ${path}`,
      status: response.status,
      ...(written !== undefined && { body: written }),
      ...(shown !== undefined && { answer: shown }),
    });
    return answer;
  }
  /** Asks again until the answer is ready, as a page does, and writes down the last one only. */
  async function until(path: string, ready: (answer: Answer) => boolean, zh: string, en: string): Promise<Answer> {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    for (let tries = 0; tries < 240; tries += 1) {
      if (ready(await readAnswer(await fetch(play.url + path, { headers }))))
        return ask('GET', path, undefined, { zh, en, status: 200, show: ({ state }) => ({ state }) });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Unexpected(`GET ${path} is never ready`);
  }
  /** One of very many alike, pressed and not written down. */
  async function silently(path: string, body: object): Promise<Answer> {
    const headers = {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/json',
    };
    const response = await fetch(play.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await readAnswer(response);
    if (!response.ok) throw new Unexpected(`POST ${path}: ${response.status}\n${JSON.stringify(answer, null, 2)}`);
    return answer;
  }
  /** A paper or a workbook, to be kept. */
  async function file(path: string): Promise<Buffer> {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(play.url + path, { headers });
    if (!response.ok) throw new Unexpected(`GET ${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }
  /** Looked at and not written down. */
  async function quietly(path: string): Promise<Answer> {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(play.url + path, { headers });
    if (!response.ok) throw new Unexpected(`GET ${path}: ${response.status}`);
    return readAnswer(response);
  }
  return {
    who,
    ask,
    quietly,
    silently,
    file,
    cookies: () => [...jar].map(([name, value]) => `${name}=${value}`),
    until,
    get: (path: string, zh: string, en: string, show?: Said['show']) =>
      ask('GET', path, undefined, { zh, en, status: 200, ...(show && { show }) }),
    post: (path: string, body: object, zh: string, en: string, more: Partial<Said> = {}) =>
      ask('POST', path, body, { zh, en, status: 200, ...more }),
  };
}

export type Someone = ReturnType<typeof someone>;

/** A demo person, logged in. */
export async function official(play: Play, login: string, who: string): Promise<Someone> {
  const person = someone(play, who);
  const shown = (me: Answer) => ({
    name: me.user.name,
    post: me.post && { role: me.post.role, unitId: me.post.unitId },
  });
  await person.post(
    '/api/sessions',
    { login, password: demoPassword },
    '登录。',
    'Logs in; the cookie that comes back stands for the post.',
    { status: 201, show: shown },
  );
  return person;
}
