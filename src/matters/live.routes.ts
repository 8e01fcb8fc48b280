import type { FastifyReply, FastifyRequest } from 'fastify';
import { findOnlooker } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { type Listening, listen } from '../platform/listen.ts';
import { appUrl } from '../platform/migrate.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import type { Signal } from '../platform/signal.ts';
import { readSeen } from './live.sql.ts';
import { distinct, heardAs, type LiveEvent } from './liveStream.ts';

/** Pages a person has open in front of others: hidden ones let go of their stream. */
const STREAMS_A_PERSON = 6;
const STREAMS = 2_000;
/** Proxies end what is silent for a minute; and a log-in that ended without a word is found out. */
const BEAT_MS = 20_000;
/** Changes of a moment are looked up and told together. */
const MOMENT_MS = 150;

type Stream = { actor: Actor; sessionId: string; request: FastifyRequest; reply: FastifyReply; beat: NodeJS.Timeout };

function write(stream: Stream, number: number, events: readonly LiveEvent[]): void {
  for (const event of distinct(events)) stream.reply.raw.write(`id: ${number}\ndata: ${JSON.stringify(event)}\n\n`);
}

class Live {
  private readonly streams = new Set<Stream>();
  private waiting: Signal[] = [];
  private listening: Listening | undefined;
  private moment: NodeJS.Timeout | undefined;
  private number = 0;
  private readonly deps: Deps;
  constructor(deps: Deps) {
    this.deps = deps;
  }

  /** The connection that listens is opened for the first who looks on, past any PgBouncer. */
  private start(): void {
    const { config, db } = this.deps;
    const url = config.databaseDirectUrl === undefined ? db.url : appUrl(config.databaseDirectUrl);
    this.listening ??= listen(url, { onSignal: (signal) => this.hear(signal), onGap: () => this.tellAll() });
  }

  private hear(signal: Signal): void {
    this.waiting.push(signal);
    this.moment ??= setTimeout(() => void this.tell(), MOMENT_MS);
  }

  private async tell(): Promise<void> {
    this.moment = undefined;
    const signals = this.waiting.splice(0);
    const ended = signals.filter(({ kind }) => kind === 'session').flatMap(({ keys }) => keys);
    const named = ({ sessionId, actor }: Stream) =>
      [sessionId, actor.userId, actor.postId].some((key) => ended.includes(key));
    // First, so that nobody hears anything more as who they no longer are.
    await Promise.all([...this.streams].filter(named).map((stream) => this.lookAgain(stream)));
    try {
      const seen = await readSeen(this.deps.db, signals);
      this.number += 1;
      for (const stream of this.streams) {
        const events = signals.map((signal) => heardAs(signal, seen, stream.actor));
        write(
          stream,
          this.number,
          events.filter((event) => event !== undefined),
        );
      }
    } catch {
      this.tellAll();
    }
  }

  private tellAll(): void {
    this.number += 1;
    for (const stream of this.streams) write(stream, this.number, [{ kind: 'catchUp' }]);
  }

  /** A log-in that ended, or acts as another post now, gets no further word: the page asks anew, as who it is then. */
  private async lookAgain(stream: Stream): Promise<void> {
    const found = await findOnlooker(stream.request, this.deps).catch(() => ({ actor: stream.actor }));
    const same = found?.actor.postId === stream.actor.postId;
    if (!same || String(found.actor.viewers) !== String(stream.actor.viewers)) this.end(stream);
    else stream.reply.raw.write(': still here\n\n');
  }

  private end(stream: Stream): void {
    if (!this.streams.delete(stream)) return;
    clearInterval(stream.beat);
    const { socket } = stream.reply.raw;
    stream.reply.raw.end();
    // A page that does not read any more would keep a closing server waiting.
    socket?.destroySoon();
  }

  open(request: FastifyRequest, reply: FastifyReply, { actor, sessionId }: Pick<Stream, 'actor' | 'sessionId'>): void {
    const own = [...this.streams].filter((stream) => stream.actor.userId === actor.userId);
    if (own.length >= STREAMS_A_PERSON || this.streams.size >= STREAMS)
      refuse('tooMany', 'tooManyStreams', '同时打开的页面太多，这一页不再自动更新，按刷新也能看到最新的。');
    // Gone before it was let in: nobody would tell that it left.
    if (request.raw.destroyed) return void reply.hijack();
    this.start();
    const stream = { actor, sessionId, request, reply, beat: setInterval(() => void this.lookAgain(stream), BEAT_MS) };
    stream.beat.unref();
    reply.hijack();
    const head = {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      connection: 'close',
    };
    reply.raw.writeHead(200, head as Record<string, string>);
    reply.raw.write('retry: 2000\n\n');
    this.streams.add(stream);
    // Whoever was here before may have missed something: what it shows is asked for again.
    if (request.headers['last-event-id'] !== undefined) write(stream, this.number, [{ kind: 'catchUp' }]);
    else reply.raw.write(`id: ${this.number}\n: open\n\n`);
    // Of the answer: a request is over as soon as it was read.
    reply.raw.on('close', () => this.end(stream));
  }

  async close(): Promise<void> {
    for (const stream of this.streams) this.end(stream);
    clearTimeout(this.moment);
    await this.listening?.close();
  }
}

/** What changes, told to the pages that show it. Only that it did: they ask for it as for everything else. */
export function liveRoutes(app: Http, deps: Deps): void {
  const live = new Live(deps);
  app.addHook('preClose', () => live.close());
  const response = {
    200: { description: '一行一件', content: { 'text/event-stream': { schema: { type: 'string' } } } },
  };
  app.get(
    '/api/live',
    { schema: { tags: ['实时 live'], summary: '有变化时说一声', response } },
    async (request, reply) => {
      const onlooker = await findOnlooker(request, deps);
      if (!onlooker) throw new Refusal('unauthenticated', 'sessionExpired', '登录已过期，不再自动更新。');
      live.open(request, reply, onlooker);
    },
  );
}
