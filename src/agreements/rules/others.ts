import type { Draft, Hit, Rule } from '../lint.ts';
import { at, type Place } from '../places.ts';
import { looksLikeName } from './names.ts';

const ofParties = /甲方|乙方|丙方|双方|各方|当事人|各自|自己|本人|自行|付款|一方|对方|法院|仲裁|调解|其承担|此/;
const bound =
  /(?:由|让|叫)(?:其|他的?|她的?|案外人)?([^由让叫，。；、：（）\s]{1,16}?)(?:代为|代替|负责|全部|全额|先行|帮忙|来)?(?:偿还|归还|支付|赔付|承担|赔偿|履行|还清|付清|代付|代还|垫付|修复|修好|拆除|搬离|还|付|赔|出)/g;
const owned =
  /(?:^|[，。；、把将给与和跟同归替对：])[把将]?([\p{Script=Han}·]{2,12}?)(?:名下)?的(?:房|车|宅基地|土地|地|存款|工资|债|欠款|借款|货|树|院|份额)/gu;
const granted = /(?:归|给|付给|转给|交给|过户给|赠(?:与|给))([\p{Script=Han}·]{2,16}?)(?=所有|使用|[，。；]|$)/gu;

/** Everybody who may stand in the sentences: parties, who speaks for them, who mediates. */
function isKnown(text: string, { facts, agreement }: Draft): boolean {
  const names = [...facts.parties.map(({ name }) => name), agreement.committee];
  return ofParties.test(text) || names.some((name) => name !== '' && (text.includes(name) || name.includes(text)));
}

function strangers(draft: Draft, place: Place, words: RegExp, id: 'strangerOwes' | 'strangersThing'): Hit[] {
  return [...place.text.matchAll(words)].flatMap((match) => {
    const name = (match[1] ?? '').replace(/^(?:其|案外人|被告|原告)/, '');
    if (name === '' || isKnown(name, draft) || !looksLikeName(name)) return [];
    const from = match.index + match[0].indexOf(name);
    return [{ id, field: place.field, from, to: from + name.length, parts: { what: name } }];
  });
}

/** A duty of somebody who does not sign, or a thing of theirs: 张三的债由李四还. */
export const others: Rule = (draft) => {
  const { agreement, places } = draft;
  const unnamed = agreement.terms.flatMap(({ owesId, toId }, index) =>
    (['owesId', 'toId'] as const).flatMap((field) => {
      const id = field === 'owesId' ? owesId : toId;
      return id === null || agreement.partyIds.includes(id) ? [] : [at('notAParty', `terms.${index}.${field}`)];
    }),
  );
  return [
    ...unnamed,
    ...places.flatMap((place) => strangers(draft, place, bound, 'strangerOwes')),
    ...places.flatMap((place) => strangers(draft, place, owned, 'strangersThing')),
    ...places.flatMap((place) => strangers(draft, place, granted, 'strangersThing')),
  ];
};
