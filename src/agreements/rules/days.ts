import { formatDocumentDay, isDay } from '../../platform/now.ts';
import type { Term } from '../agreement.ts';
import { daysIn } from '../daysIn.ts';
import type { Hit, Rule } from '../lint.ts';
import { at, type Place } from '../places.ts';

/** What is done before everybody's eyes needs no day. */
const atOnce =
  /当场|当日|当天|即时|签字(?:时|后|之日)|签订(?:时|后|之日)|协议生效(?:时|后|之日)|已(?:经)?(?:付|还|交|修|搬|履行)/;
const deed = /^(?:之?前|以前)?[^，。；]{0,4}(?:付|还|交|搬|修|完成|清|拆|撤|到账|履行)/;

const isOpen = ({ text, dueOn, instalments }: Term): boolean =>
  dueOn === null && instalments.length === 0 && daysIn(text).length === 0 && !atOnce.test(text);

function inWords(madeOn: string, { field, text, plain }: Place): Hit[] {
  return daysIn(text).flatMap(({ day, year, from, to }): Hit[] => {
    const parts = { what: text.slice(from, to) };
    if (day === null) return [{ id: 'noSuchDay', field, from, to, parts }];
    const over = year !== null && day < madeOn && deed.test(plain.slice(to)) && /前/.test(plain.slice(to, to + 3));
    return over ? [{ id: 'dueBefore', field, from, to, parts }] : [];
  });
}

/** Days that no calendar has, days that were over already, and nothing said about the day. */
export const days: Rule = ({ agreement: { terms, madeOn }, places }) => [
  ...places.flatMap((place) => inWords(madeOn, place)),
  ...terms.flatMap((term, index): Hit[] => {
    const { kind, dueOn, instalments, condition } = term;
    const early = [dueOn, ...instalments.map((each) => each.dueOn)].filter(
      (each) => each !== null && isDay(each) && each < madeOn,
    );
    const owed = kind === 'pay' || kind === 'do';
    return [
      ...early.map((each) => at('dueBefore', `terms.${index}.dueOn`, { what: formatDocumentDay(each as string) })),
      ...(owed && isOpen(term) && condition === '' && term.after === null ? [at('noDay', `terms.${index}.dueOn`)] : []),
      ...(owed && isOpen(term) && condition !== '' ? [at('conditionOpen', `terms.${index}.dueOn`)] : []),
    ];
  }),
];
