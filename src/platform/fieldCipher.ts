import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  getCiphers,
  getHashes,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { randomBytes } from './randomBytes.ts';

/** Made once for each purpose: Node spends more on taking over a key than on the digest of a phone number. */
export type FieldKey = { readonly index: KeyObject; readonly cipher: KeyObject; readonly mac: KeyObject };

/** One way to protect a field; `context` is authenticated, not stored. `open` answers nothing when anything was changed. */
export interface FieldCipher {
  /** First byte of every sealed value: old values stay readable after the site changes its provider. */
  format: number;
  hash: 'sm3' | 'sha256';
  /** Bytes of the key that encrypts. */
  keyLength: 16 | 32;
  seal(key: FieldKey, context: Buffer, plaintext: Buffer): Buffer;
  open(key: FieldKey, context: Buffer, body: Buffer): Buffer | undefined;
}

if (!getHashes().includes('sm3') || !getCiphers().includes('sm4-cbc'))
  throw new Error('This Node was built without SM3 or SM4 (GB/T 32905, 32907). Run the pinned Node of package.json.');

/**
 * SM4-CBC then HMAC-SM3 over context, IV and ciphertext: Node has no sm4-gcm.
 * Body: IV 16, ciphertext, MAC 32. Key: 16 bytes for SM4 and 32 for the MAC.
 */
const sm: FieldCipher = {
  format: 1,
  hash: 'sm3',
  keyLength: 16,
  seal(key, context, plaintext) {
    const iv = randomBytes(16);
    const cipher = createCipheriv('sm4-cbc', key.cipher, iv);
    const sealed = Buffer.concat([iv, cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([sealed, smMac(key, context, sealed)]);
  },
  open(key, context, body) {
    if (body.length < 16 + 16 + 32) return undefined;
    const sealed = body.subarray(0, -32);
    if (!timingSafeEqual(body.subarray(-32), smMac(key, context, sealed))) return undefined;
    const decipher = createDecipheriv('sm4-cbc', key.cipher, sealed.subarray(0, 16));
    return Buffer.concat([decipher.update(sealed.subarray(16)), decipher.final()]);
  },
};

/** The context goes in with its length, so that no other split of context and ciphertext has the same MAC. */
function smMac(key: FieldKey, context: Buffer, sealed: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(context.length);
  return createHmac('sm3', key.mac).update(length).update(context).update(sealed).digest();
}

/** AES-256-GCM. Body: nonce 12, ciphertext, tag 16. */
const aes: FieldCipher = {
  format: 2,
  hash: 'sha256',
  keyLength: 32,
  seal(key, context, plaintext) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.cipher, nonce).setAAD(context);
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, context, body) {
    if (body.length < 12 + 16) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', key.cipher, body.subarray(0, 12)).setAAD(context);
    decipher.setAuthTag(body.subarray(-16));
    try {
      return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]);
    } catch {
      return undefined;
    }
  },
};

export const fieldCiphers = { sm, aes } as const;

/** 48 bytes of key for one purpose by HKDF (RFC 5869) over the provider's own hash. */
export function deriveKey({ hash, keyLength }: FieldCipher, master: Buffer, purpose: string): FieldKey {
  const bytes = Buffer.from(hkdfSync(hash, master, 'fengqiao field keys v1', purpose, 48));
  return {
    index: createSecretKey(bytes),
    cipher: createSecretKey(bytes.subarray(0, keyLength)),
    mac: createSecretKey(bytes.subarray(16, 48)),
  };
}
