import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const center = '140106-center';
/** The three administrators have other doors. */
const workers = (status: number) => ({ ...everyone(status), systemAdmin: 403, securityAdmin: 403, auditAdmin: 403 });
/** Whoever is posted elsewhere than in the center itself. */
const strangers = {
  courtClerk: 403,
  arbitrator: 403,
  reconsiderationOfficer: 403,
  notary: 403,
  legalAidOfficer: 403,
  communityOfficer: 403,
};
const inside = (status: number) => ({ ...workers(status), ...strangers });
const desk = (status: number) =>
  only({ receptionist: status, dispatcher: status, centerLeader: status, informationOfficer: status, referee: status });
const drawers = (status: number) => only({ dispatcher: status, centerLeader: status });
const leader = (status: number) => only({ centerLeader: status });

const unit = { centerId: center, unitId: '140106-nobody' };
const change = { ...unit, kind: 'off', day: '2020-01-01', reason: '测试' };
const shift = { centerId: center, day: '2030-01-01', shift: 'bb' };
const draft = { centerId: center, month: '2030-01', leaders: [absent], officers: [absent], phone: '' };
const swap = { ...shift, part: 'officer', otherPostId: absent, reason: '测试' };
const entry = { ...shift, at: '23:00', body: '测试', open: false };
const away = { postId: absent, from: '2030-01-01', to: '2030-01-02' };

/** access.md for presence, calls, alarms, duty and cover. Wrong content behind the door, so that nothing is changed. */
export const attendanceEndpoints: readonly EndpointRow[] = [
  [`GET /api/presence?center=${center}`, workers(200)],
  [`GET /api/presence/week?center=${center}`, workers(200)],
  [`GET /api/public/centers/${center}/today`, { ...everyone(200), nobody: 200 }],
  ['POST /api/presence/marks', desk(422), () => ({ ...unit, state: 'present' })],
  ['POST /api/presence/changes', desk(422), () => change],
  [`POST /api/presence/changes/:change/withdrawals`, workers(404), () => ({})],
  [`GET /api/call-outs?center=${center}`, workers(200)],
  ['POST /api/call-outs', desk(422), () => ({ ...unit, reason: '测试', place: '大厅' })],
  [`POST /api/call-outs/:callOut/answers`, everyone(404), () => ({ coming: true })],
  ...['arrivals', 'cancellations', 'departures'].map(
    (noun): EndpointRow => [`POST /api/call-outs/:callOut/${noun}`, everyone(404), () => ({})],
  ),
  [`GET /api/call-contacts/${center}/140106-health`, workers(200)],
  [`PUT /api/call-contacts/${center}/140106-health`, desk(422), () => ({ postIds: [absent] })],
  [`GET /api/alarms?center=${center}`, workers(200)],
  ['GET /api/alarms/running', everyone(200)],
  [`GET /api/alarms/guide?center=${center}`, workers(200)],
  // Whoever works at the center may press, also those whom other units sent there.
  ['POST /api/alarms', workers(201), () => ({ centerId: center, kind: 'other', place: '大厅', drill: true })],
  [`POST /api/alarms/:alarm/answers`, everyone(404), () => ({})],
  [`POST /api/alarms/:alarm/endings`, everyone(404), () => ({ outcome: 'calmed', measures: '' })],
  [`GET /api/roster?center=${center}`, inside(200)],
  ['POST /api/roster/drafts', drawers(422), () => draft],
  ['PUT /api/roster/shifts', drawers(422), () => ({ ...shift, part: 'officer', postId: absent })],
  ['POST /api/roster/publications', leader(409), () => ({ centerId: center, month: '2030-01' })],
  ['POST /api/roster/swaps', workers(409), () => swap],
  [`POST /api/roster/swaps/:swap/answers`, everyone(404), () => ({ agree: true })],
  [`POST /api/roster/swaps/:swap/withdrawals`, everyone(404), () => ({})],
  [`GET /api/duty-log?center=${center}`, inside(200)],
  [`GET /api/duty-log/sheet.pdf?center=${center}`, inside(200)],
  ['POST /api/duty-log/entries', leader(422), () => entry],
  [`POST /api/duty-log/entries/:entry/settlements`, everyone(404), () => ({ words: '测试' })],
  ['POST /api/duty-log/handovers', leader(409), () => ({ ...shift, words: '' })],
  ['POST /api/duty-log/takeovers', inside(409), () => shift],
  ['GET /api/absences', everyone(200)],
  ['POST /api/absences', everyone(422), () => ({ ...away, reason: '测试' })],
  ['POST /api/absences/previews', everyone(422), () => away],
  [`POST /api/absences/:absence/covers`, everyone(404), () => ({ coverByPostId: absent })],
  [`POST /api/absences/:absence/decisions`, everyone(404), () => ({ approve: true, words: '' })],
  [`POST /api/absences/:absence/endings`, everyone(404), () => ({})],
];
