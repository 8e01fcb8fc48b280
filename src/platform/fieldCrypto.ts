import { createHmac } from 'node:crypto';
import { deriveKey, type FieldCipher, type FieldKey, fieldCiphers } from './fieldCipher.ts';

export interface FieldCryptoOptions {
  /** sm: SM4 and SM3 (密码法 27, GB/T 39786), the default. aes: AES-256-GCM and SHA-256. */
  provider?: keyof typeof fieldCiphers;
  /** At least 32 random bytes. */
  masterKey: Uint8Array;
  /** 1–255, written into every sealed value. */
  keyVersion?: number;
  /** Earlier master keys by version: still opened, never sealed with. */
  previousKeys?: Readonly<Record<number, Uint8Array>>;
}

export interface FieldCrypto {
  /** Base64url of format byte, key version byte, body. The same text seals differently each time. */
  seal(countyCode: string, plaintext: string): string;
  /** Throws FieldUnreadable when the value was changed, belongs to another county, or its key is missing. */
  open(countyCode: string, sealed: string): string;
  /**
   * For exact look-up: 43 characters, equal for equal `normalized` within a county and kind, unrelated across them.
   * Keyed by the current master key: after a change of key the indexes are computed anew.
   */
  blindIndex(countyCode: string, kind: string, normalized: string): string;
  /** The same over the last four characters. Ten thousand possibilities: look-ups must be rate-limited. */
  lastFour(countyCode: string, kind: string, lastFour: string): string;
}

/** A bug, a wrong key or tampering: never something the person at the counter can act on. */
export class FieldUnreadable extends Error {
  constructor(reason: string) {
    super(`sealed field cannot be opened: ${reason}`);
    this.name = 'FieldUnreadable';
  }
}

/** Keys are derived per county and purpose, so one county's index says nothing about another's. */
export function makeFieldCrypto(options: FieldCryptoOptions): FieldCrypto {
  const { provider = 'sm', masterKey, keyVersion = 1, previousKeys = {} } = options;
  const cipher = fieldCiphers[provider];
  if (!Number.isInteger(keyVersion) || keyVersion < 1 || keyVersion > 255) throw new RangeError('key version 1–255');
  const masters = new Map(Object.entries(previousKeys).map(([version, key]) => [Number(version), asKey(key)]));
  masters.set(keyVersion, asKey(masterKey));
  const keyOf = rememberKeys(masters);
  const digest = (use: string, text: string) =>
    createHmac(cipher.hash, keyOf(cipher, keyVersion, use).index)
      .update(text)
      .digest('base64url');
  const index = rememberRecent((purpose, countyCode, kind, text) =>
    digest(`${purpose} ${countyCode}`, `${kind}\n${text}`),
  );
  return {
    seal(countyCode, plaintext) {
      const head = Buffer.of(cipher.format, keyVersion);
      const key = keyOf(cipher, keyVersion, `seal ${countyCode}`);
      const body = cipher.seal(key, contextOf(head, countyCode), Buffer.from(plaintext));
      return Buffer.concat([head, body]).toString('base64url');
    },
    open(countyCode, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const head = bytes.subarray(0, 2);
      const its = Object.values(fieldCiphers).find((one) => one.format === head[0]);
      if (!its) throw new FieldUnreadable('unknown format');
      const key = keyOf(its, head[1] ?? 0, `seal ${countyCode}`);
      const plain = its.open(key, contextOf(head, countyCode), bytes.subarray(2));
      if (!plain) throw new FieldUnreadable('changed, or of another county');
      return plain.toString();
    },
    blindIndex: (countyCode, kind, normalized) => index('index', countyCode, kind, normalized),
    lastFour(countyCode, kind, lastFour) {
      if (lastFour.length !== 4) throw new RangeError('four characters');
      return index('last four', countyCode, kind, lastFour);
    },
  };
}

/** Derivation costs microseconds, but a list of a thousand rows asks for the same county a thousand times. */
function rememberKeys(masters: ReadonlyMap<number, Buffer>) {
  const known = new Map<string, FieldKey>();
  return (cipher: FieldCipher, version: number, purpose: string): FieldKey => {
    const name = `${cipher.hash} ${version} ${purpose}`;
    const master = masters.get(version);
    if (!master) throw new FieldUnreadable(`no key of version ${version}`);
    const key = known.get(name) ?? deriveKey(cipher, master, purpose);
    known.set(name, key);
    return key;
  };
}

/** One registration asks for each number by its row, by what it is recognized by, and by what it is found by. */
function rememberRecent(ask: (...words: string[]) => string): (...words: string[]) => string {
  const recent = new Map<string, string>();
  return (...words) => {
    const key = words.join('\n');
    const answer = recent.get(key) ?? ask(...words);
    if (recent.size >= 64) recent.clear();
    recent.set(key, answer);
    return answer;
  };
}

function contextOf(head: Buffer, countyCode: string): Buffer {
  return Buffer.concat([head, Buffer.from(countyCode)]);
}

function asKey(key: Uint8Array): Buffer {
  if (key.length < 32) throw new RangeError('a master key has at least 32 bytes');
  return Buffer.from(key);
}
