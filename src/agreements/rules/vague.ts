import { daysIn } from '../daysIn.ts';
import type { Hit, Rule } from '../lint.ts';
import { type Place, standsAt } from '../places.ts';

const figure = '[〇零一二两三四五六七八九十百\\d]';
const day = new RegExp(
  [
    '尽快|尽早|早日|近期|近日|日后|改日|择日|择期|适时|过(?:段|一阵)(?:时间|子)?|不久',
    '(?:今|明|后)?年(?:底|初|末|前|后|内)(?:之?前|以前|左右)?|(?:春节|过年|中秋|国庆|元旦)(?:期间|前后|之?前|之?后|以?前|以?后)',
    `(?:${figure}{1,2}月|本月|下月|下个月|月)(?:底|初|末|中旬|上旬|下旬|份(?!的|工资|房租|货款|租金))(?:之?前|以前|左右|前后)?`,
    '(?:明|后|次)年(?:${m}{1,2}月份?)?(?![^，。；]{0,4}日)|下(?:个)?(?:月|星期|周|礼拜)[一二三四五六日天]?(?!.{0,3}[\\d一二三四五六七八九十]日)',
    `${figure}{4}年${figure}{1,2}月(?!\\s?${figure}{1,3}\\s?[日号]|份?(?:的|工资|房租|货款|租金|水费|电费))(?:之?前|以前|份|底|内)?`,
    '(?<![期招接对款看虐等相担])待(?!遇|命|客|业|定|办)[^，。；]{1,20}?(?:之后|以后|后|时|再)',
    '等(?![\\d〇一二三四五六七八九十]|.{0,2}人|级|额|同)[^，。；]{1,12}?(?:以后|之后|了再|后再|下来|到账)',
    '方便(?:时|的时候)|有(?:了)?钱(?:时|了|以后|再|就)|手头宽裕|条件(?:允许|成熟|具备)(?:时|后)?|宽裕(?:时|了|后)',
  ]
    .join('|')
    .replaceAll('${m}', figure),
  'g',
);
const within = new RegExp(`(?:${figure}+|半)\\s?(?:个)?(?:天|日|月|年|周|星期|工作日)(?:之|以)?内`, 'g');
const since = /自|从|起|签字后|签订后|生效后|收到.{0,12}后|之日/;

const amount =
  /若干|适当(?:的)?(?:补偿|赔偿|补助|费用|金额|报酬)|一定(?:的|数额的?)?(?:金额|数额|补偿|赔偿|费用|款项?|报酬|损失)|酌情|据实(?:支付|结算|赔付)?|按实际(?:情况|损失|发生)?|合理(?:的)?(?:费用|赔偿|补偿|损失)|按?市场价|(?:[\d万千百元块])(?:左右|上下)|(?:大约|大概|约)(?=人民币|[¥\d一二三四五六七八九十百千两])|[几数][十百千万](?:元|块|多)|[\d十百千万]多(?:元|块|万)/g;
const rest =
  /余款|余额|尾款|剩余(?:部分|款项?|的钱)?|其余(?:部分|款项?|的钱)?|部分(?=款|钱|费用|工资|货款|赔偿|租金|损失)/g;
const figureNear = /^[^，。；]{0,10}[\d〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖]+[^，。；]{0,3}[元块万]/;

const deed =
  /妥善(?:处理|解决|安置|安排)|(?:处理|解决|安排|协调|沟通)好|做好|搞好|办好|尽力|尽量|积极(?:配合|协助|处理|解决|整改)|(?:相关|有关)(?:事宜|问题|工作|责任|费用)|恢复到满意|保质保量|尽到(?:应尽的)?(?:义务|责任)|加强(?:管理|沟通)/g;

/** 余款3000元 names its amount, 余款 alone does not; so with what the term's own amount says. */
function restOf(places: readonly Place[], amounts: readonly (number | null)[]): Hit[] {
  return standsAt(places, rest, 'vagueAmount').filter(({ field, to }) => {
    const place = places.find((each) => each.field === field);
    const own = place?.term === null || place === undefined ? null : amounts[place.term];
    return (own ?? null) === null && !figureNear.test(place?.plain.slice(to) ?? '');
  });
}

function uncounted(places: readonly Place[]): Hit[] {
  return standsAt(places, within, 'withinOfWhat').filter(({ field, from, to }) => {
    const { plain } = places.find((each) => each.field === field) ?? { plain: '' };
    const before =
      plain
        .slice(0, from)
        .split(/[，。；]/)
        .at(-1) ?? '';
    return !since.test(before) && !since.test(plain.slice(to, to + 6));
  });
}

const noYear = (places: readonly Place[]): Hit[] =>
  places.flatMap(({ field, text }) =>
    daysIn(text)
      .filter(({ year, day: said }) => year === null && said !== null)
      .map(({ from, to }) => ({ id: 'noYear', field, from, to, parts: { what: text.slice(from, to) } }) as const),
  );

/** 2026年10月30日左右 names a day, and takes it back. */
const about = (places: readonly Place[]): Hit[] =>
  places.flatMap(({ field, text, plain }) =>
    daysIn(text).flatMap(({ from, to }) => {
      const more = /^(?:左右|前后|上下)/.exec(plain.slice(to))?.[0];
      return more
        ? [
            {
              id: 'vagueDay',
              field,
              from,
              to: to + more.length,
              parts: { what: text.slice(from, to + more.length) },
            } as const,
          ]
        : [];
    }),
  );

/** Words that name no day, no amount, no deed. Where a condition belongs, 待…后 is no vagueness. */
export const vague: Rule = ({ agreement, places }) => {
  const dated = places.filter(({ field }) => !/condition|where|howNote/.test(field));
  const paid = places.filter(({ field }) => !field.endsWith('where'));
  return [
    ...standsAt(dated, day, 'vagueDay'),
    ...about(dated),
    ...uncounted(dated),
    ...noYear(dated),
    ...standsAt(paid, amount, 'vagueAmount'),
    ...restOf(
      paid,
      agreement.terms.map(({ amountCents }) => amountCents),
    ),
    ...standsAt(paid, deed, 'vagueDeed'),
  ];
};
