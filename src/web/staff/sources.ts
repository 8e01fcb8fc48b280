import type { Source } from '../../intake/register.ts';
import type { Language } from '../../ui/i18n.ts';

/** How a dispute reached the center, as forms and pages say it. */
const words: Readonly<Record<Source, Readonly<Record<Language, string>>>> = {
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
};

export const sourceOptions = (language: Language) =>
  Object.entries(words).map(([value, label]) => ({ value: value as Source, label: label[language] }));

export const sourceWord = (source: string, language: Language): string =>
  source in words ? words[source as Source][language] : source;
