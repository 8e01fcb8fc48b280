import { type EndpointRow, only } from '../people/endpoints.matrix.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const code = '140106269999994';

/** A center's old ledger is its dispatchers' and its leader's; paper is everybody's who registers at its counter. */
const importers = (status: number) => only({ dispatcher: status, centerLeader: status });
const keepers = (status: number) => only({ receptionist: status, dispatcher: status, centerLeader: status });

const mapping = {
  sheet: 0,
  headerRow: 1,
  headerRows: 1,
  year: null,
  tenThousand: false,
  columns: {},
  words: { category: {}, status: {}, source: {}, region: {}, unit: {}, restriction: {} },
};
const party = {
  side: 'applicant',
  kind: 'person',
  name: '甲',
  idKind: 'none',
  idNumber: '',
  idException: '没带',
  phone: '',
  address: '',
  contactPerson: '',
  minor: false,
  represents: null,
  representation: null,
  authority: '',
};
const form = {
  parties: [party],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '',
  title: '',
  facts: '楼上漏水两次',
  demands: '',
  occurredOn: null,
  peopleInvolved: 1,
  amountCents: null,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: absent,
  paper: { code, day: '2026-10-14', time: '09:00', receivedByPostId: absent, lateReason: '' },
};

/** Written by hand from access.md. Whoever is past the door finds no such import, pad or code, and nothing is changed. */
export const importEndpoints: readonly EndpointRow[] = [
  ['GET /api/imports', importers(200)],
  // Without a file: 406 says that one is wanted here.
  ['POST /api/imports', importers(406), () => ({})],
  [`GET /api/imports/${absent}`, importers(404)],
  [`PUT /api/imports/${absent}/mapping`, importers(404), () => ({ revision: 1, mapping })],
  [`POST /api/imports/${absent}/tables`, importers(404), () => ({ sheet: 0, headerRow: 1, headerRows: 1 })],
  [`GET /api/imports/${absent}/rows`, importers(404)],
  [`POST /api/imports/${absent}/choices`, importers(404), () => ({ rowNumbers: [1], chosen: true })],
  [`GET /api/imports/${absent}/marked`, importers(404)],
  ...['checks', 'applications', 'undos', 'withdrawals'].map(
    (noun): EndpointRow => [`POST /api/imports/${absent}/${noun}`, importers(404)],
  ),
  ['GET /api/paper-pads', keepers(200)],
  ['POST /api/paper-pads', keepers(201), () => ({ size: 5 })],
  [`POST /api/paper-pads/:pad/prints`, keepers(404)],
  [`POST /api/paper-codes/:padCode/voids`, keepers(404), () => ({ reason: '写坏了' })],
  ['POST /api/paper-registrations', keepers(422), () => form],
  ['GET /api/emergency-sheets', keepers(200)],
  ['POST /api/emergency-sheets', keepers(201)],
  [`GET /api/emergency-sheets/:sheet`, keepers(404)],
];
