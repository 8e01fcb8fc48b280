import { createHash } from 'node:crypto';

/** What the first event of a chain follows. */
export const chainStart = '0'.repeat(64);

export interface ChainedEvent {
  hash: string;
  /** Everything the hash covers, without the hash itself. */
  body: unknown;
}

export type ChainCheck =
  | { ok: true; count: number; lastHash: string }
  /** `at` is the place of the first event that does not follow from the one before it, counted from 0. */
  | { ok: false; at: number; expected: string; found: string };

/**
 * JSON with sorted keys and no white space (as RFC 8785), so that a row read back from jsonb hashes as it was written.
 * Dates become ISO texts; keys without a value are left out; throws TypeError on what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

/** SM3 (GB/T 32905) over the previous hash, a line break and the event, as 64 hex digits. */
export function chainHash(previousHash: string, eventCanonicalJson: string): string {
  return createHash('sm3').update(`${previousHash}\n${eventCanonicalJson}`).digest('hex');
}

/**
 * Walks events in their order. A change, a loss or an exchange inside is found; events cut off at the end are found only
 * by comparing `lastHash` with one kept elsewhere.
 */
export function verifyChain(events: Iterable<ChainedEvent>, start: string = chainStart): ChainCheck {
  let lastHash = start;
  let count = 0;
  for (const { hash, body } of events) {
    const expected = chainHash(lastHash, canonicalJson(body));
    if (hash !== expected) return { ok: false, at: count, expected, found: hash };
    lastHash = hash;
    count += 1;
  }
  return { ok: true, count, lastHash };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
