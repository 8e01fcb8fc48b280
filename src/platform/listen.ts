import pg from 'pg';
import { CHANNEL, readSignal, type Signal } from './signal.ts';

export type Listening = { close(): Promise<void> };
type Hears = {
  onSignal(signal: Signal): void;
  /** Again after the connection was lost: what was said meanwhile nobody heard. */
  onGap(): void;
};

const FIRST_MS = 250;
const MOST_MS = 10_000;
/** A connection that died without a word is found out by asking. */
const ASK_MS = 20_000;

type Ends = (one: pg.Client) => void;

/** Resolves once it listens; `onEnd` hears once that it does not any more. */
async function connect(url: string, onSignal: Hears['onSignal'], onEnd: Ends): Promise<pg.Client> {
  const one = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  one.on('error', () => onEnd(one));
  one.on('end', () => onEnd(one));
  one.on('notification', ({ payload = '' }) => {
    const signal = readSignal(payload);
    if (signal) onSignal(signal);
  });
  await one.connect();
  await one.query(`listen ${CHANNEL}`);
  return one;
}

function letGo(one: pg.Client): void {
  one.removeAllListeners();
  one.on('error', () => {});
  one.end().catch(() => {});
}

/** One connection that hears what commits tell. Not through PgBouncer in transaction mode, which forgets a LISTEN. */
export function listen(url: string, { onSignal, onGap }: Hears): Listening {
  let closed = false;
  let client: pg.Client | undefined;
  let wait = FIRST_MS;
  let timer: NodeJS.Timeout | undefined;
  let heardBefore = false;

  const later = () => {
    if (closed) return;
    timer = setTimeout(start, wait);
    timer.unref();
    wait = Math.min(wait * 2, MOST_MS);
  };
  const again: Ends = (lost) => {
    if (client !== lost) return;
    client = undefined;
    letGo(lost);
    later();
  };
  const start = async () => {
    try {
      client = await connect(url, onSignal, again);
      if (closed) return letGo(client);
      wait = FIRST_MS;
      if (heardBefore) onGap();
      heardBefore = true;
    } catch {
      later();
    }
  };
  const ask = (one = client) => void one?.query('select 1').catch(() => again(one));
  const asking = setInterval(ask, ASK_MS).unref();
  void start();
  return {
    async close() {
      closed = true;
      for (const one of [asking, timer]) clearTimeout(one);
      await client?.end().catch(() => {});
    },
  };
}
