import { type DeliveryRules, isWorthACall } from './deliveryRules.ts';
import { fillTemplate, type Values } from './messageTemplate.ts';

/** One thing that residents were told, by which step; partyIds: only these. */
export type Said = { readonly event: string; readonly text: string; readonly partyIds?: readonly string[] };

/** What of it this party hears. */
export const saidTo = (said: readonly Said[], partyId: string): Said[] =>
  said.flatMap(({ partyIds, ...each }) => (!partyIds || partyIds.includes(partyId) ? [each] : []));

const topics: readonly (readonly string[])[] = [
  // Who has it in hand: only the last is still true.
  [
    'accept',
    'dispatch',
    'undoDispatch',
    'acknowledge',
    'sendBack',
    'rule',
    'transfer',
    'escalate',
    'assign',
    'reassign',
  ],
  ['submitClosure', 'returnClosure', 'verifyClosure'],
  ['requestMaterial', 'receiveMaterial'],
];
const topicOf = ({ event }: Said): readonly string[] | undefined => topics.find((events) => events.includes(event));

/**
 * What is still worth saying of what was said within the minutes in which a slip can be taken back: of one topic the last
 * word, and nothing twice. Whoever is told six things in eight minutes reads none of them.
 */
export function digest(said: readonly Said[]): Said[] {
  return said.filter((each, at) => {
    const later = said.slice(at + 1);
    const topic = topicOf(each);
    return !later.some((other) => other.text === each.text || (topic !== undefined && topicOf(other) === topic));
  });
}

/** Worth somebody's call or letter if any of it was, also where a later word has overtaken it. */
export const worthACall = (rules: DeliveryRules, said: readonly Said[]): boolean =>
  said.some(({ event }) => isWorthACall(rules, event));

export const spoken = (said: readonly Said[]): string =>
  digest(said)
    .map(({ text }) => text)
    .join('');

const CONTENT = '{内容}';

/** As an SMS: in the words of the last template that lets content out; where none does, that there is news. */
export function smsText(rules: DeliveryRules, said: readonly Said[], values: Omit<Values, '内容'>): string {
  const known = digest(said).flatMap(({ event, text }) => {
    const template = rules.templates.find((each) => each.event === event)?.text;
    return template === undefined ? [] : [{ template, text }];
  });
  const open = known.filter(({ template }) => template.includes(CONTENT));
  const template = open.at(-1)?.template ?? known.at(-1)?.template ?? rules.generic;
  return fillTemplate(template, { ...values, 内容: open.map(({ text }) => text).join('') });
}
