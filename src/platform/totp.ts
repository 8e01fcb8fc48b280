import { Secret, TOTP } from 'otpauth';

const period = 30;

export type TotpCheck =
  /** `counter` is to be stored as the user's last used one. */
  { ok: true; counter: number } | { ok: false; reason: 'wrong' | 'used' };

/** 160 random bits in base 32 (RFC 4226 §4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The otpauth:// address shown once as a QR. SHA-1, six digits, 30 s: the only set every authenticator app supports. */
export function totpUri(issuer: string, account: string, secret: string): string {
  return totpOf(secret, issuer, account).toString();
}

/**
 * Checks a six-digit code, one step of 30 s early or late (RFC 6238 §5.2), and refuses a code that was used before:
 * only counters above `lastCounter` pass.
 */
export function verifyTotp(secret: string, token: string, now: Date, lastCounter = -1): TotpCheck {
  const totp = totpOf(secret);
  const timestamp = now.getTime();
  const digits = token.normalize('NFKC').replace(/\s/g, '');
  const delta = /^\d{6}$/.test(digits) ? totp.validate({ token: digits, timestamp, window: 1 }) : null;
  if (delta === null) return { ok: false, reason: 'wrong' };
  const counter = totp.counter({ timestamp }) + delta;
  return counter > lastCounter ? { ok: true, counter } : { ok: false, reason: 'used' };
}

function totpOf(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });
}
