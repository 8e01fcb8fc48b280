import { maskIdNumber, maskName, maskPhone } from '../platform/mask.ts';
import { mayReveal, seesFacts } from './sight.ts';
import type { PartyView, Sight } from './views.ts';

export type PlainParty = Omit<
  PartyView,
  'idNumberMasked' | 'phoneMasked' | 'mayReveal' | 'address' | 'contactPerson' | 'authority'
> & {
  idNumber: string | null;
  phone: string | null;
  address: string;
  contactPerson: string;
  authority: string;
};

/** The one field mask: numbers never leave unmasked here, names are shortened for those who only watch the ledger. */
export function maskParty(party: PlainParty, sight: Sight): PartyView {
  const { idNumber, phone, address, contactPerson, authority, ...brief } = party;
  const facts = seesFacts(sight);
  return {
    ...brief,
    name: facts ? party.name : maskName(party.name),
    idException: facts ? party.idException : null,
    idNumberMasked: facts && idNumber ? maskIdNumber(idNumber) : null,
    phoneMasked: facts && phone ? maskPhone(phone) : null,
    address: facts ? address : null,
    contactPerson: facts ? contactPerson : null,
    authority: facts ? authority : null,
    mayReveal: mayReveal(sight) && !party.brief,
  };
}

/** 郭*兰｜任*军 for those who only watch. */
export function maskPartiesLine(line: string, sight: Sight): string {
  if (seesFacts(sight)) return line;
  if (sight === 'place' || sight === 'former') return '';
  return line
    .split('｜')
    .map((side) => side.replace(/^(.+?)(等\d+人)?$/, (_all, name: string, rest = '') => `${maskName(name)}${rest}`))
    .join('｜');
}
