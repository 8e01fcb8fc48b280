import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FieldUnreadable, makeFieldCrypto } from './fieldCrypto.ts';

const masterKey = Buffer.alloc(32, 7);
const id = '11010519491231002X';

describe.each(['sm', 'aes'] as const)('an ID number sealed by %s', (provider) => {
  const crypto = makeFieldCrypto({ provider, masterKey });

  test('is read back, and looks different each time', () => {
    const sealed = crypto.seal('140106', id);
    expect(crypto.open('140106', sealed)).toBe(id);
    expect(crypto.seal('140106', id)).not.toBe(sealed);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').includes(id)).toBe(false);
  });

  test('keeps any text, the empty one and rare characters too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(crypto.open('140106', crypto.seal('140106', text))).toBe(text);
      }),
    );
  });

  test('is not opened after any byte was changed or cut', () => {
    const bytes = Buffer.from(crypto.seal('140106', id), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => crypto.open('140106', changed.toString('base64url')), `byte ${at}`).toThrow(FieldUnreadable);
      expect(() => crypto.open('140106', bytes.subarray(0, at).toString('base64url'))).toThrow(FieldUnreadable);
    }
  });

  test('is not opened as a value of another county, nor with another master key', () => {
    const sealed = crypto.seal('140106', id);
    const stranger = makeFieldCrypto({ provider, masterKey: randomBytes(32) });
    expect(() => crypto.open('140105', sealed)).toThrow(FieldUnreadable);
    expect(() => stranger.open('140106', sealed)).toThrow(FieldUnreadable);
  });

  test('is found by its index inside the county, and by nothing outside it', () => {
    const index = crypto.blindIndex('140106', 'idCard', id);
    expect(crypto.blindIndex('140106', 'idCard', id)).toBe(index);
    const others = [
      crypto.blindIndex('140105', 'idCard', id),
      crypto.blindIndex('140106', 'phone', id),
      crypto.blindIndex('140106', 'idCard', '110105194912310021'),
      crypto.lastFour('140106', 'idCard', '002X'),
      crypto.lastFour('140105', 'idCard', '002X'),
      crypto.blindIndex('140106', 'idCard', '002X'),
    ];
    expect(new Set([index, ...others]).size).toBe(7);
    expect(() => crypto.lastFour('140106', 'idCard', '02X')).toThrow(RangeError);
  });
});

test('after a change of key or of provider, old values stay readable and new ones use the new key', () => {
  const before = makeFieldCrypto({ provider: 'aes', masterKey });
  const newKey = randomBytes(32);
  const after = makeFieldCrypto({ masterKey: newKey, keyVersion: 2, previousKeys: { 1: masterKey } });
  const withoutOld = makeFieldCrypto({ masterKey: newKey, keyVersion: 2 });
  expect(after.open('140106', before.seal('140106', id))).toBe(id);
  expect(withoutOld.open('140106', after.seal('140106', id))).toBe(id);
  expect(() => withoutOld.open('140106', before.seal('140106', id))).toThrow('no key of version 1');
});

test('a short master key is refused at start', () => {
  expect(() => makeFieldCrypto({ masterKey: Buffer.alloc(16) })).toThrow(RangeError);
});
