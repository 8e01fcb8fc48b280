import { CITY_CODE, centerIdOf, type PresenceMode, type PresenceRow, type UnitKind, unitIdOf } from '../network.ts';
import { industryMediation } from './mediation.ts';
import { regionsAt } from './regions.ts';

type Plan = Readonly<Record<PresenceMode, readonly UnitKind[]>> & {
  /** Units of these kinds are named with their mode in what the county has published. */
  stated?: readonly UnitKind[];
  note?: string;
};

const USUAL: Plan = {
  resident: ['court', 'procuratorate', 'publicSecurity', 'justice', 'petition', 'laborArbitration', 'legalAid'],
  rotating: ['humanResources', 'housing', 'naturalResources', 'marketSupervision', 'civilAffairs'],
  onCall: [
    'health',
    'education',
    'ecology',
    'urbanManagement',
    'transport',
    'agriculture',
    'emergency',
    'cultureTourism',
  ],
  invited: ['lawSociety', 'womensFederation', 'tradeUnion', 'notary', 'veterans'],
};

const QINGXU_RESIDENT: readonly UnitKind[] = [
  'court',
  'procuratorate',
  'publicSecurity',
  'justice',
  'civilAffairs',
  'petition',
];

const PLANS: Readonly<Record<string, Plan>> = {
  // Eight resident and four rotating counters; five of the residents are named.
  '140108': {
    resident: [
      'petition',
      'court',
      'procuratorate',
      'legalAid',
      'laborArbitration',
      'justice',
      'publicSecurity',
      'humanResources',
    ],
    rotating: ['housing', 'naturalResources', 'marketSupervision', 'civilAffairs'],
    onCall: USUAL.onCall,
    invited: USUAL.invited,
    stated: ['petition', 'court', 'procuratorate', 'justice', 'laborArbitration'],
  },
  // Seventeen departments; which ones is not published.
  '140110': {
    resident: [...USUAL.resident, 'humanResources'],
    rotating: ['housing', 'naturalResources', 'marketSupervision', 'civilAffairs'],
    onCall: ['health', 'education', 'ecology', 'urbanManagement'],
    invited: ['womensFederation'],
  },
  // All twelve are named; of the second six only that they rotate or come on call.
  '140121': {
    resident: QINGXU_RESIDENT,
    rotating: ['naturalResources', 'humanResources', 'education', 'health'],
    onCall: ['womensFederation', 'lawSociety'],
    invited: [],
    stated: QINGXU_RESIDENT,
    note: '公开报道为“轮驻或随驻”，具体方式与日期待确认',
  },
  // Nine moved in whole, and all four modes are in use; which nine is not published.
  '140123': {
    resident: [...USUAL.resident, 'humanResources', 'notary'],
    rotating: ['housing', 'naturalResources', 'marketSupervision', 'civilAffairs'],
    onCall: USUAL.onCall,
    invited: ['lawSociety', 'womensFederation', 'tradeUnion', 'veterans'],
  },
};

const WORKDAYS = [1, 2, 3, 4, 5];

/** Those who rotate take the days of the week in turn; those on call or invited have no day. */
function weekdaysFor(mode: PresenceMode, index: number): number[] {
  if (mode === 'resident') return WORKDAYS;
  return mode === 'rotating' ? [(index % WORKDAYS.length) + 1] : [];
}

function presenceRow(countyCode: string, unitId: string, mode: PresenceMode, index: number): PresenceRow {
  const centerId = centerIdOf(countyCode);
  const weekdays = weekdaysFor(mode, index);
  return {
    id: `${centerId}:${unitId}`,
    countyCode,
    centerId,
    unitId,
    mode,
    weekdays,
    from: null,
    to: null,
    assumed: true,
    note: null,
  };
}

function presenceOf(countyCode: string): PresenceRow[] {
  const plan = PLANS[countyCode] ?? USUAL;
  const modes: readonly PresenceMode[] = ['resident', 'rotating', 'onCall', 'invited'];
  return modes.flatMap((mode) =>
    plan[mode].map((kind, index) => {
      const stated = plan.stated?.includes(kind) ?? false;
      const row = presenceRow(countyCode, unitIdOf(countyCode, kind), mode, index);
      return { ...row, assumed: !stated, note: stated ? null : (plan.note ?? '入驻方式与日期为缺省，待各县确认') };
    }),
  );
}

const mediators: readonly PresenceRow[] = industryMediation.map((body, index) => ({
  ...presenceRow(body.countyCode, body.id, 'onCall', index),
  note: '入驻方式为缺省，待确认',
}));

/** Who sits in the city's and the counties' centers; township centers are staffed by their own office. */
export const presence: readonly PresenceRow[] = [
  ...[CITY_CODE, ...regionsAt('county').map((county) => county.code)].flatMap(presenceOf),
  ...mediators,
];
