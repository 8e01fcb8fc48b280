import { createHmac, createSecretKey, type KeyObject, randomInt, timingSafeEqual } from 'node:crypto';
import { randomBytes } from './randomBytes.ts';

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

/**
 * hmac$salt$hash, bound to the matter: a row copied to another matter does not open it. Six digits fall to any search, so
 * not cost but the key protects them: without the master key the stored values say nothing, and tries are counted.
 */
export function hashPin(key: Uint8Array, matterId: string, pin: string): string {
  const salt = randomBytes(16).toString('base64url');
  return `hmac$${salt}$${keyed(key, matterId, pin, salt).toString('base64url')}`;
}

/** Forgives full-width digits and spaces. A broken stored value is simply not verified. */
export function verifyPin(key: Uint8Array, matterId: string, pin: string, stored: string): boolean {
  const [scheme, salt, hash] = stored.split('$');
  if (scheme !== 'hmac' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = keyed(key, matterId, pin.normalize('NFKC').replace(/\s/g, ''), salt);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

const keys = new WeakMap<Uint8Array, KeyObject>();
function keyOf(bytes: Uint8Array): KeyObject {
  const key = keys.get(bytes) ?? createSecretKey(bytes);
  keys.set(bytes, key);
  return key;
}

const keyed = (key: Uint8Array, matterId: string, pin: string, salt: string): Buffer =>
  createHmac('sm3', keyOf(key)).update(`pin\n${matterId}\n${salt}\n${pin}`).digest();
