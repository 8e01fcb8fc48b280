import type { KnownOrNot } from './registerInput.ts';

/** How a dispute reached the center, as forms, lists and pages say it. */
export const sourceWords: Readonly<Record<KnownOrNot, Readonly<Record<'zh' | 'en', string>>>> = {
  walkIn: { zh: '来访', en: 'Walk-in' },
  online: { zh: '网上', en: 'Online' },
  letter: { zh: '来信', en: 'Letter' },
  phone: { zh: '来电', en: 'Phone' },
  hotline: { zh: '12345热线', en: 'Hotline 12345' },
  gridReport: { zh: '网格上报', en: 'Grid report' },
  screening: { zh: '排查发现', en: 'Screening' },
  unitReferral: { zh: '部门移交', en: 'Referred by a unit' },
  assignedFromAbove: { zh: '上级交办', en: 'Assigned from above' },
  police: { zh: '公安移送', en: 'Police' },
  court: { zh: '法院委派委托', en: 'Court' },
  petitionOffice: { zh: '信访移送', en: 'Petition office' },
  unknown: { zh: '不详', en: 'Unknown' },
};
