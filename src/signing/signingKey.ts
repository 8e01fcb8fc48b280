import { createHash, createHmac } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';

/** Order of the group of SM2 (GB/T 32918.5). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

export type SigningKey = { privateKey: string; publicKey: string };

/**
 * The installation's SM2 key, drawn from its master key: no further secret to keep, and a house that comes back from a backup
 * signs with the same key. A number outside the group is as good as impossible; then the next one is taken.
 */
export function signingKey(masterKey: Uint8Array): SigningKey {
  for (let count = 1; ; count++) {
    const bytes = createHmac('sm3', masterKey).update(`fengqiao sm2 signing key ${count}`).digest('hex');
    const number = BigInt(`0x${bytes}`);
    if (number < 1n || number >= ORDER - 1n) continue;
    return { privateKey: bytes, publicKey: sm2.getPublicKeyFromPrivateKey(bytes) };
  }
}

/** What people compare by eye: the first 32 digits of the SM3 of the public key, in groups of four. */
export const fingerprintOf = (publicKey: string): string =>
  (createHash('sm3').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 32).match(/.{4}/g) ?? []).join(' ');
