import { Type } from 'typebox';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { takeReceipt } from './sendSms.sql.ts';

const Receipt = Type.Object(
  {
    reference: Type.String({ minLength: 1, maxLength: 100 }),
    countyCode: Type.String({ pattern: '^\\d{6}$' }),
    delivered: Type.Boolean(),
  },
  { additionalProperties: false },
);

/** Where the gateway says what became of a message. It signs what it says; nobody else can make a message delivered. */
export function receiptRoutes(app: Http, engine: DeliveryEngine): void {
  const security = [{ smsSignature: [] }];
  const schema = { tags: ['送达 deliveries'], summary: '短信回执', body: Receipt, security };
  app.post('/api/sms-receipts', { schema }, async (request, reply) => {
    const signature = request.headers['x-signature'];
    const { gateway } = engine;
    // In the order of the contract: what was signed is what was read.
    const { reference, countyCode, delivered } = request.body;
    const body = JSON.stringify({ reference, countyCode, delivered });
    if (gateway === null || typeof signature !== 'string' || !gateway.signed(body, signature))
      refuse('forbidden', 'unsignedReceipt', '回执的签名不对。');
    await takeReceipt(engine, request.body);
    return reply.code(204).send();
  });
}
