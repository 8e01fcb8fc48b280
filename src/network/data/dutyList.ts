import { CITY_CODE, type DutyEntry, type DutyTarget, type UnitKind, unitIdOf } from '../network.ts';
import { regionsAt } from './regions.ts';

export const DEFAULT_DUTY_BASIS = '缺省职责清单（待各县确认）';
export const DEFAULT_DUTY_DATE = '2026-11-22';

type Duty = { lead: UnitKind | 'township' | 'center'; support: readonly UnitKind[]; reason: string };

/** By category code. Our reading of which trade answers for what: no county has published its list. */
const DUTIES: Readonly<Record<string, Duty>> = {
  '01': { lead: 'township', support: ['womensFederation', 'civilAffairs'], reason: '家事由属地先行调解' },
  '02': { lead: 'township', support: ['justice'], reason: '邻里纠纷由属地先行调解' },
  '03': { lead: 'naturalResources', support: ['agriculture', 'housing'], reason: '涉及土地和宅基地管理' },
  '04': { lead: 'center', support: ['justice', 'court'], reason: '合同纠纷由县级中心统筹调处' },
  '05': { lead: 'marketSupervision', support: ['justice'], reason: '涉及经营活动监管' },
  '06': { lead: 'township', support: ['publicSecurity', 'justice'], reason: '一般损害赔偿由属地先行调解' },
  '07': { lead: 'naturalResources', support: ['agriculture'], reason: '涉及土地和林地权属管理' },
  '08': { lead: 'naturalResources', support: ['housing', 'justice'], reason: '涉及土地征收和房屋征收' },
  '09': { lead: 'ecology', support: ['urbanManagement'], reason: '涉及污染防治监管' },
  '10': { lead: 'humanResources', support: ['laborArbitration', 'housing'], reason: '欠薪由劳动保障监察处理' },
  '11': { lead: 'laborArbitration', support: ['humanResources', 'tradeUnion'], reason: '劳动人事争议调解仲裁' },
  '12': { lead: 'cultureTourism', support: ['marketSupervision'], reason: '涉及旅游市场监管' },
  '13': { lead: 'marketSupervision', support: [], reason: '涉及网络交易监管' },
  '14': { lead: 'marketSupervision', support: [], reason: '涉及消费者权益保护' },
  '15': { lead: 'health', support: ['justice'], reason: '涉及医疗机构监管' },
  '16': { lead: 'publicSecurity', support: ['justice', 'court'], reason: '涉及交通事故处理' },
  '17': { lead: 'housing', support: ['urbanManagement'], reason: '涉及物业服务监管' },
  '18': { lead: 'center', support: [], reason: '无对应主管部门的，由县级中心研判后分流' },
};

/** The city's own center has no township below it directly: there the center keeps what a township would take. */
function targetOf(lead: Duty['lead'], countyCode: string): DutyTarget {
  if (lead === 'center' || (lead === 'township' && countyCode === CITY_CODE)) return 'center';
  return lead === 'township' ? 'township' : 'unit';
}

function entryOf(countyCode: string, categoryCode: string, duty: Duty): DutyEntry {
  const target = targetOf(duty.lead, countyCode);
  return {
    id: `${countyCode}-${categoryCode}`,
    countyCode,
    categoryCode,
    target,
    unitId: target === 'unit' ? unitIdOf(countyCode, duty.lead as UnitKind) : null,
    supportingUnitIds: duty.support.map((kind) => unitIdOf(countyCode, kind)),
    basis: DEFAULT_DUTY_BASIS,
    reason: duty.reason,
    date: DEFAULT_DUTY_DATE,
    status: 'G',
  };
}

/** The default list of one county: one entry for every category. */
export function defaultDutyList(countyCode: string): DutyEntry[] {
  const byCode = Object.entries(DUTIES).toSorted(([a], [b]) => a.localeCompare(b));
  return byCode.map(([categoryCode, duty]) => entryOf(countyCode, categoryCode, duty));
}

export const dutyList: readonly DutyEntry[] = [CITY_CODE, ...regionsAt('county').map((each) => each.code)].flatMap(
  defaultDutyList,
);
