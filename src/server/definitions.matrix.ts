import { type EndpointRow, everyone } from '../people/endpoints.matrix.ts';

/** access.md: what figures count is no secret; the numbers in it are of those who see a whole place. */
export const definitionEndpoints: readonly EndpointRow[] = [
  ['GET /api/definitions', { ...everyone(200), systemAdmin: 403, securityAdmin: 403, auditAdmin: 403 }],
];
