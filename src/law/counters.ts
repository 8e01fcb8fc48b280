import type { UnitKind } from '../network/network.ts';

/** At whose counter in a center a way of the law begins. */
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

/** Kinds of units whose counter it is; none where it does not begin in a center. */
export const counterKinds = (route: string): UnitKind[] => {
  const kind = counters[route];
  return kind ? [kind] : [];
};
