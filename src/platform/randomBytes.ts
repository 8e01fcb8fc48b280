import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8192);
let at = pool.length;

/** Random bytes for salts and nonces, drawn many at once: asking the system for sixteen costs as much as for thousands. */
export function randomBytes(count: number): Buffer {
  if (at + count > pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  const bytes = Buffer.from(pool.subarray(at, at + count));
  // Given out once, and kept nowhere else.
  pool.fill(0, at, at + count);
  at += count;
  return bytes;
}
