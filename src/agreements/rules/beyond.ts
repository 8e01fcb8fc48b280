import type { Rule } from '../lint.ts';
import { standsAt } from '../places.ts';

const closed =
  /(?:再无|再没有|不再有|没有)(?:任何|其他|其它|一切)?(?:的)?(?:纠纷|争议|瓜葛|牵连|牵扯|债权债务)|(?:互)?不再?(?:追究|主张)(?:对方)?(?:任何|其他|一切)(?:的)?(?:责任|权利|费用)|一次性(?:终结|了断|了结)|(?:互不|概不)相(?:干|欠)|两清|(?:一切|所有|全部)(?:的)?(?:纠纷|账目|债权债务)/g;
/** Which matter it is about stands before it in the same sentence. */
const limited = /(?:就|对|关于|因)?(?:本次|此次|这次|本案|本起|该次|上述|这件事|本纠纷|该纠纷|20\d\d年)[^。；]*$/;
const later =
  /(?:后遗症|后续治疗|伤情(?:加重|变化|恶化)|二次手术|今后的?(?:治疗|医疗))[^，。；]{0,16}(?:自行|自己|自负|无关|不再|概不|不负责|不承担)/g;

/** What an agreement closes beyond the matter that it settles. */
export const beyond: Rule = ({ places }) => [
  ...standsAt(places, closed, 'nothingElse').filter(({ field, from }) => {
    const { plain } = places.find((each) => each.field === field) ?? { plain: '' };
    return !limited.test(plain.slice(0, from));
  }),
  ...standsAt(places, later, 'laterHarm'),
];
