import { makeCatalog } from '../../../ui/i18n.ts';

export const usePictureWords = makeCatalog({
  zh: {
    unit: '单位',
    week: '到哪一天',
    late: '逾期',
    soon: '将到期',
    paused: '暂停',
    asOf: (time: string) => `截至 ${time}`,
    weeksNote: '每周日24时和现在的逾期件数',
    unitsNote: (shown: number, all: number) =>
      shown < all
        ? `画了前 ${shown} 个单位，共 ${all} 个，逾期多的在前；一件事可以同时在两格里`
        : '一件事可以同时在两格里',
    opens: (name: string, what: string, count: number) => `${name}，${what} ${count} 件`,
    now: '现在',
  },
  en: {
    unit: 'Unit',
    week: 'Up to',
    late: 'Late',
    soon: 'Due soon',
    paused: 'Paused',
    asOf: (time: string) => `as of ${time}`,
    weeksNote: 'late at the end of each Sunday, and now',
    unitsNote: (shown: number, all: number) =>
      shown < all ? `${shown} units of ${all}, most late first; one matter may be in two` : 'One matter may be in two',
    opens: (name: string, what: string, count: number) => `${name}, ${what}: ${count} matters`,
    now: 'now',
  },
});
