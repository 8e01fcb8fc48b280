import type { Agreement, Term } from '../src/agreements/agreement.ts';
import type { Dispute } from '../src/disputes/dispute.ts';
import { addDays } from '../src/platform/now.ts';
import type { Tale } from './tale.ts';

const blank = { instalments: [], howNote: '', where: '', condition: '', after: null } as const;

/** One payment, clear to the last letter: nothing for the lint to find. */
export function clearAgreement(c: Tale, { parties }: Pick<Dispute, 'parties'>, today: string): Agreement {
  const principals = parties.filter(({ representsPartyId }) => representsPartyId === null);
  const find = (side: string) => principals.find((party) => party.side === side)?.id ?? null;
  const pay: Term = {
    ...blank,
    ...{ kind: 'pay', owesId: find('respondent'), toId: find('applicant'), text: '退费', how: 'transfer' },
    ...{ amountCents: (c.pay ?? 0) * 100, dueOn: addDays(today, 7), instalments: [] },
    ifNot: '每晚一天另付20元',
  };
  return {
    ...{ form: 'written', partyIds: principals.map(({ id }) => id), facts: c.report, points: '退多少钱，哪天退。' },
    ...{ terms: [pay], totalCents: pay.amountCents, costs: '调解不收费', copies: principals.length + 1 },
    ...{ madeOn: today, place: '街道综治中心', committee: '街道人民调解委员会', mediators: '' },
  };
}

/** As one writes it at first: without a day, without an amount, and with more closed than was in dispute. */
export function hastyAgreement(c: Tale, dispute: Pick<Dispute, 'parties'>, today: string): Agreement {
  const clear = clearAgreement(c, dispute, today);
  const [pay] = clear.terms as [Term];
  const said = (text: string): Term => ({
    ...pay,
    kind: 'other',
    owesId: null,
    toId: null,
    text,
    amountCents: null,
    dueOn: null,
    how: 'unsaid',
    ifNot: '',
  });
  return {
    ...clear,
    totalCents: null,
    terms: [
      {
        ...pay,
        kind: 'do',
        text: '尽快按合同做完，有争议的部分妥善处理',
        amountCents: null,
        dueOn: null,
        how: 'unsaid',
        ifNot: '',
      },
      said('申请人适当补偿一部分材料费。'),
      said('双方再无任何纠纷，申请人不得再投诉。'),
    ],
  };
}
