import { type EndpointRow, only } from '../people/endpoints.matrix.ts';
import type { PostRole } from '../people/roles.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const named = (roles: readonly PostRole[], status: number) =>
  only(Object.fromEntries(roles.map((role) => [role, status])));

/** Figures: who sees a board, and the counter, which is asked for the day's numbers. */
const readers = [
  'supervisor',
  'centerLeader',
  'politicalLegalMember',
  'dispatcher',
  'unitHead',
  'receptionist',
] as const;
/** Superiors' forms: the posts of a center that are asked for them. */
const fillers = ['supervisor', 'centerLeader', 'dispatcher', 'receptionist'] as const;
const leaders = ['centerLeader', 'supervisor', 'politicalLegalMember', 'unitHead'] as const;

const form = {
  revision: 1,
  name: '月报',
  issuer: '',
  draftDay: 1,
  cutoffDay: 0,
  handInDay: null,
  fillerPostId: null,
  active: true,
};

/** access.md for reports, exports, superiors' forms and the burden meter. An absent id is 404 past the door. */
export const reportEndpoints: readonly EndpointRow[] = [
  ['GET /api/reports', named(readers, 200)],
  ['GET /api/reports?kind=mediation', named(readers, 200)],
  ['GET /api/reports/figures?what=accepted&from=2026-10-01&to=2026-10-31', named(readers, 200)],
  ['GET /api/reports/figures?what=visits&from=2026-10-01&to=2026-10-31', named(readers, 200)],
  ['GET /api/reports/report.pdf', named(readers, 200)],
  ['GET /api/reports/report.xlsx', named(readers, 200)],
  ['GET /api/reports/snapshots', named(readers, 200)],
  ['POST /api/reports/snapshots', named(readers, 201), () => ({})],
  [`GET /api/reports/snapshots/${absent}`, named(readers, 404)],
  [`GET /api/reports/snapshots/${absent}/recounts`, named(readers, 404)],
  ['GET /api/reports/burden', named(leaders, 200)],
  ['GET /api/report-forms', named(fillers, 200)],
  // Without a file: 406 says that a file is wanted here.
  ['POST /api/report-forms', named(fillers, 406), () => ({})],
  [`GET /api/report-forms/${absent}`, named(fillers, 404)],
  [`PUT /api/report-forms/${absent}`, named(fillers, 404), () => form],
  [`PUT /api/report-forms/${absent}/mapping`, named(fillers, 404), () => ({ revision: 1, mapping: {} })],
  [`POST /api/report-forms/${absent}/versions`, named(fillers, 406), () => ({})],
  [`GET /api/report-forms/${absent}/file`, named(fillers, 404)],
  [`POST /api/report-forms/${absent}/fills`, named(fillers, 404), () => ({ month: '2026-09' })],
  [`GET /api/report-fills/${absent}`, named(fillers, 404)],
  [
    `PUT /api/report-fills/${absent}/answers`,
    named(fillers, 404),
    () => ({ revision: 1, address: '0!B5', value: 1, reason: '来电话说的' }),
  ],
  [`POST /api/report-fills/${absent}/hand-ins`, named(fillers, 404), () => ({ revision: 1, leaveEmpty: false })],
  [`GET /api/report-fills/${absent}/file`, named(fillers, 404)],
];
