/** The eighteen classes by their codes, as the network ships them. */
const names = [
  ...['婚姻家庭', '邻里', '房屋宅基地', '合同', '生产经营', '损害赔偿', '山林土地', '征地拆迁', '环境污染'],
  ...['拖欠农民工工资', '其他劳动争议', '旅游', '电子商务', '其他消费', '医疗', '道路交通事故', '物业', '其他'],
];
export const DRAFTS_FOR_TESTS = names.map((name, index) => ({ code: String(index + 1).padStart(2, '0'), name }));
