/**
 * What people come for and what is given to them; one visit may be several. After the kinds of counters that centers
 * publish: 综合咨询、信访接待、法律咨询、法律援助、矛盾调解、行政复议、劳动仲裁、诉讼、公证、心理疏导、引导.
 */
export const serviceWords = {
  consultation: { zh: '咨询', en: 'Consultation' },
  legalAdvice: { zh: '法律咨询', en: 'Legal advice' },
  legalAid: { zh: '法律援助', en: 'Legal aid' },
  mediation: { zh: '调解', en: 'Mediation' },
  arbitration: { zh: '劳动仲裁', en: 'Labor arbitration' },
  petition: { zh: '信访', en: 'Petition' },
  litigation: { zh: '诉讼', en: 'Litigation' },
  notary: { zh: '公证', en: 'Notary' },
  psychology: { zh: '心理服务', en: 'Counseling' },
  guidance: { zh: '问路、引导', en: 'Guidance' },
  reconsideration: { zh: '行政复议', en: 'Administrative reconsideration' },
} as const;

export type Service = keyof typeof serviceWords;

export const services = Object.keys(serviceWords) as [Service, ...Service[]];

export const isService = (text: string): text is Service => Object.hasOwn(serviceWords, text);

/** As people read it; a service that a later version no longer knows keeps its own word. */
export const serviceLabel = (service: string, language: 'zh' | 'en' = 'zh'): string =>
  isService(service) ? serviceWords[service][language] : service;
