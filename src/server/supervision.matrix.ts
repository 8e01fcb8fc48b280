import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

const notice = '/api/supervision-notices/:notice';
const until = null;
const reminders = { codes: [':dispute'], text: '请今天反馈' };

/** access.md for supervision: the list shows what a post may see; one notice exists for those it names. */
export const supervisionEndpoints: readonly EndpointRow[] = [
  ['GET /api/supervision-notices', everyone(200)],
  [`GET ${notice}`, everyone(404)],
  [`GET ${notice}/notice.pdf`, everyone(404)],
  [`POST ${notice}/answers`, everyone(404), () => ({ did: '已到现场', why: '没有交接', until })],
  [`POST ${notice}/answer-returns`, everyone(404), () => ({ unitId: '140106-housing', reason: '没有写日期' })],
  [`POST ${notice}/liftings`, everyone(404), () => ({ text: '已经核对' })],
  [`POST ${notice}/withdrawals`, everyone(404), () => ({ reason: '发错了' })],
  // What the house does by itself has an address like every step; nobody gets past it.
  ...['closures', 'replacements'].map(
    (noun): EndpointRow => [`POST ${notice}/${noun}`, everyone(404), () => ({ why: '系统' })],
  ),
  ...['copies', 'interview-listings'].map(
    (noun): EndpointRow => [
      `POST ${notice}/${noun}`,
      everyone(404),
      () => ({ label: '抄送', afterDays: 3, owners: [] }),
    ],
  ),
  [
    `POST ${notice}/matter-moves`,
    everyone(404),
    () => ({
      ...{ restricted: false, leadUnitId: null, handlerPostId: null, namedPostIds: [] },
      ...{ receivingCenterId: '140106-center', regionCode: '140106' },
    }),
  ],
  [`POST ${notice}/previews`, everyone(404), () => ({ step: 'liftSupervision', input: { text: '已经核对' } })],
  ...['reminders', 'reminder-previews'].map(
    (noun): EndpointRow => [
      `POST /api/supervision/${noun}`,
      only({ supervisor: 200, dispatcher: 200, centerLeader: 200 }),
      () => reminders,
    ],
  ),
];

type Who = 'receptionist' | 'dispatcher' | 'closer' | 'leader' | 'supervisor' | 'citySupervisor' | 'member' | 'head';
type Others = 'handler' | 'streetHead' | 'stranger';
type Row = Readonly<Record<Who | Others, number>>;

/**
 * One notice that the center's supervisor issued to housing, which has answered it; the street's center helps with the
 * dispute. 404: there is no such notice for this post; 403: it is told who does it; 409: past the door, not in this state.
 */
export const noticeDoors: Readonly<Record<string, Row>> = {
  seen: {
    receptionist: 200,
    dispatcher: 200,
    closer: 200,
    leader: 200,
    supervisor: 200,
    citySupervisor: 200,
    member: 404,
    head: 200,
    handler: 200,
    streetHead: 404,
    stranger: 404,
  },
  answers: {
    receptionist: 403,
    dispatcher: 403,
    closer: 403,
    leader: 403,
    supervisor: 403,
    citySupervisor: 403,
    member: 404,
    head: 409,
    handler: 409,
    streetHead: 404,
    stranger: 404,
  },
  checks: {
    receptionist: 403,
    dispatcher: 403,
    closer: 403,
    leader: 200,
    supervisor: 200,
    citySupervisor: 403,
    member: 404,
    head: 403,
    handler: 403,
    streetHead: 404,
    stranger: 404,
  },
  byHouse: {
    receptionist: 403,
    dispatcher: 403,
    closer: 403,
    leader: 403,
    supervisor: 403,
    citySupervisor: 403,
    member: 404,
    head: 403,
    handler: 403,
    streetHead: 404,
    stranger: 404,
  },
};
