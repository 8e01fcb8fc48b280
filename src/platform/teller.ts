import pg from 'pg';
import { CHANNEL, type Signal, writeSignals } from './signal.ts';

/** What commits told within so long goes out together. */
const MOMENT_MS = 5;
const AGAIN_MS = 1_000;
/** More than this and the database is away: whoever listens asks for everything when it is back. */
const MOST = 10_000;

/**
 * Tells the other servers what was committed. On a connection of its own and after the commit: a transaction that notifies
 * holds a lock of the whole database until its commit is on disk.
 */
export class Teller {
  private readonly url: string;
  private readonly waiting = new Set<string>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.url = url;
  }

  tell(signals: readonly Signal[]): void {
    for (const signal of signals) for (const payload of writeSignals(signal)) this.waiting.add(payload);
    if (this.waiting.size > 0) this.soon(MOMENT_MS);
  }

  private soon(wait: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.sending = this.sending.then(() => this.send());
    }, wait);
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client.on('error', () => this.letGo(client));
    await client.connect();
    this.client = client;
    return client;
  }

  private letGo(client: pg.Client | undefined): void {
    if (client === this.client) this.client = undefined;
    client?.end().catch(() => {});
  }

  private async send(): Promise<void> {
    const payloads = [...this.waiting];
    this.waiting.clear();
    if (payloads.length === 0) return;
    try {
      const client = await this.connected();
      await client.query(`select pg_notify('${CHANNEL}', said) from unnest($1::text[]) said`, [payloads]);
    } catch {
      this.letGo(this.client);
      if (payloads.length + this.waiting.size > MOST) return;
      for (const payload of payloads) this.waiting.add(payload);
      this.soon(AGAIN_MS);
      this.timer?.unref();
    }
  }

  /** What was committed is told first. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
    await this.send();
    clearTimeout(this.timer);
    await this.client?.end().catch(() => {});
  }
}
