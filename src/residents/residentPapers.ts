import type { DisputeView, ResidentView } from '../disputes/views.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import { spokenMoney } from '../ui/money.ts';

type Settled = DisputeView['settlements'][number];
type AgreementItem = Omit<Settled['items'][number], 'id' | 'title'>;
export type AgreementRow = Omit<Settled, 'id' | 'items'> & { items: readonly AgreementItem[] };
export type ReturnVisitRow = { at: Date; method: string; outcome: string; performed: string; partyId: string | null };

/** Newest first. `partyId`: whose slip it is; null for what every party sees. */
export type SignedRow = { at: Date; how: 'screen' | 'paper'; number: string | null; partyId: string; voided: boolean };
export type Papers = {
  agreements: readonly AgreementRow[];
  visits: readonly ReturnVisitRow[];
  partyId: string | null;
  /** The reader's own signatures, and those that the reader gave for somebody, oldest first. */
  signed?: readonly SignedRow[];
};
type Parties = readonly { id: string; name: string; representsPartyId: string | null }[];
type Said = Pick<ResidentView, 'agreements' | 'visits' | 'signed'>;

const forms: Readonly<Record<string, string>> = { written: '书面协议', oral: '口头协议', onTheSpot: '当场履行' };
const ways: Readonly<Record<string, string>> = { phone: '打电话', home: '上门', counter: '在窗口', letter: '写信' };
const outcomes: Readonly<Record<string, string>> = {
  settled: '您说解决了',
  partly: '您说解决了一部分',
  notSettled: '您说没有解决',
  unreachable: '没有联系上您',
};
const performances: Readonly<Record<string, string>> = {
  performed: '协议履行完了',
  performing: '协议正在履行',
  notPerformed: '协议没有履行',
  notDue: '协议还没到履行的日子',
};

const dayOnly = (day: string): string => formatDay(day).replace(/（.*/, '');
const sumOf = (cents: number | null): string | null => (cents === null ? null : spokenMoney(cents));

/** How far it is, for both sides alike: paid, partly, changed, not wanted any more. */
function doneOf({ state, performedOn, paidCents, amountCents, defaulted }: AgreementItem): string | null {
  if (state === 'waived') return '已经不要了';
  if (state === 'replaced') return paidCents > 0 ? `已付${spokenMoney(paidCents)}，其余改了约定` : '改了约定';
  if (performedOn !== null) return `${dayOnly(performedOn)}已履行`;
  if (paidCents > 0) return `已付${spokenMoney(paidCents)}，还有${spokenMoney((amountCents ?? 0) - paidCents)}`;
  return defaulted ? '过了日子没有履行' : null;
}

/** Of many who are owed something each reads the own part only; what names nobody everybody reads. */
function isFor(partyId: string | null, parties: Parties): (item: AgreementItem) => boolean {
  const speaker = parties.find(({ id }) => id === partyId);
  const readers = [speaker?.id, speaker?.representsPartyId];
  return ({ payerPartyId: payer, payeePartyId: payee }) =>
    partyId === null || payer === null || payee === null || readers.includes(payer) || readers.includes(payee);
}

function agreementOf(
  { form, terms, totalCents, effectiveOn, items }: AgreementRow,
  { partyId, parties }: { partyId: string | null; parties: Parties },
): Said['agreements'][number] {
  const total = sumOf(totalCents);
  const own = isFor(partyId, parties);
  const whoOf = ({ payerPartyId: payer }: AgreementItem) =>
    payer !== null && payer === partyId ? '您' : parties.find(({ id }) => id === payer)?.name;
  return {
    head: [forms[form] ?? '协议', `${dayOnly(effectiveOn)}起生效`, total && `一共${total}`].filter(Boolean).join('，'),
    terms,
    items: items.filter(own).map((item) => ({
      what: [[whoOf(item), item.obligation].filter(Boolean).join('：'), sumOf(item.amountCents)]
        .filter(Boolean)
        .join(' '),
      by: item.dueOn === null ? '没有写日子' : `${dayOnly(item.dueOn)}前`,
      due: item.dueOn,
      done: doneOf(item),
      over: item.state === 'waived' || item.state === 'replaced',
      kept: item.state === 'kept' || item.performedOn !== null,
    })),
  };
}

/** What the reader answered is the reader's; of another party only that the center asked. */
function visitSaid(visit: ReturnVisitRow, reader: string | null): Said['visits'][number] {
  const way = ways[visit.method] ?? '';
  const own = visit.partyId === null || visit.partyId === reader;
  const said = [outcomes[visit.outcome], visit.outcome === 'unreachable' ? undefined : performances[visit.performed]];
  const text = own ? `中心${way}回访：${said.filter(Boolean).join('，')}。` : `中心${way}回访过有关当事人。`;
  return { at: visit.at.toISOString(), text };
}

/** 「您 10月14日 签了字」: one's own hand alone. What no longer counts is said, or somebody would rely on it. */
function signedSaid({ at, how, number, partyId, voided }: SignedRow, reader: string | null, parties: Parties): string {
  const inStead = partyId === reader ? '' : `替${parties.find(({ id }) => id === partyId)?.name ?? '别人'}`;
  const where = how === 'paper' ? '的纸质本' : '';
  const said = `您 ${dayOnly(dayOf(at))} ${inStead}在调解协议${number ?? ''}${where}上签了字`;
  return voided ? `${said}，后来作废了，要重新签。` : `${said}。`;
}

export const papersSaid = ({
  signed = [],
  agreements,
  visits,
  partyId,
  dispute: { parties },
}: Papers & { dispute: { parties: Parties } }): Said => ({
  // One of many who were agreed with each for himself reads the own agreement and nobody else's sum.
  agreements: agreements
    .filter(({ items }) => items.length === 0 || items.some(isFor(partyId, parties)))
    .map((each) => agreementOf(each, { partyId, parties })),
  visits: visits.map((visit) => visitSaid(visit, partyId)),
  signed: signed.map((each) => signedSaid(each, partyId, parties)),
});
