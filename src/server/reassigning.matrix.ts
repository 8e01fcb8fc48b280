import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';
import { roles } from '../platform/actor.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

/** Everybody who works on matters; the three administrators have none to give or to take. */
const hands = (status: number) =>
  only(Object.fromEntries(roles.filter((role) => !administrators.includes(role)).map((role) => [role, status])));

const order = { fromPostId: absent, items: [{ code: '140106260000019', toPostId: absent }] };

/** A unit that is not there: whoever is let in is told so. */
const nowhere = {
  ...{ kind: 'unit', subject: '140106-nothing', successor: '140106-court', effectiveOn: '2026-10-14', posts: 'move' },
  ...{ codes: {}, reason: '机构改革', basis: '测试' },
};

/** access.md for handing over: own work, or that of the unit one leads; administrators see figures, never matters. */
export const reassigningEndpoints: readonly EndpointRow[] = [
  ['GET /api/handovers/holders', hands(200)],
  ['GET /api/handovers/holdings', hands(200)],
  // Nobody has this post: whoever is let in is told that it is not one of the own people.
  [`GET /api/handovers/holdings?post=${absent}`, only({})],
  ['POST /api/handovers/previews', only({}), () => order],
  ['POST /api/handovers', only({}), () => order],
  ['GET /api/handovers?side=given', hands(200)],
  ['GET /api/handovers?side=received', hands(200)],
  ['POST /api/handovers/acknowledgements', hands(200), () => ({ ids: [absent] })],
  [`POST /api/handovers/${absent}/withdrawals`, hands(404)],
  ['GET /api/reorganizations', only({ systemAdmin: 200 })],
  ['GET /api/orphans', only({ systemAdmin: 200, centerLeader: 200, supervisor: 200 })],
  ['POST /api/reorganizations/previews', only({ systemAdmin: 422 }), () => nowhere],
  ['POST /api/reorganizations', only({ systemAdmin: 422 }), () => nowhere],
  [
    `POST /api/reorganizations/${absent}/confirmations`,
    only({ systemAdmin: 404 }),
    () => ({ name: '甲', reason: '测试' }),
  ],
  [`POST /api/reorganizations/${absent}/withdrawals`, only({ systemAdmin: 404 })],
  ['GET /api/phrases?step=report', everyone(200)],
  ['POST /api/phrases', everyone(201), () => ({ body: '先去现场看。', steps: [], shared: false })],
  [
    'POST /api/phrases',
    only({ centerLeader: 201, unitHead: 201 }),
    () => ({ body: '请今天签收。', steps: [], shared: true }),
  ],
  [`PUT /api/phrases/:phrase`, everyone(404), () => ({ body: '先去现场看。', steps: [], shared: false })],
  ['GET /api/posts.xlsx', only({ systemAdmin: 200, securityAdmin: 200 })],
  // Without a workbook: 406 says that a file is wanted here.
  ['POST /api/post-imports', only({ systemAdmin: 406, securityAdmin: 406 }), () => ({})],
  ['GET /api/post-batches', only({ systemAdmin: 200, securityAdmin: 200 })],
  [`POST /api/post-batches/${absent}/withdrawals`, only({ systemAdmin: 404, securityAdmin: 404 })],
  [`GET /api/posts/${absent}/open-work`, only({ systemAdmin: 404, securityAdmin: 404 })],
];
