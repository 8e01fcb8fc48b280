import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { now } from './now.ts';

/** Two requests may carry times a moment apart; an id never sorts before one already given within this span. */
const LAG_MS = 10_000;

let lastMs = 0;
let counter = 0;

function nextTick(asked: number): number {
  const lagging = asked <= lastMs && asked > lastMs - LAG_MS;
  if (!lagging) {
    lastMs = asked;
    counter = randomBytes(2).readUInt16BE() & 0x7ff;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  return lastMs;
}

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter, 62 random bits.
 * Sorts in the order asked for within one process; a time more than ten seconds back (seeds, paper entered later) is kept as given.
 */
export function newId(at: Date = now()): string {
  const ms = nextTick(at.getTime());
  const time = ms.toString(16).padStart(12, '0');
  const tick = (0x7000 | counter).toString(16);
  // The last 62 bits of a random one, variant included: Node draws those ahead, many at once.
  return `${time.slice(0, 8)}-${time.slice(8)}-${tick}${randomUUID().slice(18)}`;
}

/**
 * The id of what a command makes: the same however often this person sends this command about this, and nobody else's. What a
 * client sends is never itself a key, or whoever sends it again would meet what another made.
 */
export function idFor(commandId: string, ...of: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([commandId.toLowerCase(), ...of]))
    .digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is an id of ours: a lower-case UUIDv7. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuidV7.test(text);
}
