import { counterKinds } from '../law/counters.ts';
import { questionsOf } from '../law/questions.ts';
import type { Network, Unit } from '../network/lookup.ts';

export type LegalCounter = { unit: Unit; ways: string[] };

/** Where those go who do not want to mediate: units of the county whose counters the ways of the category begin at, in order. */
export function legalCounters(countyCode: string, categoryCode: string, network: Network): LegalCounter[] {
  const found = new Map<string, LegalCounter>();
  for (const { code, label } of questionsOf(categoryCode).flatMap(({ routes }) => routes)) {
    const unit = network.units.find(
      (each) =>
        each.countyCode === countyCode &&
        each.level === 'county' &&
        each.active &&
        counterKinds(code).includes(each.kind),
    );
    if (!unit) continue;
    const counter = found.get(unit.id) ?? { unit, ways: [] };
    if (!counter.ways.includes(label)) counter.ways.push(label);
    found.set(unit.id, counter);
  }
  return [...found.values()];
}
