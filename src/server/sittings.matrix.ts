import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';
import { roles } from '../platform/actor.ts';

const sitting = '/api/sittings/:sitting';
const someone = '0190a000-0000-7000-8000-0000000000bb';
const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'];
const withMatters = Object.fromEntries(
  roles.filter((role) => !administrators.includes(role)).map((role) => [role, 200]),
);
const when = { day: '2026-10-21', from: '15:00', to: '16:00', roomIds: [], place: '村委会' };
const ending = { results: [{ disputeId: someone, result: 'agreed' }], text: '', toldRoutes: true };

/** access.md: a sitting exists for those who hold it, its center, the leading unit and whoever is asked. Here: one elsewhere. */
export const sittingEndpoints: readonly EndpointRow[] = [
  ['GET /api/sittings', only(withMatters)],
  [`GET ${sitting}`, everyone(404)],
  [`GET ${sitting}/minutes.pdf?dispute=${someone}`, everyone(404)],
  [`GET ${sitting}/invitation.pdf?invite=${someone}`, everyone(404)],
  [
    `PUT ${sitting}/minutes`,
    everyone(404),
    () => ({ disputeId: someone, section: 'said', text: '说了', base: 0, take: false }),
  ],
  [`POST ${sitting}/answers`, everyone(404), () => ({ comes: true, reason: '' })],
  [`POST ${sitting}/changes`, everyone(404), () => when],
  [`POST ${sitting}/invitations`, everyone(404), () => ({ postIds: [someone], unitIds: [] })],
  [`POST ${sitting}/shares`, everyone(404), () => ({ shared: ['facts'] })],
  [`POST ${sitting}/starts`, everyone(404), () => ({ hereIds: [] })],
  [`POST ${sitting}/presences`, everyone(404), () => ({ hereIds: [], awayIds: [] })],
  [`GET ${sitting}/door`, everyone(404)],
  [`POST ${sitting}/arrivals`, everyone(404), () => ({})],
  [`POST ${sitting}/notes`, everyone(404), () => ({ kind: 'sealed', text: '只给自己看' })],
  [
    `POST ${sitting}/proposals`,
    everyone(404),
    () => ({ disputeId: someone, from: 'applicant', text: '赔三千', hand: false }),
  ],
  [`POST ${sitting}/proposal-answers`, everyone(404), () => ({ proposalId: someone, state: 'handed' })],
  [`POST ${sitting}/pauses`, everyone(404), () => ({ minutes: 10 })],
  [`POST ${sitting}/interruptions`, everyone(404), () => ({ reason: '火警' })],
  [`POST ${sitting}/endings`, everyone(404), () => ({ ...ending, againOn: null, absent: [] })],
  [`POST ${sitting}/cancellations`, everyone(404), () => ({ reason: '不用了' })],
  [`POST ${sitting}/lapses`, everyone(404), () => ({})],
  [`POST ${sitting}/reminders`, everyone(404), () => ({})],
  // What the house does by itself has an address like every step; nobody gets past it.
  [
    `POST ${sitting}/matter-moves`,
    everyone(404),
    () => ({
      ...{ restricted: false, leadUnitId: null, handlerPostId: null, namedPostIds: [] },
      ...{ receivingCenterId: '140106-center', regionCode: '140106' },
    }),
  ],
  [`POST ${sitting}/previews`, everyone(404), () => ({ step: 'coolOff', input: { minutes: 10 } })],
];
