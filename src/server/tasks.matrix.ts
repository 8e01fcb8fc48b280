import { type EndpointRow, everyone } from '../people/endpoints.matrix.ts';

const task = '/api/tasks/RW14010626999999';
const absent = '01890000-0000-7000-8000-000000000000';

/** access.md for tasks of a task force: nobody finds one that does not exist; who may give one about a dispute: access.matrix.ts. */
export const taskEndpoints: readonly EndpointRow[] = [
  [`GET ${task}`, everyone(404)],
  [`GET ${task}/files/${absent}`, everyone(404)],
  [`POST ${task}/takings`, everyone(404), () => ({})],
  [`POST ${task}/take-backs`, everyone(404), () => ({ reason: '点错了' })],
  [`POST ${task}/progress-reports`, everyone(404), () => ({ text: '去过工地了' })],
  [`POST ${task}/results`, everyone(404), () => ({ result: '工资表核对好了' })],
  [`POST ${task}/returns`, everyone(404), () => ({ reason: '少了两个人', dueOn: '2026-12-31' })],
  [`POST ${task}/confirmations`, everyone(404), () => ({ opinion: '' })],
  [`POST ${task}/day-changes`, everyone(404), () => ({ reason: '工地停电', dueOn: '2026-12-31' })],
  [`POST ${task}/cancellations`, everyone(404), () => ({ reason: '不用了' })],
  [
    `POST ${task}/matter-moves`,
    everyone(404),
    () => ({
      ...{ restricted: false, leadUnitId: null, handlerPostId: null, namedPostIds: [] },
      ...{ receivingCenterId: '140106-center', regionCode: '140106' },
    }),
  ],
  [`POST ${task}/previews`, everyone(404), () => ({ step: 'takeTask', input: {} })],
];
