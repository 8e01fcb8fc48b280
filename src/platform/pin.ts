import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** 16 MB and some 40 ms a try: six digits are few, so tries are also counted and locked by the caller. */
const cost = { N: 16_384, r: 8, p: 1 };

/** A query PIN of six digits for a resident's slip; never one that others would try first. */
export function newPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (!isTrivialPin(pin)) return pin;
  }
}

/** One digit or a short pattern repeated (111111, 121212, 123123), pairs (112233), or a run (123456, 987654, 890123). */
export function isTrivialPin(pin: string): boolean {
  if (/^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$|^(\d)\4(\d)\5(\d)\6$/.test(pin)) return true;
  const steps = Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin.charAt(index)) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** scrypt$salt$hash, bound to the matter: a row copied to another matter does not open it. */
export async function hashPin(matterId: string, pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(matterId, pin, salt);
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Forgives full-width digits and spaces. A broken stored value is simply not verified. */
export async function verifyPin(matterId: string, pin: string, stored: string): Promise<boolean> {
  const [scheme, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(matterId, pin.normalize('NFKC').replace(/\s/g, ''), Buffer.from(salt, 'base64url'));
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function derive(matterId: string, pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(`${matterId}:${pin}`, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
