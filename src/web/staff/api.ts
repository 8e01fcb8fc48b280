import { live } from './live.ts';
import { sessionGate } from './session.ts';
import { traffic } from './traffic.ts';
import { understood } from './understood.ts';

type ErrorBody = {
  error?: { kind?: string; code?: string; message?: string; fields?: Record<string, string>; requestId?: string };
};

/** A refusal (a sentence a person can act on), our own fault (kind bug), or no answer at all (kind offline). */
export class ApiError extends Error {
  readonly kind: string;
  readonly code: string;
  /** Field path → sentence beside that field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;

  constructor(body: ErrorBody, fallback: { kind: string; message: string }) {
    const { kind, code, message, fields, requestId } = body.error ?? {};
    super(message ?? fallback.message);
    this.name = 'ApiError';
    this.kind = kind ?? fallback.kind;
    this.code = code ?? this.kind;
    this.fields = fields ?? {};
    this.requestId = requestId;
  }
}

const offline = () =>
  new ApiError({}, { kind: 'offline', message: '连不上服务器。写好的内容还在这一页，连上后再按一次。' });

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Options = {
  query?: Query | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** False: an expired log-in is answered with the error instead of the dialog over the page. */
  reLogin?: boolean;
};

function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

function request(method: string, { body, signal }: Options): RequestInit {
  const init: RequestInit = { method, credentials: 'same-origin', ...(signal && { signal }) };
  if (body === undefined) return init;
  if (body instanceof FormData) return { ...init, body };
  return { ...init, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function errorOf(path: string, response: Response): Promise<ApiError> {
  const body = await understood(path, (await response.json().catch(() => ({}))) as ErrorBody);
  return new ApiError(body, { kind: 'bug', message: `没有办成，是系统的问题（${response.status}）。写好的内容还在。` });
}

/** Until it is answered, what is heard of the matter that this is an act on is my own doing. */
function acting(method: string, path: string): () => void {
  const looksOnly = method === 'GET' || path.endsWith('previews');
  const code = looksOnly ? undefined : /^\/api\/[a-z-]+\/([A-Z0-9]{14,16})\//.exec(path)?.[1];
  return code ? live.acting(code) : () => {};
}

async function attempt(method: string, path: string, options: Options): Promise<Response> {
  const answered = acting(method, path);
  let response: Response;
  try {
    response = await fetch(address(path, options.query), request(method, options));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    traffic.lost();
    throw offline();
  } finally {
    answered();
  }
  traffic.heard();
  if (response.ok) return response;
  throw await errorOf(path, response);
}

/** An expired log-in opens the dialog over the page; whatever was typed stays, and the request goes out again. */
async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  try {
    return await attempt(method, path, options);
  } catch (error) {
    const expired = error instanceof ApiError && error.code === 'sessionExpired' && options.reLogin !== false;
    if (!expired || !(await sessionGate.expired())) throw error;
    return attempt(method, path, options);
  }
}

async function json<T>(method: string, path: string, options?: Options): Promise<T> {
  const response = await send(method, path, options);
  return response.status === 204 ? (undefined as T) : understood(path, (await response.json()) as T);
}

export const api = {
  get: <T>(path: string, query?: Query, options?: Omit<Options, 'query'>) =>
    json<T>('GET', path, { ...options, query }),
  post: <T>(path: string, body?: unknown, options?: Options) => json<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body?: unknown, options?: Options) => json<T>('PUT', path, { ...options, body }),
  delete: <T>(path: string) => json<T>('DELETE', path),
  /** PDF and Excel. */
  blob: async (method: 'GET' | 'POST', path: string, options?: Options) => (await send(method, path, options)).blob(),
  /** One or more files in the field `file`. */
  upload<T>(path: string, files: readonly File[]) {
    const body = new FormData();
    for (const file of files) body.append('file', file, file.name);
    return json<T>('POST', path, { body });
  },
};

/** A command repeated with the same id acts once. */
export const newCommandId = (): string => crypto.randomUUID();
