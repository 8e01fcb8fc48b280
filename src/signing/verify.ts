import { sm2, sm3 } from 'sm-crypto-v2';
import { canonical, type SignedManifest } from './manifest.ts';

/** same, changed: whether the file is the one that the manifest names; valid, invalid: the manifest under the key given. */
export type Verdict = {
  file: 'same' | 'changed' | 'none';
  manifest: 'valid' | 'invalid' | 'unreadable';
  said: SignedManifest['manifest'] | null;
};

function read(text: string): SignedManifest | null {
  try {
    const value = JSON.parse(text) as Partial<SignedManifest>;
    return value.manifest && typeof value.signature === 'string' ? (value as SignedManifest) : null;
  } catch {
    return null;
  }
}

function holds({ manifest, signature }: SignedManifest, publicKey: string): boolean {
  try {
    return sm2.doVerifySignature(canonical(manifest), signature, publicKey, { hash: true, der: true });
  } catch {
    return false;
  }
}

/** Runs in a browser without a network as well as here. The key is the one that the verifier came with, never the file's own. */
export function verify(pdf: Uint8Array | null, text: string, publicKey: string): Verdict {
  const signed = read(text);
  if (!signed) return { file: 'none', manifest: 'unreadable', said: null };
  const file = pdf === null ? 'none' : sm3(pdf) === signed.manifest.pdfDigest ? 'same' : 'changed';
  return { file, manifest: holds(signed, publicKey) ? 'valid' : 'invalid', said: signed.manifest };
}
