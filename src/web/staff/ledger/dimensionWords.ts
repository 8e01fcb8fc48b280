import { makeCatalog } from '../../../ui/i18n.ts';

export const useDimensionWords = makeCatalog({
  zh: {
    title: '四维清单',
    note: '「四维」是哪四维没有统一规定，这里的分法由本地设定。每个数点开就是那份清单。',
    total: '合计',
    late: (count: string) => `逾期 ${count}`,
    hidden: (count: string) => `另有限制知悉的 ${count} 件：只计总数，不分类，也不列出。`,
    counted: (count: string, late: string) => `共 ${count} 件，其中逾期 ${late} 件`,
    export: '导出这些数',
    empty: '这些条件下没有事。',
    open: (label: string) => `${label}，打开清单`,
    list: '台账',
    asOf: (time: string) => `截至 ${time}`,
  },
  en: {
    title: 'Four dimensions',
    note: 'Nobody says which four: the division is set locally. Each number opens its list.',
    total: 'Total',
    late: (count: string) => `late ${count}`,
    hidden: (count: string) => `And ${count} restricted matters: counted only, neither divided nor listed.`,
    counted: (count: string, late: string) => `${count} matters, ${late} of them late`,
    export: 'Export these numbers',
    empty: 'Nothing matches.',
    open: (label: string) => `${label}: open the list`,
    list: 'Ledger',
    asOf: (time: string) => `as of ${time}`,
  },
});
