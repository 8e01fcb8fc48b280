import pg from 'pg';

/** Whoever asks within so long gets the same answer: a probe in a loop costs the database nothing. */
const SAME_MS = 1_000;
const WITHIN_MS = 2_000;

/** Whether the database answers, asked past the pools: when all their connections are busy, it does. */
export function pulseOf(url: string): { beats(): Promise<boolean>; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
    keepAlive: true,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(false);
  const ask = () =>
    pool.query('select 1').then(
      () => true,
      () => false,
    );
  return {
    beats() {
      if (performance.now() - asked < SAME_MS) return answer;
      asked = performance.now();
      answer = ask();
      return answer;
    },
    close: () => pool.end(),
  };
}
