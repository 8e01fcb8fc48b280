import type { CenterRow } from './network.ts';

/** What people call each of the numbers, for pages that show a center. */
export const STATED_LABELS: Readonly<Record<keyof Required<CenterRow['stated']>, readonly [zh: string, en: string]>> = {
  counters: ['服务窗口', 'counters'],
  residentCounters: ['常驻窗口', 'resident counters'],
  rotatingCounters: ['轮驻窗口', 'rotating counters'],
  halls: ['大厅', 'halls'],
  hearingRooms: ['庭', 'hearing rooms'],
  functionRooms: ['功能室', 'function rooms'],
  supportRooms: ['保障室', 'support rooms'],
  zones: ['功能区', 'zones'],
  units: ['入驻部门', 'stationed units'],
  residentUnits: ['常驻部门', 'resident units'],
  mediationBodies: ['行业性专业性调解组织', 'professional mediation bodies'],
  townships: ['镇街', 'townships'],
  communities: ['村（社区）', 'villages and communities'],
  townshipCenters: ['乡镇综治中心', 'township centers'],
  gridWorkers: ['专兼职网格员', 'grid workers, full and part time'],
};
