import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code lives for at most two of these: a photo of it that is sent on is dead within thirty seconds. */
const TURN_MS = 15_000;

const turnOf = (now: Date): number => Math.floor(now.getTime() / TURN_MS);

function codeOf(secret: string | Buffer, sittingId: string, turn: number): string {
  const digest = createHmac('sha256', secret).update(`door/${sittingId}/${turn}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** What the room's screen shows, and from when it shows another. */
export function doorCode(secret: string | Buffer, sittingId: string, now: Date): { code: string; until: Date } {
  const turn = turnOf(now);
  return { code: codeOf(secret, sittingId, turn), until: new Date((turn + 1) * TURN_MS) };
}

/** Whether it is what the screen shows, or showed just before. */
export function isDoorCode(secret: string | Buffer, sittingId: string, typed: string, now: Date): boolean {
  const plain = typed.normalize('NFKC').replace(/\D/g, '');
  const turn = turnOf(now);
  return [turn, turn - 1].some((each) => {
    const wanted = codeOf(secret, sittingId, each);
    return plain.length === wanted.length && timingSafeEqual(Buffer.from(plain), Buffer.from(wanted));
  });
}
