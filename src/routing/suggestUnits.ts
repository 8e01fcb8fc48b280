import type { Network } from '../network/lookup.ts';
import { dutyUnitId } from '../network/network.ts';
import { legalCounters } from './legalCounters.ts';

export type ToRoute = { countyCode: string; categoryCode: string; regionCode: string; willing?: string };

export type Suggestion = {
  unitId: string;
  name: string;
  basis: string;
  date: string;
  supportingUnitIds: readonly string[];
};

/** Whom the duty list names for this category at this place. */
const byDuty = (matter: ToRoute, network: Network): Suggestion[] =>
  network.duties(matter.countyCode, matter.categoryCode, matter.regionCode).flatMap((entry) => {
    const unit = network.unit(dutyUnitId(entry, matter.regionCode));
    if (!unit?.active) return [];
    const { basis, date, supportingUnitIds } = entry;
    return [{ unitId: unit.id, name: unit.short, basis, date, supportingUnitIds }];
  });

/** 不愿意调解的，不得调解 (人民调解法 17): the counters at which the ways of the law begin. */
const byCounter = (matter: ToRoute, network: Network): Suggestion[] =>
  legalCounters(matter.countyCode, matter.categoryCode, network).map(({ unit, ways }) => ({
    unitId: unit.id,
    name: unit.short,
    basis: `不愿意调解，导向窗口：${ways.join('、')}`,
    date: '',
    supportingUnitIds: [],
  }));

/** The first is the proposal; whoever does not want to mediate is led to the counters before the duty list. */
export function suggestUnits(matter: ToRoute, network: Network): Suggestion[] {
  if (matter.willing !== 'no') return byDuty(matter, network);
  const counters = byCounter(matter, network);
  const others = byDuty(matter, network).filter(({ unitId }) => counters.every((counter) => counter.unitId !== unitId));
  return [...counters, ...others];
}
