import type { Json } from '../matters/decision.ts';

/** What a signed agreement is made of, in digests. No name, no account, no stroke. */
export type Manifest = {
  format: 'fengqiao-agreement-manifest/1';
  number: string;
  version: number;
  /** SM3 over the sentences that were signed, as it stands on each sheet. */
  textDigest: string;
  /** SM3 over the very file beside this one. */
  pdfDigest: string;
  pdfBytes: number;
  signatures: {
    /** SM3 over the id of the party, and of whoever signed for it. */
    party: string;
    signer: string;
    how: 'screen' | 'paper';
    at: string;
    /** SM3 over the strokes; none on paper. */
    strokes: string | null;
  }[];
  /** Who has to sign and has not: nobody, in a finished one. */
  missing: number;
  madeAt: string;
};

/** `signature`: SM2 with SM3 (GB/T 32918.2), DER in hex, user id 1234567812345678, over the canonical manifest in UTF-8. */
export type SignedManifest = { manifest: Manifest; publicKey: string; signature: string };

/** One way to write it: keys in order, no white space. Whoever checks writes it again and compares nothing else. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const object = value as { readonly [key: string]: Json };
  const pairs = Object.keys(object)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key] as Json)}`);
  return `{${pairs.join(',')}}`;
}
