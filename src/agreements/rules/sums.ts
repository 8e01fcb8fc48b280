import { type Amount, amountsIn } from '../../platform/amountsIn.ts';
import { spokenMoney } from '../../ui/money.ts';
import type { Hit, Rule } from '../lint.ts';
import { at, type Place } from '../places.ts';

const sumOf = (cents: readonly number[]): number => cents.reduce((sum, each) => sum + each, 0);
const both = (a: number, b: number) => ({ a: spokenMoney(a), b: spokenMoney(b) });
const between = ({ text }: Place, one: Amount, next: Amount): string => text.slice(one.to, next.from);

/** 捌仟元整（¥8,000.00）: the same amount twice, once in capitals. */
const capitals = (place: Place, amounts: readonly Amount[]): Hit[] =>
  amounts.slice(1).flatMap((next, index) => {
    const one = amounts[index] as Amount;
    const twice = one.capitals !== next.capitals && /^[\s（(：:，,即小大写人民币¥]*$/.test(between(place, one, next));
    if (!twice || one.cents === next.cents) return [];
    const [a, b] = one.capitals ? [one.cents, next.cents] : [next.cents, one.cents];
    return [{ id: 'capitalsDiffer', field: place.field, from: one.from, to: next.to, parts: both(a, b) }];
  });

/** 医疗费3000元、误工费2000元，共计5000元. */
function lists(place: Place, amounts: readonly Amount[]): Hit[] {
  return amounts.flatMap((sum, index) => {
    const said = place.plain.slice(amounts[index - 1]?.to ?? 0, sum.from);
    if (!/(共计|合计|总计|总共|一共)(?:人民币)?\s?[:：]?$/.test(said)) return [];
    const parts = amounts.slice(0, index).filter(({ capitals }) => !capitals);
    const total = sumOf(parts.map(({ cents }) => cents));
    if (parts.length < 2 || total === sum.cents) return [];
    return [
      { id: 'listDiffers', field: place.field, from: parts[0]?.from ?? 0, to: sum.to, parts: both(total, sum.cents) },
    ];
  });
}

function ofTerms({ agreement: { terms, totalCents } }: Parameters<Rule>[0]): Hit[] {
  const hits = terms.flatMap(({ kind, text, amountCents, instalments }, index): Hit[] => {
    const field = `terms.${index}.amountCents`;
    const parts = sumOf(instalments.map(({ cents }) => cents));
    const said = amountsIn(text);
    const only = said.length === 1 ? said[0] : undefined;
    if (kind === 'pay' && amountCents === null && instalments.length === 0 && said.length === 0)
      return [at('noAmount', field)];
    return [
      ...(instalments.length > 0 && amountCents !== null && parts !== amountCents
        ? [at('instalmentsDiffer', field, both(parts, amountCents))]
        : []),
      ...(only && amountCents !== null && only.cents !== amountCents
        ? [
            {
              id: 'textDiffers',
              field: `terms.${index}.text`,
              from: only.from,
              to: only.to,
              parts: both(only.cents, amountCents),
            } as const,
          ]
        : []),
    ];
  });
  const paid = terms.filter(({ kind }) => kind === 'pay');
  const owed = paid.map(
    ({ amountCents, instalments }) =>
      amountCents ?? (instalments.length > 0 ? sumOf(instalments.map(({ cents }) => cents)) : null),
  );
  const known = owed.filter((each) => each !== null);
  if (totalCents === null || known.length === 0 || known.length < paid.length || sumOf(known) === totalCents)
    return hits;
  return [...hits, at('totalDiffers', 'totalCents', both(sumOf(known), totalCents))];
}

/** Sums that do not add, in the fields and in the words. */
export const sums: Rule = (draft) => [
  ...draft.places.flatMap((place) => {
    const amounts = amountsIn(place.text);
    return [...capitals(place, amounts), ...lists(place, amounts)];
  }),
  ...ofTerms(draft),
];
