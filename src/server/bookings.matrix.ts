import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const center = '140106-center';
/** The three administrators have nobody to meet. */
const workers = (status: number) => ({ ...everyone(status), systemAdmin: 403, securityAdmin: 403, auditAdmin: 403 });
/** Who sits at tables, and who prepares them. */
const bookers = (status: number) =>
  only({
    ...{ receptionist: status, dispatcher: status, centerLeader: status, unitHead: status, handler: status },
    ...{ mediator: status, courtClerk: status, arbitrator: status },
  });
const when = { day: '2026-10-14', from: '15:00', to: '16:00' };
const nothing = { centerId: center, ...when, roomIds: [], postIds: [] };

/** access.md for rooms and people by the hour. Wrong content behind the door, so that nothing is booked. */
export const bookingEndpoints: readonly EndpointRow[] = [
  [`GET /api/bookings?center=${center}`, workers(200)],
  ['GET /api/bookings?center=140105-center', workers(404)],
  [`GET /api/bookings/people?post=${absent}`, workers(404)],
  ['GET /api/bookings/mine', workers(200)],
  ['POST /api/bookings/trials', bookers(422), () => nothing],
  ['POST /api/bookings', bookers(422), () => ({ ...nothing, commandId: absent })],
  ['POST /api/bookings/:booking/moves', bookers(404), () => when],
  ['POST /api/bookings/:booking/releases', workers(404), () => ({ reason: 'notNeeded' })],
  ['GET /api/bookings/feed', workers(200)],
  ['POST /api/bookings/feed', workers(201)],
  ['POST /api/bookings/feed/endings', workers(204)],
  // The address itself is the key: whoever has a wrong one finds nothing, logged in or not.
  [`GET /api/feeds/${'a'.repeat(43)}/bookings.ics`, { ...everyone(404), nobody: 404 }],
];
