import { type EndpointRow, everyone, only } from '../people/endpoints.matrix.ts';

/** The addresses that a system administrator alone may write to; past the door, the empty form is refused (422). */
const nouns = ['regions', 'units', 'centers', 'counters', 'rooms', 'presences', 'categories', 'duties'];
const keepers = only({ systemAdmin: 422 });

const region = {
  code: '140106999',
  name: '甲',
  short: '甲',
  statistical: false,
  assumed: false,
  note: null,
  active: true,
};
const place = { zone: null, assumed: false, active: true };
const unit = { id: '140106-x', regionCode: '140106', kind: 'court', name: '甲', short: '甲', phone: null, note: null };
const center = {
  regionCode: '140106999',
  name: '甲',
  short: '甲',
  address: null,
  phone: null,
  areaM2: null,
  zones: [],
};
const presence = { centerId: '140106-x', unitId: '140106-x', mode: 'onCall', weekdays: [], from: null, to: null };
const category = { code: '18', name: '邻里', english: '', politicalLegalNames: [], neverConfirmable: null, note: null };
const duty = { regionCode: '140106999', categoryCode: '01', target: 'center', unitId: null, supportingUnitIds: [] };

/** Forms whose shape is right and whose content is not: whoever is let in is told what is wrong, and nothing is changed. */
const forms: Readonly<Record<string, object>> = {
  regions: { ...region, code: '140106999001' },
  units: { ...unit, regionCode: '140106999', assumed: false, active: true },
  centers: { ...center, stated: {}, note: null, assumed: false, active: true },
  counters: { centerId: '140106-x', number: 1, name: '甲', mode: 'resident', ...place },
  rooms: { centerId: '140106-x', number: 1, name: '甲', kind: 'hall', ...place },
  presences: { ...presence, counterNumber: null, callMinutes: null, note: null, assumed: false, active: true },
  categories: { ...category, position: 1, active: true },
  duties: { ...duty, basis: '甲', reason: '', status: 'G', effectiveFrom: '2026-01-01', effectiveTo: null },
};

const absent = '01890000-0000-7000-8000-000000000000';
const newYear = { day: '2030-01-01', kind: 'holiday', name: '元旦' };
const notice = { revision: 0, source: '测试', publishedOn: null, days: [newYear] };

/** The ledger's clocks as figures: those who see a region or a center, and a unit's head the own row. */
const board = { supervisor: 200, centerLeader: 200, politicalLegalMember: 200, dispatcher: 200, unitHead: 200 };

/** Who gives matters to units, who rules, who watches, and the units themselves. */
const court = {
  dispatcher: 200,
  referee: 200,
  centerLeader: 200,
  supervisor: 200,
  politicalLegalMember: 200,
  unitHead: 200,
};

/** access.md for network and calendar: everybody in office reads, the system administrator keeps. */
export const networkEndpoints: readonly EndpointRow[] = [
  ['GET /api/regions?county=140106', everyone(200)],
  ['GET /api/units?county=140106', everyone(200)],
  ['GET /api/units/140106-center/posts', everyone(200)],
  ['GET /api/categories', everyone(200)],
  ['GET /api/centers?county=140106', everyone(200)],
  ['GET /api/centers/140106-center', everyone(200)],
  ['GET /api/network/units', everyone(200)],
  ['GET /api/network/units.xlsx', everyone(200)],
  ['GET /api/supervision/board', only(board)],
  ['GET /api/supervision/matters?state=soon', only(board)],
  ['GET /api/supervision/weekly.pdf', only(board)],
  ['GET /api/rulings', only(court)],
  ['GET /api/routing-accuracy', only(court)],
  ['GET /api/precedents?category=02', only({ dispatcher: 200, referee: 200, centerLeader: 200 })],
  ['GET /api/jobs/:output', everyone(404)],
  ['POST /api/jobs/:output/cancellations', everyone(404)],
  ['GET /api/calendar/2026', everyone(200)],
  ['POST /api/calendar/2030/drafts', only({ systemAdmin: 201 }), () => notice],
  ['POST /api/calendar/2030/imports', only({ systemAdmin: 406 }), () => ({})],
  ['POST /api/calendar/2030/previews', only({ systemAdmin: 409 }), () => ({ revision: 9 })],
  ['GET /api/calendar/2030/previews', only({ systemAdmin: 200 })],
  ['POST /api/calendar/2030/publications', only({ systemAdmin: 404 }), () => ({ run: absent })],
  ['POST /api/calendar/2031/withdrawals', only({ systemAdmin: 204 })],
  [`GET /api/calendar/previews/${absent}/moves`, everyone(200)],
  ['GET /api/calendar/provisional', everyone(200)],
  // Without a workbook: 406 says that a file is wanted here.
  ['POST /api/network/units/imports', only({ systemAdmin: 406 }), () => ({})],
  ...nouns.flatMap((noun): EndpointRow[] => [
    [`POST /api/${noun}`, keepers, () => forms[noun] ?? {}],
    [`PUT /api/${noun}/nothing`, keepers, () => forms[noun] ?? {}],
  ]),
];
