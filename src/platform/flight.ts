import pg from 'pg';
import { nameOf, Prepared, type Shape, writesPeople } from './statements.ts';
import { wire } from './wire.ts';
import { wireValue } from './wireValue.ts';

export type Answer = { readonly rows: Record<string, unknown>[]; readonly tag: string };
type Asked = {
  readonly text: string;
  readonly values: readonly unknown[];
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};
type Sent = { readonly each: Asked; readonly shape: Shape; readonly rows: Answer['rows'] };

/** A connection of `pg`, as it hands it to whoever submits. */
type Connection = { readonly stream: { write(bytes: Buffer): void } };
type Fields = { readonly fields: readonly { name: string; dataTypeID: number }[] };
export type ParserOf = (oid: number) => (text: string) => unknown;

/** `set local app.counties = '140106'`, with room for a second county. */
const SHORT = 48;

/** On a pipelined connection `pg` takes nothing but its own queries. */
const Query = pg.Query as unknown as new (text: string) => object;

const prepared = new WeakMap<Connection, Prepared>();

function preparedOn(connection: Connection): Prepared {
  const known = prepared.get(connection) ?? new Prepared();
  prepared.set(connection, known);
  return known;
}

/** The database knows the statement no more, or its columns have changed under a plan that it kept. */
export function isForgotten(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === '26000' || (code === '0A000' && routine === 'RevalidateCachedQuery');
}

/**
 * Statements that go out in one write and are answered in one: one Sync for all of them, so that the database flushes
 * once. The first failure skips the rest up to there.
 */
class Flight extends Query {
  private readonly asked: readonly Asked[];
  private readonly parserOf: ParserOf;
  private readonly named: boolean;
  private readonly sent: Sent[] = [];
  private readonly fresh: string[] = [];
  private known = new Prepared();
  private at = 0;
  private failure: unknown;

  constructor(asked: readonly Asked[], parserOf: ParserOf, named: boolean) {
    super('');
    this.asked = asked;
    this.parserOf = parserOf;
    this.named = named;
  }

  submit(connection: Connection): null {
    this.known = preparedOn(connection);
    try {
      for (const each of this.asked) this.put(each, each.values.map(wireValue));
    } catch (error) {
      // A value that cannot be sent: what stands before it is answered, it and the rest are refused.
      this.failure = error;
    }
    connection.stream.write(wire.sync());
    return null;
  }

  private put(each: Asked, values: readonly (string | null)[]): void {
    // Without a parameter it is begin, commit or a setting. Short ones come with every command; the keys of a post are its own.
    const name = this.named && (values.length > 0 || each.text.length <= SHORT) ? nameOf(each.text) : '';
    const found = this.known.find(name);
    const shape = found ?? this.prepare(each.text, name);
    wire.bind(name, values);
    if (found === undefined) wire.describe();
    wire.execute();
    this.sent.push({ each, shape, rows: [] });
  }

  private prepare(text: string, name: string): Shape {
    const shape = name === '' ? { columns: [] } : this.known.add(name);
    for (const closed of this.known.takeClosing()) wire.close(closed);
    wire.parse(name, text);
    if (name !== '') this.fresh.push(name);
    return shape;
  }

  handleRowDescription({ fields }: Fields): void {
    const sent = this.sent[this.at];
    if (sent) sent.shape.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.parserOf(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const sent = this.sent[this.at];
    if (sent === undefined) return;
    const row: Record<string, unknown> = {};
    const { columns } = sent.shape;
    if (columns.length !== fields.length) this.failure = new Error('a row came whose columns were not described');
    for (let index = 0; index < columns.length; index += 1) {
      const { name, parse } = columns[index] as Shape['columns'][number];
      const text = fields[index];
      row[name] = text === null || text === undefined ? null : parse(text);
    }
    sent.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const sent = this.sent[this.at];
    if (this.failure !== undefined || sent === undefined) return;
    this.at += 1;
    sent.each.resolve({ rows: sent.rows, tag: text });
  }

  handleError(error: unknown): void {
    if (isForgotten(error)) this.known.forgetAll();
    this.failure ??= error;
    this.end();
  }

  handleReadyForQuery(): void {
    this.end();
  }

  private end(): void {
    if (this.at === this.asked.length) return;
    // Which of them were prepared and described before the failure is not known: they are closed and prepared anew.
    for (const name of this.fresh) this.known.forget(name);
    for (const { reject } of this.asked.slice(this.at)) reject(this.failure);
    this.at = this.asked.length;
  }
}

/** Connections whose last transaction only read and is not ended yet. */
const unended = new WeakMap<pg.ClientBase, NodeJS.Timeout>();
const END_MS = 5;

/** Collects what is asked within one turn of the event loop and sends it as one flight. */
export class Lane {
  private readonly client: pg.ClientBase;
  private readonly parserOf: ParserOf;
  private readonly named: boolean;
  private waiting: Asked[] = [];
  /** Whether any statement so far writes what a session is made of. */
  wrotePeople = false;

  constructor(client: pg.ClientBase, parserOf: ParserOf, named: boolean) {
    this.client = client;
    this.parserOf = parserOf;
    this.named = named;
    const timer = unended.get(client);
    if (timer === undefined) return;
    clearTimeout(timer);
    unended.delete(client);
    this.ask('commit').catch(() => {});
  }

  /** There is nothing to wait for: the end goes out with what this connection is asked next, or in a moment by itself. */
  endSoon(): void {
    const { client, parserOf, named } = this;
    unended.set(
      client,
      setTimeout(() => new Lane(client, parserOf, named), END_MS),
    );
  }

  ask(text: string, values: readonly unknown[] = []): Promise<Answer> {
    if (writesPeople(text)) this.wrotePeople = true;
    return new Promise((resolve, reject) => {
      // After every promise that is ready now: they may have more to ask.
      if (this.waiting.length === 0) process.nextTick(() => this.send());
      this.waiting.push({ text, values, resolve, reject });
    });
  }

  private send(): void {
    const asked = this.waiting;
    this.waiting = [];
    this.client.query(new Flight(asked, this.parserOf, this.named) as unknown as pg.Submittable);
  }
}
