import type { CenterRow, CounterRow } from '../network.ts';
import { centers, USUAL_ZONES } from './centers.ts';

const [RECEPTION] = USUAL_ZONES;

/** The services that centers usually offer at a counter; which county gives which number to which is not published. */
const RESIDENT = [
  '引导登记',
  '综合受理',
  '诉讼服务',
  '法律服务',
  '信访接待',
  '检察服务',
  '劳动仲裁',
  '公安服务',
  '人民调解',
];
const ROTATING = ['民政服务', '住建服务', '自然资源服务', '市场监管服务'];

/** Where nothing is published a center gets the few counters it cannot work without. Loufan has one for everything. */
const UNPUBLISHED = { city: 4, county: 4, township: 1 } as const;
const ONE_COUNTER = new Set(['140123-center']);

function serviceNames(center: CenterRow): { resident: string[]; rotating: string[] } {
  const { counters, residentCounters, rotatingCounters } = center.stated;
  if (counters === undefined && (center.level === 'township' || ONE_COUNTER.has(center.id))) {
    return { resident: ['综合受理'], rotating: [] };
  }
  const resident = residentCounters ?? counters ?? UNPUBLISHED[center.level];
  return { resident: RESIDENT.slice(0, resident), rotating: ROTATING.slice(0, rotatingCounters ?? 0) };
}

function countersOf(center: CenterRow): CounterRow[] {
  const { resident, rotating } = serviceNames(center);
  return [...resident, ...rotating].map((service, index) => ({
    id: `${center.id}-counter-${index + 1}`,
    countyCode: center.countyCode,
    centerId: center.id,
    number: index + 1,
    name: `${service}窗口`,
    zone: center.zones.length === 0 ? null : RECEPTION,
    mode: index < resident.length ? 'resident' : 'rotating',
    assumed: true,
  }));
}

/** The numbers of Yingze and Jiancaoping are published; all names are ours. */
export const counters: readonly CounterRow[] = centers.flatMap(countersOf);
