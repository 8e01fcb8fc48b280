import { createHmac, timingSafeEqual } from 'node:crypto';
import { renderSVG } from 'uqr';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 16 characters (80 bits) of Crockford base 32 over HMAC-SM3. Proves that a paper was printed by us; grants no access:
 * the PIN is always asked.
 */
export function signCode(secret: string | Uint8Array, code: string): string {
  const digest = createHmac('sm3', secret).update(`fengqiao code ${code}`).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, place) =>
    crockford.charAt(Number((bits >> BigInt(75 - 5 * place)) & 31n)),
  ).join('');
}

/** Constant time; forgives small letters, O for 0, I and L for 1, spaces and hyphens. */
export function verifyCode(secret: string | Uint8Array, code: string, signature: string): boolean {
  const read = signature.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const given = Buffer.from(read);
  const expected = Buffer.from(signCode(secret, code));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The path a printed QR carries, to be put after the site's public address: /c/140106260038126?s=… */
export function qrPath(secret: string | Uint8Array, code: string): string {
  return `/c/${code}?s=${signCode(secret, code)}`;
}

/** What a scanner typed: the code and signature inside a printed address, or nothing. */
export function readQr(text: string): { code: string; signature: string } | undefined {
  const match = /\/c\/(\d{15})\?s=([0-9A-Za-z]{16})$/.exec(text.trim());
  return match?.[1] && match[2] ? { code: match[1], signature: match[2] } : undefined;
}

/** An SVG element with the quiet zone of four modules that scanners need; error correction M survives a creased slip. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 4 });
}

/** One sheet of one paper: of which matter, which form, about what (an agreement, a payment, a party), which page. */
export type Sheet = { code: string; form: string; subjectId: string | null; page: number };

const sheetText = ({ code, form, subjectId, page }: Sheet): string =>
  `${code}-${form}-${subjectId?.replaceAll('-', '') ?? '0'}-${page}`;

/** What stands in the QR of a sheet, so that its scan finds its way back: /c/p/140106260038126-agr-0198…-2?s=… */
export const sheetPath = (secret: string | Uint8Array, sheet: Sheet): string =>
  `/c/p/${sheetText(sheet)}?s=${signCode(secret, sheetText(sheet))}`;

/** The sheet a scanned QR names and whether we printed it; nothing when it is no QR of a sheet at all. */
export function readSheet(secret: string | Uint8Array, text: string): (Sheet & { genuine: boolean }) | undefined {
  const found = /\/c\/p\/((\d{15})-([a-z]{2,4})-([0-9a-f]{32}|0)-(\d{1,3}))\?s=([0-9A-Za-z]{16})$/.exec(text.trim());
  if (!found) return undefined;
  const [, whole = '', code = '', form = '', subject = '', page = '', signature = ''] = found;
  const subjectId = subject === '0' ? null : subject.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { code, form, subjectId, page: Number(page), genuine: verifyCode(secret, whole, signature) };
}
