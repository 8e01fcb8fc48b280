import type { UnitKind } from '../network.ts';

/**
 * How the unit of a kind is called. `branch` is the city's body whose branch serves a district (太原市公安局迎泽分局);
 * with `branchEverywhere` counties have a branch as well. `certain` names follow from the law, all others are composed.
 */
export type UnitNaming = {
  kind: UnitKind;
  label: string;
  short: string;
  branch?: { stem: string; everywhere: boolean };
  city?: { name: string; short: string };
  certain?: true;
  note?: string;
};

const UNSURE = '机构名称与设置待各县确认';

export const unitKinds: readonly UnitNaming[] = [
  {
    kind: 'court',
    label: '人民法院',
    short: '法院',
    certain: true,
    city: { name: '太原市中级人民法院', short: '太原中院' },
  },
  { kind: 'procuratorate', label: '人民检察院', short: '检察院', certain: true },
  { kind: 'publicSecurity', label: '公安局', short: '公安局', branch: { stem: '太原市公安局', everywhere: false } },
  { kind: 'justice', label: '司法局', short: '司法局' },
  { kind: 'petition', label: '信访局', short: '信访局' },
  { kind: 'politicalLegal', label: '政法委员会', short: '政法委' },
  { kind: 'humanResources', label: '人力资源和社会保障局', short: '人社局' },
  { kind: 'laborArbitration', label: '劳动人事争议仲裁院', short: '劳动仲裁院' },
  { kind: 'housing', label: '住房和城乡建设局', short: '住建局' },
  { kind: 'health', label: '卫生健康局', short: '卫健局' },
  { kind: 'education', label: '教育局', short: '教育局' },
  { kind: 'civilAffairs', label: '民政局', short: '民政局' },
  {
    kind: 'naturalResources',
    label: '自然资源局',
    short: '自然资源局',
    branch: { stem: '太原市规划和自然资源局', everywhere: false },
    city: { name: '太原市规划和自然资源局', short: '太原市自然资源局' },
  },
  {
    kind: 'ecology',
    label: '生态环境局',
    short: '生态环境局',
    branch: { stem: '太原市生态环境局', everywhere: true },
  },
  { kind: 'marketSupervision', label: '市场监督管理局', short: '市场监管局' },
  { kind: 'urbanManagement', label: '城市管理局', short: '城管局', note: UNSURE },
  { kind: 'emergency', label: '应急管理局', short: '应急局' },
  { kind: 'transport', label: '交通运输局', short: '交通局' },
  { kind: 'agriculture', label: '农业农村局', short: '农业农村局' },
  { kind: 'cultureTourism', label: '文化和旅游局', short: '文旅局' },
  { kind: 'veterans', label: '退役军人事务局', short: '退役军人局' },
  { kind: 'womensFederation', label: '妇女联合会', short: '妇联' },
  { kind: 'tradeUnion', label: '总工会', short: '总工会' },
  { kind: 'lawSociety', label: '法学会', short: '法学会' },
  { kind: 'legalAid', label: '法律援助中心', short: '法援中心' },
  { kind: 'notary', label: '公证处', short: '公证处', note: UNSURE },
];
