import type { Network } from '../network/lookup.ts';
import { dutyUnitId } from '../network/network.ts';

export type ToRoute = { countyCode: string; categoryCode: string; regionCode: string };

export type Suggestion = {
  unitId: string;
  name: string;
  basis: string;
  date: string;
  supportingUnitIds: readonly string[];
};

/** Whom the duty list names for this category at this place; the first is the proposal. */
export function suggestUnits(matter: ToRoute, network: Network): Suggestion[] {
  return network.duties(matter.countyCode, matter.categoryCode, matter.regionCode).flatMap((entry) => {
    const unit = network.unit(dutyUnitId(entry, matter.regionCode));
    if (!unit?.active) return [];
    return [
      {
        unitId: unit.id,
        name: unit.short,
        basis: entry.basis,
        date: entry.date,
        supportingUnitIds: entry.supportingUnitIds,
      },
    ];
  });
}
