import { type EndpointRow, everyone } from '../people/endpoints.matrix.ts';

const door = '/api/doors/QR14010626999999';
const confirmation = '/api/confirmations/QR14010626999999';
const arbitration = '/api/labor-arbitrations/ZC14010626999999';
const absent = '01890000-0000-7000-8000-000000000000';
const on = '2026-09-29';

/** What our side does at every door, by the path of its kind: nobody finds one that does not exist. */
const ownOf = (path: string): EndpointRow[] => [
  [`POST ${path}/form-answers`, everyone(404), () => ({ answers: { request: '确认协议有效' } })],
  [`POST ${path}/submissions`, everyone(404), () => ({ how: 'here', fileIds: [], signed: true })],
  [`POST ${path}/supplements`, everyone(404), () => ({ words: '补了一份' })],
  [`POST ${path}/calls`, everyone(404), () => ({ who: '张法官', received: true, words: '收到了' })],
  [`POST ${path}/withdrawals`, everyone(404), () => ({ reason: '不走了' })],
  [`POST ${path}/limit-reminders`, everyone(404), () => ({ limits: [{ clockId: absent, toTell: [] }] })],
  [`POST ${path}/previews`, everyone(404), () => ({ step: 'withdrawDoor', input: { reason: '不走了' } })],
  [
    `POST ${path}/matter-moves`,
    everyone(404),
    () => ({
      ...{ restricted: false, leadUnitId: null, handlerPostId: null, namedPostIds: [] },
      ...{ receivingCenterId: '140106-center', regionCode: '140106' },
    }),
  ],
];

/** access.md for the doors of law; who may open one about a dispute: access.matrix.ts; who may step: each kind's own matrix. */
export const doorEndpoints: readonly EndpointRow[] = [
  [`GET ${door}`, everyone(404)],
  [`GET ${door}/files/${absent}`, everyone(404)],
  [`GET ${door}/application.pdf`, everyone(404)],
  [`GET ${door}/application.docx`, everyone(404)],
  ...ownOf(confirmation),
  [`POST ${confirmation}/supplement-requests`, everyone(404), () => ({ on, until: '2026-10-09', words: '' })],
  [`POST ${confirmation}/acceptances`, everyone(404), () => ({ on, words: '' })],
  [`POST ${confirmation}/refusals`, everyone(404), () => ({ on, ground: 'title', words: '' })],
  [`POST ${confirmation}/decisions`, everyone(404), () => ({ on, result: 'confirmed', words: '' })],
  ...ownOf(arbitration),
  [`POST ${arbitration}/supplement-requests`, everyone(404), () => ({ on, until: '2026-10-09', words: '' })],
  [`POST ${arbitration}/acceptances`, everyone(404), () => ({ on, words: '' })],
  [`POST ${arbitration}/refusals`, everyone(404), () => ({ on, ground: 'notLabor', words: '' })],
  [`POST ${arbitration}/services`, everyone(404), () => ({ on, words: '' })],
  [`POST ${arbitration}/decisions`, everyone(404), () => ({ on, result: 'award', words: '' })],
  [`POST ${arbitration}/lapses`, everyone(404), () => ({ on, words: '' })],
];
