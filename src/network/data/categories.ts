import type { Category } from '../network.ts';
import { initialsOf } from './initials.ts';

const PROPERTY = '物权、知识产权的确权';
const IDENTITY = '婚姻关系、亲子关系、收养关系等身份关系的无效、有效或者解除';

type Draft = Omit<Category, 'initials' | 'neverConfirmable' | 'note'> &
  Partial<Pick<Category, 'neverConfirmable' | 'note'>>;

const LABOR_NOTE = '调解协议可由双方共同向劳动人事争议仲裁机构申请审查确认';
const COMMERCE_NOTE = '经营者之间的争议可选商事调解，商事调解可以收费，与免费的人民调解分开';

/**
 * The eighteen classes of the people's mediation statistics, mapped to the political-legal committees' list.
 * What a court never confirms: 最高人民法院关于适用《民事诉讼法》的解释 art. 355 (3) and (5).
 */
const DRAFTS: readonly Draft[] = [
  {
    code: '01',
    key: 'marriageFamily',
    name: '婚姻家庭',
    english: 'Marriage and family',
    politicalLegalNames: ['婚恋家庭'],
    neverConfirmable: IDENTITY,
    note: '财产、抚养费、赡养等内容可以申请司法确认；涉家庭暴力的先看安全清单',
  },
  { code: '02', key: 'neighbors', name: '邻里', english: 'Neighbors', politicalLegalNames: ['邻里'] },
  {
    code: '03',
    key: 'housingHomestead',
    name: '房屋宅基地',
    english: 'Houses and homesteads',
    politicalLegalNames: ['物权相关', '土地及资源权属'],
    neverConfirmable: PROPERTY,
  },
  {
    code: '04',
    key: 'contract',
    name: '合同',
    english: 'Contracts',
    politicalLegalNames: ['合同及相关', '金融借贷'],
    note: COMMERCE_NOTE,
  },
  {
    code: '05',
    key: 'business',
    name: '生产经营',
    english: 'Business operations',
    politicalLegalNames: ['其他民商事'],
    note: COMMERCE_NOTE,
  },
  { code: '06', key: 'damages', name: '损害赔偿', english: 'Damages', politicalLegalNames: ['侵权相关', '人格权'] },
  {
    code: '07',
    key: 'forestLand',
    name: '山林土地',
    english: 'Forests and land',
    politicalLegalNames: ['土地及资源权属'],
    neverConfirmable: PROPERTY,
  },
  {
    code: '08',
    key: 'landTaking',
    name: '征地拆迁',
    english: 'Land taking and demolition',
    politicalLegalNames: ['城乡建设发展', '其他行政执法'],
    neverConfirmable: PROPERTY,
    note: '对行政决定不服的，可以走行政复议或行政诉讼，注意期限',
  },
  { code: '09', key: 'environment', name: '环境污染', english: 'Pollution', politicalLegalNames: ['侵权相关'] },
  {
    code: '10',
    key: 'migrantWages',
    name: '拖欠农民工工资',
    english: 'Unpaid wages of migrant workers',
    politicalLegalNames: ['劳动人事争议'],
    note: LABOR_NOTE,
  },
  {
    code: '11',
    key: 'labor',
    name: '其他劳动争议',
    english: 'Other labor disputes',
    politicalLegalNames: ['劳动人事争议'],
    note: LABOR_NOTE,
  },
  { code: '12', key: 'tourism', name: '旅游', english: 'Tourism', politicalLegalNames: ['合同及相关'] },
  { code: '13', key: 'ecommerce', name: '电子商务', english: 'Online shopping', politicalLegalNames: ['合同及相关'] },
  {
    code: '14',
    key: 'consumer',
    name: '其他消费',
    english: 'Other consumer disputes',
    politicalLegalNames: ['合同及相关'],
  },
  { code: '15', key: 'medical', name: '医疗', english: 'Medical care', politicalLegalNames: ['侵权相关'] },
  { code: '16', key: 'traffic', name: '道路交通事故', english: 'Road accidents', politicalLegalNames: ['侵权相关'] },
  {
    code: '17',
    key: 'propertyService',
    name: '物业',
    english: 'Property management',
    politicalLegalNames: ['合同及相关', '城乡建设发展'],
  },
  { code: '18', key: 'other', name: '其他', english: 'Other', politicalLegalNames: ['其他', '涉民政', '涉法涉诉'] },
];

export const categories: readonly Category[] = DRAFTS.map((draft) => ({
  neverConfirmable: null,
  note: null,
  ...draft,
  initials: initialsOf(draft.name),
}));

/** How a dispute reached the center. */
export const sources = [
  { key: 'walkIn', name: '来访', english: 'Walk-in' },
  { key: 'online', name: '网上', english: 'Online' },
  { key: 'letter', name: '来信', english: 'Letter' },
  { key: 'phone', name: '来电', english: 'Phone' },
  { key: 'hotline', name: '12345热线', english: 'Hotline 12345' },
  { key: 'gridReport', name: '网格上报', english: 'Grid report' },
  { key: 'screening', name: '排查发现', english: 'Screening' },
  { key: 'unitReferral', name: '部门移交', english: 'Referred by a unit' },
  { key: 'assignedFromAbove', name: '上级交办', english: 'Assigned from above' },
  { key: 'police', name: '公安移送', english: 'Police' },
  { key: 'court', name: '法院委派委托', english: 'Court' },
  { key: 'petitionOffice', name: '信访移送', english: 'Petition office' },
] as const;
