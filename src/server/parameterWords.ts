/** Parts of an address, in the words of the open description: what each means wherever it is asked for. */
// biome-ignore format: looked up, not read
export const parameterWords: Readonly<Record<string, string>> = {
  act: '哪一种动作，写开头就行', agreementId: '哪一份协议', groupId: '哪一组协议', after: '接在哪里之后：上一页回答里的 next', all: '要不要看全部', amount: '金额从几到几元，写成 1000..50000',
  apply: '真的写入；不写就只检查', before: '接在哪里之前：上一页回答里的 previous', by: '按什么分行', categories: '纠纷类别的代码', category: '纠纷类别的代码',
  center: '中心的代码', channel: '哪条渠道', clock: '哪一种期限', closed: '哪天办结，写成 2026-10-01..2026-10-31', code: '编号',
  cols: '显示哪些列，用逗号隔开', contested: '只看有异议的', county: '区县代码，6 位数字', difficulty: '难易', dispute: '哪一件', invite: '请来的哪一位', difficulties: '难易',
  due: '到期的情况', ended: '已经有结果的', file: '文件的编号', find: '按姓名或登录名找', form: '哪一张文书', first: '首接的岗位', from: '从哪天或第几条起',
  gravity: '轻重', handler: '承办人的岗位', id: '编号', key: '代码', kind: '哪一种', largePrint: '用大字印', level: '哪一级',
  limit: '一页最多几条', open: '只看还没办完的', opened: '哪天登记，写成 2026-10-01..2026-10-31', order: '按什么排', outcome: '结果',
  page: '第几页', paper: '纸张大小', partyId: '哪一位当事人', people: '涉及人数从几到几，写成 5..20', period: '哪一期', post: '岗位的编号', postId: '岗位的编号', region: '地区代码', regions: '地区代码',
  reopened: '只看重新办理过的', result: '结果', role: '岗位的角色', run: '哪一次', service: '办什么', services: '办什么', sheet: '哪一张表',
  side: '哪一边', size: '大图还是小图', snapshot: '存下的哪一份报表', sort: '按什么排', source: '来源', sources: '来源', state: '现在的状态', status: '现在的状态',
  step: '哪一步', subject: '关于谁或什么', supervised: '督办的情况', text: '写的字', to: '到哪天为止', unit: '单位的代码', units: '单位的代码',
  unread: '只看没读的', urgency: '缓急', userId: '谁的编号', version: '第几版', view: '存下的哪一个视图', waiting: '只看正在等别人的',
  what: '看什么', whose: '谁的：所有、自己的、窗口的', year: '哪一年',
};
