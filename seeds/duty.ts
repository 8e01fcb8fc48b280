import { dutyList } from '../src/network/data/dutyList.ts';
import { dutyUnitId } from '../src/network/network.ts';

/** Whom the shipped duty list names. */
export function unitsByDuty(countyCode: string, categoryCode: string, regionCode: string): { lead: string } {
  const entry = dutyList.find((each) => each.countyCode === countyCode && each.categoryCode === categoryCode);
  if (!entry) throw new Error(`no duty for ${categoryCode} in ${countyCode}`);
  return { lead: dutyUnitId(entry, regionCode) };
}
