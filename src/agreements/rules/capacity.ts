import type { PartyFacts, Rule } from '../lint.ts';
import { at, placesOf, standsAt } from '../places.ts';

const unable =
  /(?:无|限制)民事行为能力|精神(?:病|残疾|障碍|分裂)|智力(?:残疾|障碍|低下)|痴呆|植物人|昏迷|神志不清|失去意识/g;
const givesUp = /放弃|不再(?:主张|要求|追要|追究)|免除|减免|让步|一次性(?:了结|解决|终结)|同意少/g;
const special = /特别授权|特别代理|放弃|变更|和解|全权/;

/** Who may bind themselves, and who may give up something for another. */
export const capacity: Rule = ({ agreement, facts, places }) => {
  const { parties } = facts;
  const speaksFor = (party: PartyFacts, as: string) =>
    parties.some((each) => each.representsPartyId === party.id && each.representation === as);
  const own = parties.filter(({ id }) => agreement.partyIds.includes(id));
  const guarded = own.some((party) => speaksFor(party, 'guardian'));
  const told = placesOf({ ...agreement, costs: '', terms: [] });
  const story = (['facts', 'points'] as const).map((field) => {
    return { field, text: agreement[field], plain: agreement[field], term: null };
  });
  const agents = parties.filter(
    ({ representsPartyId, representation, authority }) =>
      representation === 'agent' && agreement.partyIds.includes(representsPartyId ?? '') && !special.test(authority),
  );
  const gives = standsAt([...places, ...told], givesUp, 'noSpecialAuthority')[0];
  return [
    ...own
      .filter((party) => party.minor && !speaksFor(party, 'guardian'))
      .map(({ name }) => at('minorAlone', 'partyIds', { name })),
    ...(guarded ? [] : standsAt([...places, ...story], unable, 'incapable').slice(0, 1)),
    ...(gives ? agents.map(({ name }) => ({ ...gives, parts: { name } })) : []),
  ];
};
