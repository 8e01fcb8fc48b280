import type { DeliveryEngine } from './deliveryEngine.ts';

/** When it goes out: the minutes are counted from what was said first. */
export function releaseOf(engine: Pick<DeliveryEngine, 'reference'>, countyCode: string, since: Date): Date {
  const { holdMinutes } = engine.reference().rulesFor(countyCode).rules.delivery;
  return new Date(since.getTime() + holdMinutes * 60_000);
}
