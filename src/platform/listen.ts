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

/** One connection that hears what commits tell. Not through PgBouncer in transaction mode, which forgets a LISTEN. */
export function listen(url: string, { onSignal, onGap }: Hears): Listening {
  let closed = false;
  let client: pg.Client | undefined;
  let wait = FIRST_MS;
  let timer: NodeJS.Timeout | undefined;
  let heardBefore = false;

  const again = (lost: pg.Client) => {
    if (client !== lost) return;
    client = undefined;
    lost.removeAllListeners();
    lost.on('error', () => {});
    lost.end().catch(() => {});
    if (closed) return;
    timer = setTimeout(connect, wait);
    timer.unref();
    wait = Math.min(wait * 2, MOST_MS);
  };
  const connect = () => {
    const one = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = one;
    one.on('error', () => again(one));
    one.on('end', () => again(one));
    one.on('notification', ({ payload = '' }) => {
      const signal = readSignal(payload);
      if (signal) onSignal(signal);
    });
    one
      .connect()
      .then(() => one.query(`listen ${CHANNEL}`))
      .then(() => {
        wait = FIRST_MS;
        if (heardBefore) onGap();
        heardBefore = true;
      })
      .catch(() => again(one));
  };
  const asking = setInterval(() => {
    const one = client;
    one?.query('select 1').catch(() => again(one));
  }, ASK_MS);
  asking.unref();
  connect();
  return {
    async close() {
      closed = true;
      clearInterval(asking);
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
