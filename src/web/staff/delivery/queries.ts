import { queryOptions } from '@tanstack/react-query';
import { type Channel, channels } from '../../../delivery/delivery.ts';
import type { DeliveryList, DeliveryTemplates } from '../../../delivery/deliveryViews.ts';
import { api } from '../api.ts';

/** What the address says: which way, what is open or done, and where the list goes on. */
export type DeliverySearch = { channel?: Channel; ended?: '1'; after?: string };

export function readDeliverySearch({ channel, ended, after }: Record<string, unknown>): DeliverySearch {
  const known = channels.find((each) => each === channel);
  return {
    ...(known && { channel: known }),
    ...((ended === '1' || ended === 1) && { ended: '1' as const }),
    ...(typeof after === 'string' && after !== '' && { after }),
  };
}

export const deliveriesQuery = ({ channel = 'call', ended, after }: DeliverySearch) =>
  queryOptions({
    queryKey: ['deliveries', channel, ended ?? '', after ?? ''],
    queryFn: () => api.get<DeliveryList>('/api/deliveries', { channel, ended: ended === '1', after }),
    refetchInterval: 60_000,
  });

export const templatesQuery = queryOptions({
  queryKey: ['deliveries', 'templates'],
  queryFn: () => api.get<DeliveryTemplates>('/api/delivery-templates'),
});
