import { questionsOf } from '../law/questions.ts';
import type { Network, Unit } from '../network/lookup.ts';
import type { UnitKind } from '../network/network.ts';

/** At whose counter in the center a way of the law begins. */
const counters: Readonly<Record<string, UnitKind>> = {
  administrativeReconsideration: 'justice',
  administrativeSuit: 'court',
  consumerBodies: 'marketSupervision',
  courtFiling: 'court',
  environmentOffice: 'ecology',
  laborArbitration: 'laborArbitration',
  laborInspection: 'humanResources',
  landArbitration: 'agriculture',
  landOwnership: 'naturalResources',
  legalAid: 'legalAid',
  legalAidVictims: 'legalAid',
  legalAidWorkers: 'legalAid',
  medicalMediation: 'health',
  paymentOrder: 'court',
  propertyOffice: 'housing',
  protectionOrder: 'court',
  trafficMediation: 'publicSecurity',
  wageIou: 'court',
};

export type LegalCounter = { unit: Unit; ways: string[] };

/** Where those go who do not want to mediate: units of the county whose counters the ways of the category begin at, in order. */
export function legalCounters(countyCode: string, categoryCode: string, network: Network): LegalCounter[] {
  const found = new Map<string, LegalCounter>();
  for (const { code, label } of questionsOf(categoryCode).flatMap(({ routes }) => routes)) {
    const unit = network.units.find(
      (each) =>
        each.countyCode === countyCode && each.level === 'county' && each.active && each.kind === counters[code],
    );
    if (!unit) continue;
    const counter = found.get(unit.id) ?? { unit, ways: [] };
    if (!counter.ways.includes(label)) counter.ways.push(label);
    found.set(unit.id, counter);
  }
  return [...found.values()];
}
