import type { RegisterInput, Source } from '../../intake/register.ts';

type Restriction = Exclude<RegisterInput['restriction'], null>;

/** What a word of a ledger most likely speaks of; a person looks at each once. The first that fits. */
export const categoryHints: readonly (readonly [RegExp, string])[] = [
  [/欠薪|工资|农民工|讨薪/, '10'],
  [/劳动|工伤|社保/, '11'],
  [/婚|家庭|抚养|赡养|继承/, '01'],
  [/邻|相邻|噪音|漏水/, '02'],
  [/宅基|房屋|租房|租赁/, '03'],
  [/物业/, '17'],
  [/医/, '15'],
  [/交通|车祸/, '16'],
  [/征地|拆迁|征收/, '08'],
  [/土地|林/, '07'],
  [/消费|退货|退款/, '14'],
  [/借贷|债|合同|借款/, '04'],
  [/环境|污染/, '09'],
  [/旅游/, '12'],
  [/赔偿|伤害|损害/, '06'],
  [/其他|其它/, '18'],
];

export const sourceHints: readonly (readonly [RegExp, Source])[] = [
  [/来访|走访上门|窗口|群众|大厅|自行/, 'walkIn'],
  [/热线|12345/, 'hotline'],
  [/来电|电话/, 'phone'],
  [/来信|信件/, 'letter'],
  [/网格/, 'gridReport'],
  [/网上|线上|平台|小程序/, 'online'],
  [/排查|摸排/, 'screening'],
  [/公安|派出所|110|警/, 'police'],
  [/法院|诉前|委派/, 'court'],
  [/信访/, 'petitionOffice'],
  [/交办|上级/, 'assignedFromAbove'],
  [/部门|移交|移送|单位/, 'unitReferral'],
];

export const restrictionHints: readonly (readonly [RegExp, Restriction | 'none'])[] = [
  [/^(否|不|无|公开|一般)/, 'none'],
  [/未成年/, 'minor'],
  [/家暴|家庭暴力/, 'domesticViolence'],
  [/性侵|性骚扰|猥亵/, 'sexualHarm'],
  [/^(是|限制|保密|敏感)|秘密|涉密/, 'secret'],
];
