import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

/** Nobody has this id: whoever is let in finds nothing, and nothing is changed. */
const absent = '01890000-0000-7000-8000-000000000000';
const nothing = ['140106269999994'];
/** More than are printed at once. */
const tooMany = Array.from({ length: 101 }, (_, serial) => String(140106269000000 + serial));
const view = (audience: string) => ({ name: '测试', search: {}, columns: 'code', audience });

/** Who takes a step at all, by the procedure; whether this matter now is asked of each one. */
const remind = { dispatcher: 200, centerLeader: 200, supervisor: 200 };
const assign = { unitHead: 200, centerLeader: 200 };
/** The list shows each post what it may see; numbers by source and grade go to those who see these of a matter. */
const figures = {
  receptionist: 200,
  dispatcher: 200,
  referee: 200,
  approver: 200,
  centerLeader: 200,
  closer: 200,
  supervisor: 200,
  politicalLegalMember: 200,
};
const placesOnly = { informationOfficer: 403, gridWorker: 403 };

/** access.md for the ledger: everybody in office has a list of what the post sees, and no more than that in any file. */
export const ledgerEndpoints: readonly EndpointRow[] = [
  ['GET /api/ledger', everyone(200)],
  ['GET /api/ledger?amount=1..', { ...everyone(200), ...placesOnly }],
  ['GET /api/ledger?order=people', { ...everyone(200), ...placesOnly }],
  ['GET /api/ledger?region=140106004&due=3d', everyone(200)],
  ['GET /api/ledger/people', everyone(200)],
  ['GET /api/ledger/views', everyone(200)],
  ['PUT /api/ledger/layout', everyone(200), () => ({ columns: 'code,what', defaultViewId: null })],
  ['POST /api/ledger/views', everyone(201), () => view('own')],
  [
    'POST /api/ledger/views',
    { ...everyone(201), systemAdmin: 403, securityAdmin: 403, auditAdmin: 403 },
    () => view('unit'),
  ],
  [
    'POST /api/ledger/views',
    only({ supervisor: 201, politicalLegalMember: 201, centerLeader: 201 }),
    () => view('region'),
  ],
  [`PUT /api/ledger/views/:view`, everyone(404), () => view('own')],
  [`DELETE /api/ledger/views/:view`, everyone(404)],
  ['GET /api/ledger/dimensions', only(figures)],
  ['GET /api/ledger/dimensions.xlsx', only(figures)],
  ['POST /api/ledger/batch-previews', only(remind), () => ({ act: 'remind', codes: nothing, text: '请今天办' })],
  ['POST /api/ledger/batch-previews', only(assign), () => ({ act: 'assign', codes: nothing, postId: absent })],
  [
    'POST /api/ledger/batches',
    only({ dispatcher: 422, centerLeader: 422, supervisor: 422 }),
    () => ({ act: 'remind', codes: nothing, text: '', commandId: absent }),
  ],
  [
    'POST /api/ledger/batches',
    only({ receptionist: 422, closer: 422, centerLeader: 422 }),
    () => ({ act: 'archive', codes: nothing, commandId: absent }),
  ],
  ['POST /api/ledger/exports', everyone(422), () => ({ search: {}, columns: '' })],
  ['POST /api/ledger/exports', { ...everyone(422), ...placesOnly }, () => ({ search: { amount: '1..' }, columns: '' })],
  ['POST /api/ledger/list-prints', everyone(422), () => ({ search: {}, columns: '' })],
  ['POST /api/ledger/paper-prints', everyone(422), () => ({ kind: 'slips', codes: tooMany })],
  ['GET /api/ledger/outputs', everyone(200)],
  [`GET /api/ledger/outputs/:output/files/0`, everyone(404)],
];
