import type { CellPeriod } from '../period.ts';

/** Units that superiors write behind a heading, and which unit of ours each is. */
export const unitWords: Readonly<Record<string, string>> = {
  ...{ 件: '件', 件数: '件', 起: '件', 起数: '件', 宗: '件', 宗数: '件', 例: '件', 例数: '件' },
  ...{ 人: '人', 人数: '人', 名: '人', 人次: '人次', 人次数: '人次' },
  ...{ 批: '批', 批次: '批', 批数: '批', 批次数: '批', 份: '份', 份数: '份' },
  ...{ 元: '元', 人民币元: '元', 万元: '万元', 人民币万元: '万元', '%': '%', 百分比: '%' },
};

export const periodWords: Readonly<Record<string, CellPeriod>> = {
  ...{ 本月: 'this', 当月: 'this', 本期: 'this', 当期: 'this' },
  ...{ 上月: 'last', 上期: 'last', 上个月: 'last' },
  ...{ 累计: 'year', 本年: 'year', 今年: 'year', 全年: 'year', 本年度: 'year', 年初至今: 'year', 今年以来: 'year' },
  ...{ 本年累计: 'year', 年累计: 'year', 全年累计: 'year', 累计数: 'year', 年度累计: 'year' },
  ...{ 同期: 'lastYear', 上年同期: 'lastYear', 去年同期: 'lastYear' },
};

/** Said within a heading without changing what it counts. */
export const fillWords: readonly string[] = [
  '矛盾纠纷',
  '纠纷',
  '案件',
  '数',
  '数量',
  '总数',
  '总量',
  '情况',
  '的',
  '共',
];

/** Heads a column, a row or a group, and says nothing of what is counted; never part of a longer heading. */
export const groupWords: readonly string[] = [
  ...[
    '项目',
    '类别',
    '类型',
    '指标',
    '指标名称',
    '内容',
    '名称',
    '分类',
    '纠纷类别',
    '纠纷类型',
    '矛盾类型',
    '案件类型',
  ],
  ...[
    '案件来源',
    '纠纷来源',
    '来源',
    '计量单位',
    '单位',
    '调解',
    '调解情况',
    '调处情况',
    '化解情况',
    '受理情况',
    '办理情况',
  ],
  ...['办结情况', '工作情况', '基本情况', '乡镇街道', '地区', '防止激化'],
];

/** All of what its row or column lists; whether that is all there is, the form must say. */
export const totalWords: readonly string[] = ['合计', '总计', '共计', '小计', '全部'];

/**
 * What turns a heading into another figure: its opposite, a share, a change, an amount. Such a word that we do not
 * understand leaves nothing to propose.
 */
export const turning = /[未不没较無无非否勿免拒误失缺欠率比重占增减升降差额均超逾难千亿除以外另余次前后]/;
