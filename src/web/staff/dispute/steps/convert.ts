import type { DisputeView } from '../../../../disputes/views.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';
import { readYuan } from '../../../../platform/yuan.ts';
import { safetyItems } from '../../../../routing/safety.ts';
import { spokenMoney } from '../../../../ui/money.ts';
import { textOf, type Values } from '../../steps/values.ts';

export const noAnswers = (view: DisputeView): Values => ({
  difficulty: view.difficulty ?? '',
  urgency: view.urgency ?? '',
  gravity: view.gravity ?? '',
  safety: Object.fromEntries(safetyItems.map(([item]) => [item, view.facts?.violence[item] ?? false])),
  toldWhom: '',
  reason: '',
});

/** Begins with whom the duty list names, its basis beside it; the dispatcher decides. */
export const proposedUnits = (view: DisputeView): Values => ({
  leadUnitId: view.proposals?.units[0]?.unitId ?? '',
  supportingUnitIds: [...(view.proposals?.units[0]?.supportingUnitIds ?? [])],
  message: '',
});

export type TypedItem = { obligation: string; amount: string; due: string; payer: string; payee: string };

/** Where each side is one party, who owes whom is proposed; the person who writes it down changes it. */
export function blankItem({ parties }: Pick<DisputeView, 'parties'>): TypedItem {
  const only = (side: string) => {
    const [first, ...others] = parties.filter((party) => party.side === side && party.representsPartyId === null);
    return first && others.length === 0 ? first.id : '';
  };
  return { obligation: '', amount: '', due: '', payer: only('respondent'), payee: only('applicant') };
}

export const unsettled = (view: DisputeView): Values => ({
  form: '',
  terms: '',
  mediatedBy: '',
  contains: [],
  former: '',
  locked: null,
  signedOnPaper: false,
  effectiveOn: dayOf(now()),
  total: typeYuan(view.facts?.amountCents ?? null),
  items: [blankItem(view)],
});

export const typeYuan = (cents: number | null): string => (cents === null ? '' : spokenMoney(cents).slice(0, -1));

/** Cents as typed; what is no amount goes out as text, so that the schema names the field. */
export const typedCents = (text: string): number | string | null => {
  const read = readYuan(text);
  return read.ok ? read.cents : text;
};
export const typedDay = (text: string, nearest: 'past' | 'future'): string =>
  readDay(text, dayOf(now()), nearest) ?? text;

/** Nothing typed means that the day is not known; what is no day goes out as it stands and is refused at its field. */
export const declineInput = (values: Values): Values => ({
  ...values,
  startedOn: textOf(values, 'startedOn') === '' ? null : typedDay(textOf(values, 'startedOn'), 'past'),
});

export function settleInput(values: Values): Values {
  const items = (values.items as TypedItem[]).filter((item) => item.obligation + item.amount + item.due !== '');
  return {
    form: values.form,
    terms: values.terms,
    mediatedBy: values.mediatedBy,
    contains: values.contains,
    ...(values.former === '' ? {} : { former: values.former }),
    ...(values.locked ? { locked: values.locked, signedOnPaper: values.signedOnPaper } : {}),
    effectiveOn: typedDay(textOf(values, 'effectiveOn'), 'past'),
    totalCents: typedCents(textOf(values, 'total')),
    items: items.map((item) => ({
      obligation: item.obligation.trim(),
      amountCents: typedCents(item.amount),
      dueOn: item.due === '' ? null : typedDay(item.due, 'future'),
      ...(item.payer === '' ? {} : { payerPartyId: item.payer }),
      ...(item.payee === '' ? {} : { payeePartyId: item.payee }),
    })),
  };
}

export const factsAsTyped = (view: DisputeView): Values => ({
  title: view.title,
  facts: view.facts?.facts ?? '',
  demands: view.facts?.demands ?? '',
  address: view.facts?.address ?? '',
  categoryCode: view.category.code,
  amount: typeYuan(view.facts?.amountCents ?? null),
  people: String(view.facts?.peopleInvolved ?? ''),
  reason: '',
});

/** Only what was really changed is sent, so that the timeline names the right fields. */
export function amendInput(values: Values, begun: Values): Values {
  const changed = Object.entries(values).filter(([field, value]) => field !== 'reason' && value !== begun[field]);
  const sent = changed.map(([field, value]) => {
    if (field === 'amount') return ['amountCents', typedCents(String(value))];
    if (field === 'people') return ['peopleInvolved', Number(value)];
    return [field, typeof value === 'string' ? value.trim() : value];
  });
  return { ...Object.fromEntries(sent), reason: values.reason };
}

/** Nothing is chosen beforehand: a ruling that follows the first line it is shown is none. */
export const unruled = (): Values => ({
  leadUnitId: '',
  supportingUnitIds: [],
  reason: '',
  basis: '',
  dutyScope: 'none',
  dutyFrom: dayOf(now()),
});

export function ruleInput({ dutyScope, dutyFrom, ...values }: Values): Values {
  return dutyScope === 'none' ? values : { ...values, dutyScope, dutyFrom: typedDay(String(dutyFrom), 'future') };
}

/** Who asks writes as people speak: one line a question, one an answer. */
export const blankInquiry = (): Values => ({
  partyId: '',
  witness: '',
  relation: '',
  heldOn: dayOf(now()),
  place: '',
  others: '',
  words: '问：\n答：',
});

export const inquiryInput = (values: Values): Values => ({
  ...values,
  partyId: values.partyId || null,
  heldOn: typedDay(textOf(values, 'heldOn'), 'past'),
});
