import { isLabor } from '../../law/questions.ts';
import type { FindingId } from '../data/findings.ts';
import type { Rule } from '../lint.ts';
import { at, standsAt } from '../places.ts';

/** 民事诉讼法解释 355, ground by ground: what no court confirms. */
const grounds: readonly (readonly [FindingId, RegExp])[] = [
  [
    'toCourts',
    /(?:撤销|变更|取消|维持)[^，。；]{0,8}(?:行政处罚|处罚决定|行政许可|行政决定|拆迁决定|征收决定|认定书)|(?:给予|撤销)[^，。；]{0,6}(?:党纪|政纪|纪律)?处分|评(?:定|上)?职称|(?:转为|解决)[^，。；]{0,4}(?:编制|户口)|落户|村(?:集体)?成员资格/g,
  ],
  [
    'whichCourt',
    /由[^，。；由]{0,20}法院(?:管辖|审理|受理|确认)|(?:到|向)(?!有管辖权的?|当地|人民)[^，。；]{2,16}法院申请[^，。；]{0,6}确认|约定[^，。；]{0,6}法院[^，。；]{0,4}管辖/g,
  ],
  [
    'personalStatus',
    /(?<!已经?|曾|办理了)(?:解除|确认|恢复|终止)[^，。；]{0,14}(?:婚姻|夫妻|收养|亲子|父子|父女|母子|母女)关系|(?<!已经?|曾)(?:自愿|同意|协议|双方)离婚(?!后|时|证|协议|判决|案)|婚姻(?:关系)?(?:有效|无效)|(?:是|为|系)[^，。；]{0,8}(?:亲生|养子|养女)(?!.{0,6}生活)/g,
  ],
  [
    'otherProcedure',
    /宣告[^，。；]{0,8}(?:失踪|死亡)|认定[^，。；]{0,10}民事行为能力|(?:指定|变更|撤销)[^，。；]{0,8}(?:监护人|监护权|遗产管理人)|拍卖、?变卖[^，。；]{0,8}抵押|实现[^，。；]{0,4}(?:抵押|担保|质)(?:物)?权|公示催告|(?:申请|进入|宣告)[^，。；]{0,4}(?:破产|重整|清算)|认定[^，。；]{0,6}无主/g,
  ],
  [
    'title',
    /(?:房|宅基地|土地|车位|林地|承包地|院墙|院子|耕地|商铺|门面|楼|地块|院落)[^，。；费款金钱]{0,14}归[^，。；]{1,16}(?:所有|使用)?(?=[，。；]|$)|归[^，。；]{1,12}所有|(?:所有权|产权|使用权|承包经营权|著作权|商标权?|专利权?)(?:属于|归|为)[^，。；]{1,16}|确认[^，。；]{0,16}(?:所有权|使用权|产权|权属)/g,
  ],
];

const payment = /支付|付给|付清|给付|返还|退还|赔偿|补偿|补发|补缴|工资|款|费|金/;

/** What a court does not confirm is said; it may be signed all the same. */
export const confirmable: Rule = ({ agreement, facts, places }) => {
  const found = grounds.flatMap(([id, words]) => standsAt(places, words, id));
  if (!isLabor(facts.categoryCode)) return found;
  const beside = agreement.terms.flatMap(({ kind, text }, index) =>
    kind === 'pay' || (kind === 'other' && payment.test(text)) ? [] : [at('laborPayment', `terms.${index}.kind`)],
  );
  return [...found, ...beside];
};
