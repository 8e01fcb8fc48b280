import { formatDocumentDay, isDay } from '../platform/now.ts';
import { formatMoney } from '../ui/money.ts';
import type { Agreement, AgreementParty, PayingWay, Term } from './agreement.ts';
import { inCapitals, ordinal } from './capitals.ts';
import { rolesOf } from './roles.ts';

/** An agreement in sentences, in the order in which it is read out. */
export type AgreementText = {
  /** 甲方：郭秀兰 */
  parties: string[];
  facts: string;
  points: string;
  /** 一、… */
  terms: string[];
  /** Costs, where and when, copies. */
  rest: string[];
};

const ways: Readonly<Record<PayingWay, string>> = {
  cash: '用现金付',
  transfer: '用银行转账付',
  mobile: '用手机转账付',
  setOff: '抵账',
  unsaid: '',
};

const money = (cents: number): string => `人民币${inCapitals(cents)}（${formatMoney(cents)}）`;
/** What somebody typed, without the mark that the sentence gets anyway. */
const bare = (text: string): string => text.trim().replace(/[。；，;,.\s]+$/, '');
const day = (text: string): string => (isDay(text) ? formatDocumentDay(text) : text);

type Naming = (id: string | null) => string;

/** 甲方（郭秀兰）: how the sentences call a party. */
export function naming(agreement: Agreement, parties: readonly AgreementParty[]): Naming {
  const roles = rolesOf(agreement.partyIds, parties);
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return (id) => {
    if (id === null) return '';
    const role = roles.get(id);
    const name = names.get(id) ?? '';
    return role ? `${role}（${name}）` : name;
  };
}

function whenPaid({ dueOn, instalments }: Term, verb: string): string {
  const once = dueOn === null ? '' : `${day(dueOn)}以前（含当日）${verb}`;
  const parts = instalments.map(
    ({ cents, dueOn: due }, index) => `第${index + 1}次${money(cents)}，${day(due)}以前（含当日）${verb}`,
  );
  return [parts.length > 0 ? `分${parts.length}次：${parts.join('；')}` : '', once].filter(Boolean).join('；');
}

function deedOf(term: Term, who: string, whom: string): string[] {
  const text = bare(term.text);
  switch (term.kind) {
    case 'pay': {
      const sum = term.amountCents === null ? '' : money(term.amountCents);
      return [`${who || '付款的一方'}付给${whom || '对方'}${text}${sum}`, whenPaid(term, '付清')];
    }
    case 'do':
      return [`${who}${whom === '' ? '' : `为${whom}`}${text}`, amount(term), whenPaid(term, '做完')];
    case 'refrain':
      return [`${who}${whom === '' ? '' : `对${whom}`}${text}`, amount(term), whenPaid(term, '做到')];
    case 'confirmFact':
      return [
        `${who === '' ? '双方' : [who, whom].filter(Boolean).join('和')}确认：${text}`,
        amount(term),
        whenPaid(term, '做完'),
      ];
    case 'other':
      return [
        `${who}${whom === '' ? '' : `对${whom}`}${who + whom === '' ? '' : '：'}${text}`,
        amount(term),
        whenPaid(term, '做完'),
      ];
  }
}

const amount = ({ amountCents }: Term): string => (amountCents === null ? '' : `金额${money(amountCents)}`);

function termSentence(term: Term, name: Naming): string {
  const condition = bare(term.condition);
  const before = [
    term.after === null ? '' : `第${ordinal(term.after + 1)}条做完以后`,
    condition === '' ? '' : `条件是${condition}`,
  ];
  const how = [ways[term.how], bare(term.howNote)].filter(Boolean).join('：');
  const where = bare(term.where);
  const deed = [...deedOf(term, name(term.owesId), name(term.toId)), how, where === '' ? '' : `地点：${where}`];
  const ifNot = bare(term.ifNot);
  const sentence = [...before, ...deed].filter(Boolean).join('，');
  return `${sentence}。${ifNot === '' ? '' : `不按这一条做的，${ifNot}。`}`;
}

function partyLines(agreement: Agreement, parties: readonly AgreementParty[]): string[] {
  const roles = rolesOf(agreement.partyIds, parties);
  return [...roles].map(([id, role]) => {
    const name = parties.find((party) => party.id === id)?.name ?? '';
    const speakers = parties.filter(({ representsPartyId }) => representsPartyId === id).map((each) => each.name);
    return `${role}：${name}${speakers.length > 0 ? `（代理人：${speakers.join('、')}）` : ''}`;
  });
}

function restOf({
  form,
  costs,
  copies,
  committee,
  madeOn,
  place,
  mediators,
  totalCents,
  partyIds,
}: Agreement): string[] {
  const body = bare(committee) || '人民调解委员会';
  const said = [
    totalCents === null ? '' : `以上应付的钱合计${money(totalCents)}。`,
    bare(costs) === '' ? '' : `费用：${bare(costs)}。`,
    `${day(madeOn)}${bare(place) === '' ? '' : `在${bare(place)}`}，由${body}主持${bare(mediators) === '' ? '' : `，调解员${bare(mediators)}`}。`,
    form === 'oral'
      ? '当事人认为不用制作协议书，以上是口头协议的记录。'
      : `本协议一式${copies}份，${partyIds.length}位当事人各执一份，${body}留存一份。`,
  ];
  return said.filter(Boolean);
}

/** The terms as a mediator writes them. Every word that was typed stands in one of the sentences. */
export function textOf(agreement: Agreement, parties: readonly AgreementParty[]): AgreementText {
  const name = naming(agreement, parties);
  return {
    parties: partyLines(agreement, parties),
    facts: agreement.facts.trim(),
    points: agreement.points.trim(),
    terms: agreement.terms.map((term, index) => `${ordinal(index + 1)}、${termSentence(term, name)}`),
    rest: restOf(agreement),
  };
}

/** The same as one text: what is locked and signed, to the letter. */
export function plainText({ parties, facts, points, terms, rest }: AgreementText): string {
  return [
    ...parties,
    `主要事实：${facts}`,
    ...(points === '' ? [] : [`争议事项：${points}`]),
    '经调解，当事人自愿达成以下协议：',
    ...terms,
    ...rest,
  ].join('\n');
}
