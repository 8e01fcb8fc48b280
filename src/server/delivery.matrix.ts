import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

const one = '/api/deliveries/:delivery';
const dispute = '/api/disputes/:dispute';

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
  ['POST /api/letter-prints', desk(404), () => ({ ids: [':delivery'] })],
  ['POST /api/sms-receipts', unsigned, () => ({ reference: 'x', countyCode: '140106', delivered: true })],
  [`GET ${dispute}/deliveries`, everyone(404)],
  [`POST ${dispute}/take-backs`, everyone(404), () => ({ reason: '点错了' })],
  [`POST ${dispute}/withheld-words`, everyone(404), () => ({ reason: '点错了' })],
  [
    `POST ${dispute}/contact-wishes`,
    everyone(404),
    () => ({ partyId: '01890000-0000-7000-8000-000000000000', channel: 'call', note: '' }),
  ],
];
