import type { Agreement, Term } from '../agreement.ts';
import type { LintFacts, PartyFacts } from '../lint.ts';

const uuid = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [guo, ren] = [uuid(101), uuid(102)];

const whole: Omit<PartyFacts, 'id' | 'side' | 'name'> = {
  kind: 'person',
  minor: false,
  representsPartyId: null,
  representation: null,
  authority: '',
  identified: true,
  address: '迎泽区海边街3号楼',
};
export const people: readonly PartyFacts[] = [
  { ...whole, id: guo, side: 'applicant', name: '郭秀兰' },
  { ...whole, id: ren, side: 'respondent', name: '任建军' },
];

export const aPerson = (over: Partial<PartyFacts>): PartyFacts => ({
  ...whole,
  id: uuid(199),
  side: 'applicant',
  name: '某某',
  ...over,
});

export function aTerm(over: Partial<Term> = {}): Term {
  return {
    kind: 'other',
    owesId: null,
    toId: null,
    text: '双方今后好好说话，有事先商量。',
    amountCents: null,
    dueOn: null,
    instalments: [],
    how: 'unsaid',
    howNote: '',
    where: '',
    condition: '',
    after: null,
    ifNot: '',
    ...over,
  };
}

export const pays: Term = aTerm({
  kind: 'pay',
  owesId: ren,
  toId: guo,
  text: '漏水损失',
  amountCents: 800_000,
  instalments: [
    { cents: 500_000, dueOn: '2026-10-20' },
    { cents: 300_000, dueOn: '2026-11-20' },
  ],
  how: 'transfer',
  howNote: '转到郭秀兰本人的银行卡',
  ifNot: '没付的部分当天全部到期',
});
export const repairs: Term = aTerm({
  kind: 'do',
  owesId: ren,
  toId: guo,
  text: '修好卫生间的漏点',
  dueOn: '2026-10-31',
  where: '3号楼2单元501室',
  ifNot: '由郭秀兰请人修，修理费任建军出',
});

/** 郭秀兰 and 任建军, a leak from upstairs: nothing in it is to be changed. */
export function anAgreement(over: Partial<Agreement> = {}): Agreement {
  return {
    form: 'written',
    partyIds: [guo, ren],
    facts: '2026年9月20日，任建军家卫生间漏水，泡坏了郭秀兰家的天花板和柜子。',
    points: '赔多少钱，漏点谁来修。',
    terms: [pays, repairs],
    totalCents: 800_000,
    costs: '调解不收费',
    copies: 3,
    madeOn: '2026-10-14',
    place: '迎泽区综治中心',
    committee: '迎泽街道人民调解委员会',
    mediators: '赵立',
    ...over,
  };
}

export const facts: LintFacts = { parties: people, categoryCode: '02', amountCents: 800_000 };
export const withTerm = (text: string, over: Partial<Term> = {}): Agreement =>
  anAgreement({ terms: [pays, repairs, aTerm({ text, ...over })] });
