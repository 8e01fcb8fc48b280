/** What this module leaves in the trail; the subject is the noun and the key: units/140106-court. */
export const networkActs = {
  'network.added': { zh: '新增网络资料', en: 'Added to the network' },
  'network.changed': { zh: '修改网络资料', en: 'Changed the network' },
  'network.imported': { zh: '导入表格', en: 'Imported a workbook' },
  'network.exported': { zh: '导出表格', en: 'Exported a workbook' },
} as const satisfies Record<string, { zh: string; en: string }>;
