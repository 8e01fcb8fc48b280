import type { Network } from '../network/lookup.ts';
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
