import { accessSync, constants } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { StartupProblem } from './startup-problem.ts';
import { readTrustedProxies } from './trustedProxies.ts';

export type Config = {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  /** Absolute. Holds `postgres` or `postgres.location`, `files`, `secrets.json`, `postgres.log`. */
  readonly dataDir: string;
  /** An own server; undefined means the embedded one. May be a PgBouncer. */
  readonly databaseUrl: string | undefined;
  /** Straight to the server, for migrations and LISTEN; the same as `databaseUrl` unless told. */
  readonly databaseDirectUrl: string | undefined;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** A place to try things out: invented people, own data, emptied each night. Always with mode `demo`. */
  readonly practice?: true;
  /** Where colleagues practice, shown in the menu of the real one. */
  readonly practiceUrl?: string;
  /** An SMS gateway behind the adapter's HTTP contract; without one people are called and written to. */
  readonly sms?: { readonly url: string; readonly secret: string };
  /** Addresses and ranges of the proxies before it. */
  readonly trustedProxies: readonly string[];
  /** What people type and QR codes carry, without a slash at the end. */
  readonly publicUrl: string;
};

export type Environment = Readonly<Record<string, string | undefined>>;

export const repositoryRoot = join(import.meta.dirname, '..', '..');

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

function value(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

/** PgBouncer in transaction mode keeps prepared statements from 1.21 on; before an older one they must have no name. */
export function namedStatements(env: Environment = process.env): boolean {
  const text = value(env, 'DATABASE_STATEMENTS') ?? 'named';
  if (text === 'named' || text === 'unnamed') return text === 'named';
  throw new StartupProblem(
    `DATABASE_STATEMENTS 只能是 named 或 unnamed，现在是“${text}”。`,
    `DATABASE_STATEMENTS must be named or unnamed, not "${text}".`,
  );
}

const isPractice = (env: Environment): boolean => value(env, 'FENGQIAO_MODE') === 'practice';

function port(env: Environment): number {
  const text = value(env, 'PORT') ?? (isPractice(env) ? '8620' : '8610');
  const number = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && number <= 65_535) return number;
  throw new StartupProblem(
    `PORT 应是 0 到 65535 的数字，现在是“${text}”。`,
    `PORT must be a number from 0 to 65535, not "${text}".`,
  );
}

function mode(env: Environment): Config['mode'] {
  const text = value(env, 'FENGQIAO_MODE') ?? 'demo';
  if (text === 'demo' || text === 'production') return text;
  if (text === 'practice') return 'demo';
  throw new StartupProblem(
    `FENGQIAO_MODE 只能是 demo（演示）、practice（练习）或 production（正式），现在是“${text}”。`,
    `FENGQIAO_MODE must be demo, practice or production, not "${text}".`,
  );
}

function address(env: Environment, name: string, protocols: readonly string[]): string | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text.replace(/\/+$/, '');
  // The value is not repeated: it may hold a password.
  throw new StartupProblem(
    `${name} 不是能用的地址，应以 ${protocols.join(' 或 ')}// 开头。`,
    `${name} is not an address that starts with ${protocols.join(' or ')}//.`,
  );
}

/** Practice has its own embedded database and nothing else, so that whatever is pressed there touches nothing real. */
function practice(env: Environment): Pick<Config, 'practice' | 'practiceUrl'> {
  if (!isPractice(env)) {
    const practiceUrl = address(env, 'PRACTICE_URL', ['http:', 'https:']);
    return practiceUrl === undefined ? {} : { practiceUrl };
  }
  if (value(env, 'DATABASE_URL') !== undefined || value(env, 'SMS_GATEWAY_URL') !== undefined)
    throw new StartupProblem(
      '练习只用自己的数据库，也不发短信：去掉 DATABASE_URL 和 SMS_GATEWAY_URL。',
      'Practice has its own database and sends no SMS: unset DATABASE_URL and SMS_GATEWAY_URL.',
    );
  return { practice: true };
}

function sms(env: Environment): Pick<Config, 'sms'> {
  const url = address(env, 'SMS_GATEWAY_URL', ['http:', 'https:']);
  const secret = value(env, 'SMS_GATEWAY_SECRET');
  if (url === undefined && secret === undefined) return {};
  if (url !== undefined && secret !== undefined) return { sms: Object.freeze({ url, secret }) };
  throw new StartupProblem(
    'SMS_GATEWAY_URL 和 SMS_GATEWAY_SECRET 要一起填写。',
    'SMS_GATEWAY_URL and SMS_GATEWAY_SECRET belong together.',
  );
}

function readable(name: string, file: string): string {
  const path = isAbsolute(file) ? file : resolve(file);
  try {
    accessSync(path, constants.R_OK);
    return path;
  } catch {
    throw new StartupProblem(`${name} 指的文件读不到：${path}`, `The file that ${name} names cannot be read: ${path}`);
  }
}

function tls(env: Environment): Config['tls'] {
  const cert = value(env, 'TLS_CERT');
  const key = value(env, 'TLS_KEY');
  if (cert === undefined && key === undefined) return undefined;
  if (cert !== undefined && key !== undefined)
    return Object.freeze({ certFile: readable('TLS_CERT', cert), keyFile: readable('TLS_KEY', key) });
  throw new StartupProblem('TLS_CERT 和 TLS_KEY 要一起填写。', 'TLS_CERT and TLS_KEY belong together.');
}

function host(env: Environment, chosen: Config['mode'], secure: boolean): string {
  const text = value(env, 'HOST') ?? (chosen === 'production' && secure ? '0.0.0.0' : '127.0.0.1');
  // Colleagues practice from their own desks: nothing real is there.
  if (chosen === 'production' || isPractice(env) || loopback.has(text)) return text;
  throw new StartupProblem(
    '演示模式的登录人人都知道，只能在本机打开。要让别的电脑访问，请用 FENGQIAO_MODE=production。',
    'Demo log-ins are public, so demo mode listens on this machine only. For others to connect, use FENGQIAO_MODE=production.',
  );
}

function database(env: Environment, name: string, chosen: Config['mode']): string | undefined {
  const url = address(env, name, ['postgres:', 'postgresql:']);
  if (url === undefined || chosen === 'demo' || new URL(url).password !== '') return url;
  // The password of the application role is derived from this one, so it must be a secret.
  throw new StartupProblem(`正式模式下 ${name} 要带密码。`, `In production mode ${name} needs a password.`);
}

/** Reads the environment once. Values that cannot be right are told in a sentence, never guessed. */
export function readConfig(env: Environment = process.env): Config {
  const chosen = mode(env);
  const certificate = tls(env);
  const number = port(env);
  const databaseUrl = database(env, 'DATABASE_URL', chosen);
  const direct = database(env, 'DATABASE_DIRECT_URL', chosen);
  if (direct !== undefined && databaseUrl === undefined)
    throw new StartupProblem(
      '填写了 DATABASE_DIRECT_URL，也要填写 DATABASE_URL。',
      'DATABASE_DIRECT_URL is only read together with DATABASE_URL.',
    );
  return Object.freeze({
    mode: chosen,
    host: host(env, chosen, certificate !== undefined),
    port: number,
    dataDir: resolve(repositoryRoot, value(env, 'DATA_DIR') ?? (isPractice(env) ? '.data/practice' : '.data')),
    databaseUrl,
    databaseDirectUrl: direct ?? databaseUrl,
    tls: certificate,
    ...sms(env),
    ...practice(env),
    trustedProxies: readTrustedProxies(value(env, 'TRUSTED_PROXIES')),
    publicUrl:
      address(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `${certificate ? 'https' : 'http'}://localhost:${number}`,
  });
}
