import { type EndpointRow, only } from '../people/endpoints.matrix.ts';

/** Who works in the hall: numbers, visits and appointments of the own center. */
const desk = (status: number) => only({ receptionist: status, dispatcher: status, centerLeader: status });
/** Who opens machines of the hall. */
const keepers = (status: number) => only({ centerLeader: status, systemAdmin: status });

const appointment = { day: '2020-01-01', slot: '09:00', service: 'mediation', name: '甲', phone: '13800001234' };
const visit = { services: ['guidance'], headCount: 1, memo: '' };
const steps = ['recalls', 'servings', 'finishes', 'skips', 'absences', 'departures', 'requeues'];

/** access.md for the hall. Forms have the right shape and the wrong content, so that nothing is changed. */
export const receptionEndpoints: readonly EndpointRow[] = [
  ['GET /api/hall', desk(200)],
  ['PUT /api/hall/counter', desk(422), () => ({ counter: 999 })],
  ['POST /api/tickets', desk(422), () => ({ prefix: 'Z', priority: null })],
  ['POST /api/tickets/calls', desk(409), () => ({})],
  ...steps.map((noun): EndpointRow => [`POST /api/tickets/:ticket/${noun}`, desk(404), () => ({})]),
  [`POST /api/tickets/:ticket/hand-overs`, desk(422), () => ({ counter: 999 })],
  [`GET /api/tickets/:ticket/slip.pdf`, desk(404)],
  ['POST /api/visits', { ...desk(201), informationOfficer: 201 }, () => visit],
  ['GET /api/visits', desk(200)],
  [`GET /api/visits/:visit`, desk(404)],
  [`PUT /api/visits/:visit`, desk(404), () => visit],
  [`POST /api/visits/:visit/withdrawals`, desk(404), () => ({})],
  ['GET /api/visits/totals', { ...desk(200), supervisor: 200, politicalLegalMember: 200 }],
  ['GET /api/appointments', desk(200)],
  ['POST /api/appointments', desk(422), () => appointment],
  [`POST /api/appointments/:appointment/arrivals`, desk(404), () => ({})],
  [`POST /api/appointments/:appointment/cancellations`, desk(404), () => ({})],
  [`GET /api/appointments/:appointment/slip.pdf`, desk(404)],
  ['GET /api/hall/devices', keepers(200)],
  ['POST /api/hall/devices', keepers(422), () => ({ kind: 'counter', name: '甲', counter: 999 })],
  [`POST /api/hall/devices/:device/revocations`, keepers(404), () => ({})],
];
