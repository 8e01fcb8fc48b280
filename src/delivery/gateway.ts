import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the adapter asks of a site's SMS gateway: one POST with JSON, answered with the gateway's own number. */
export type SmsRequest = {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  /** The number under which the operator approved the wording; empty where there is none. */
  readonly template: string;
};
export type SmsAnswer = { readonly ok: true; readonly reference: string } | { readonly ok: false };
export type SmsReceipt = { readonly reference: string; readonly countyCode: string; readonly delivered: boolean };

export type Gateway = {
  send(countyCode: string, sms: SmsRequest): Promise<SmsAnswer>;
  /** Whether this receipt was signed by the gateway: HMAC-SHA256 of its exact body, hex. */
  signed(body: string, signature: string): boolean;
};

const WAIT_MS = 10_000;

export const signatureOf = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

function equal(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** One gateway by HTTP. A gateway that does not answer in ten seconds throws: nobody knows whether it sent. */
export function httpGateway(url: string, secret: string): Gateway {
  return {
    async send(countyCode, sms) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ ...sms, countyCode }),
        signal: AbortSignal.timeout(WAIT_MS),
      });
      if (!response.ok) return { ok: false };
      const { reference } = (await response.json()) as { reference?: unknown };
      return typeof reference === 'string' && reference !== '' ? { ok: true, reference } : { ok: false };
    },
    signed: (body, signature) => equal(signatureOf(secret, body), signature),
  };
}
