import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

const one = '/api/clues/:clue';
const reporters = (status: number) => ({ gridWorker: status, informationOfficer: status, communityOfficer: status });
const desk = (status: number) => ({ receptionist: status, dispatcher: status, centerLeader: status });
/** A new id each time: sent twice with one id it is one report. */
let serial = 0;
const clue = () => ({
  ...{ kind: 'dispute', urgent: false, text: '两家为了停车吵起来', regionCode: '140106004', place: '', uploads: [] },
  commandId: `01890000-0000-7000-8000-0000000${String(++serial).padStart(5, '0')}`,
});

/** access.md: a grid worker sees own reports and their status; the desk that got them makes something of them. */
export const clueEndpoints: readonly EndpointRow[] = [
  ['GET /api/clues', only({ ...reporters(200), ...desk(200) })],
  ['POST /api/clues', only(reporters(201)), clue],
  [`GET ${one}`, everyone(404)],
  [`GET ${one}/files/01890000-0000-7000-8000-000000000000`, everyone(404)],
  [`POST ${one}/takings`, only(desk(404)), () => ({})],
  [`POST ${one}/answers`, only(desk(404)), () => ({ text: '已经去看过' })],
  [`POST ${one}/withdrawals`, only(reporters(404)), () => ({})],
];
