import { administrativeClocks } from './rules.administrative.ts';
import { courtClocks } from './rules.court.ts';
import { mediationClocks } from './rules.mediation.ts';
import { officeClocks } from './rules.office.ts';
import { trafficClocks } from './rules.traffic.ts';
import type { StatutoryClock } from './statutory.ts';

/** Every limit of law that a matter may run beside 13710, by kind. Texts read: V; second hand or from memory: V2. */
export const statutoryClocks: ReadonlyMap<string, StatutoryClock> = new Map(
  [...mediationClocks, ...courtClocks, ...officeClocks, ...administrativeClocks, ...trafficClocks].map((clock) => [
    clock.rule.kind,
    clock,
  ]),
);
