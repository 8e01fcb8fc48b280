import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

/** Nobody has to deliver this: whoever is let in finds nothing, and nothing is changed. */
const absent = '01890000-0000-7000-8000-000000000000';
const one = `/api/deliveries/${absent}`;
const noDispute = '/api/disputes/140106269999994';

/** access.md for what leaves the house: the desk of the receiving center delivers, others do not even see the list. */
const desk = (status: number) => only({ receptionist: status, dispatcher: status, centerLeader: status });
/** The gateway signs what it says; whoever does not is refused, whatever post they hold. */
const unsigned = { ...everyone(403), nobody: 403 };

export const deliveryEndpoints: readonly EndpointRow[] = [
  ['GET /api/deliveries', desk(200)],
  ['GET /api/inbox', everyone(200)],
  ['GET /api/delivery-templates', { ...desk(200), systemAdmin: 200 }],
  [`POST ${one}/phone-reveals`, desk(404), () => ({})],
  [`POST ${one}/call-results`, desk(404), () => ({ result: 'told' })],
  [`POST ${one}/letter-results`, desk(404), () => ({ result: 'posted', number: '' })],
  [`POST ${one}/cancellations`, desk(404), () => ({ reason: '当面说过了' })],
  ['POST /api/letter-prints', desk(404), () => ({ ids: [absent] })],
  ['POST /api/sms-receipts', unsigned, () => ({ reference: 'x', countyCode: '140106', delivered: true })],
  [`GET ${noDispute}/deliveries`, everyone(404)],
  [`POST ${noDispute}/take-backs`, everyone(404), () => ({ reason: '点错了' })],
  [`POST ${noDispute}/withheld-words`, everyone(404), () => ({ reason: '点错了' })],
  [`POST ${noDispute}/contact-wishes`, everyone(404), () => ({ partyId: absent, channel: 'call', note: '' })],
];
