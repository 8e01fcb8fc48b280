import type { Actor } from '../platform/actor.ts';

/** Steps on a dispute that follow from a step on the one it goes with are the house's own. */
export const houseOf = (countyCode: string): Actor => ({
  userId: '',
  postId: '',
  name: '系统',
  role: 'system',
  unitId: '',
  centerId: null,
  regionCode: '',
  countyCode,
  counties: [countyCode],
  viewers: ['system'],
});
