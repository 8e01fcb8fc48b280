import type { Network } from '../network/lookup.ts';
import type { Actor } from '../platform/actor.ts';
import type { Deps } from '../platform/deps.ts';
import type { DeliveryRules } from './deliveryRules.ts';
import type { Gateway } from './gateway.ts';

/** What deliveries stand on; the server hands over reference data and the way out. */
export type DeliveryEngine = Deps & {
  readonly gateway: Gateway | null;
  reference(): {
    network: Network;
    counties: readonly string[];
    rulesFor(countyCode: string): { rules: { delivery: DeliveryRules } };
  };
};

/** The house itself, in one county: it delivers what nobody asked it to by hand. */
export const courier = (countyCode: string): Actor => ({
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
