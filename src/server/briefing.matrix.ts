import { type EndpointRow, only } from '../people/endpoints.matrix.ts';

const leaders = only({ centerLeader: 200, politicalLegalMember: 200 });

/** access.md: the morning is of those who lead a center or answer for its place. */
export const briefingEndpoints: readonly EndpointRow[] = [
  ['GET /api/briefing', leaders],
  ['GET /api/briefing/sheet.pdf', leaders],
  ['PUT /api/briefing/wish', leaders, () => ({ wanted: true })],
];
