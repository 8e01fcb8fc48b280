import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { repositoryRoot } from '../config.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { migrate, readMigrations } from '../migrate.ts';

type Server = { adminUrl(database: string): string; stop(): Promise<void> };
type Template = { readonly server: Server; readonly name: string; readonly maintenance: pg.Client };
type LoadReferenceData = (adminUrl: string) => Promise<unknown>;

async function theServer(): Promise<Server> {
  const external = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!external) return startEmbeddedPostgres({ dataDir: '', ephemeral: true });
  return {
    adminUrl(database) {
      const url = new URL(external);
      url.pathname = `/${database}`;
      return url.href;
    },
    stop: async () => {},
  };
}

async function referenceData(): Promise<LoadReferenceData | undefined> {
  const file = join(repositoryRoot, 'src/server/referenceData.ts');
  if (!existsSync(file)) return undefined;
  return ((await import(file)) as { loadReferenceData: LoadReferenceData }).loadReferenceData;
}

/** Every run makes its own: on a server that stays, an older template may hold reference data of an older day. */
function templateName(): string {
  const digest = createHash('sha256').update(
    readMigrations()
      .map(({ sha256 }) => sha256)
      .join(),
  );
  return `fengqiao_template_${digest.digest('hex').slice(0, 8)}_${randomBytes(3).toString('hex')}`;
}

async function fillTemplate({ server, name, maintenance }: Template): Promise<void> {
  await maintenance.query(`create database ${name}`);
  await migrate(server.adminUrl(name));
  await (await referenceData())?.(server.adminUrl(name));
}

async function close({ server, name, maintenance }: Template, copies: Set<string>): Promise<void> {
  for (const copy of [...copies, name]) await maintenance.query(`drop database if exists ${copy} with (force)`);
  await maintenance.end();
  await server.stop();
}

async function makeTemplate(): Promise<Template> {
  const server = await theServer();
  const maintenance = new pg.Client({ connectionString: server.adminUrl('postgres') });
  maintenance.on('error', () => {});
  await maintenance.connect();
  const template = { server, name: templateName(), maintenance };
  try {
    await fillTemplate(template);
    return template;
  } catch (error) {
    await close(template, new Set());
    throw error;
  }
}

async function copyOf({ server, name, maintenance }: Template, copies: Set<string>): Promise<string> {
  const copy = `fengqiao_test_${randomBytes(5).toString('hex')}`;
  await maintenance.query(`create database ${copy} template ${name}`);
  copies.add(copy);
  return server.adminUrl(copy);
}

async function drop({ maintenance }: Template, copy: string, copies: Set<string>): Promise<void> {
  if (copies.delete(copy)) await maintenance.query(`drop database if exists ${copy} with (force)`);
}

/** A process of its own: building for browsers wants another NODE_ENV than tests. */
const buildWeb = () => promisify(execFile)(process.execPath, [join(repositoryRoot, 'bin/build.ts')]);

/**
 * One per run, asked by the test files over loopback: makes the template once, and a copy for each file that asks; builds
 * what browsers load once, for those who have one.
 * `create database` wants nobody connected to the template, so the copies are made here one after the other.
 */
export async function startBroker(): Promise<{ url: string; close(): Promise<void> }> {
  let template: Promise<Template> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const copies = new Set<string>();
  let web: Promise<unknown> | undefined;
  const answer = async (path: string): Promise<string> => {
    template ??= makeTemplate();
    const ready = await template;
    const copy = /^\/drop\/(\w+)$/.exec(path)?.[1];
    if (copy === undefined) return copyOf(ready, copies);
    await drop(ready, copy, copies);
    return '';
  };
  const inTurn = (path: string): Promise<string> => {
    const turn = queue.then(() => answer(path));
    queue = turn.catch(() => {});
    return turn;
  };
  const http = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/web') web ??= buildWeb();
    const done = path === '/web' ? web?.then(() => '') : inTurn(path);
    done?.then(
      (text) => response.end(text),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    http.closeAllConnections();
    http.close();
    const ready = await template?.catch(() => undefined);
    if (ready) await close(ready, copies);
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, close: stop };
}
