import { agreementFor, EACH, type GroupRow, type GroupTerm, type GroupTerms } from '../../../agreements/group.ts';
import type { GroupView } from '../../../agreements/groupViews.ts';
import { lint } from '../../../agreements/lint.ts';
import type { ClaimantRow } from '../../../claimants/claimantViews.ts';
import type { DisputeView } from '../../../disputes/views.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { readDay } from '../../../platform/readDay.ts';
import { readYuan } from '../../../platform/yuan.ts';

export type TypedShare = { key: string; percent: string; due: string };
/** The terms of a group as people type them: who pays what in which shares, and what else is agreed on. */
export type TypedGroup = {
  facts: string;
  points: string;
  payerId: string;
  forWhat: string;
  shares: TypedShare[];
  ifNot: string;
  extra: string;
  madeOn: string;
  place: string;
  committee: string;
  mediators: string;
  copies: string;
  sums: Record<string, string>;
};

export const emptyShare = (percent = '', due = ''): TypedShare => ({ key: crypto.randomUUID(), percent, due });

export function begun(view: DisputeView): TypedGroup {
  return {
    ...{ facts: view.facts?.facts ?? '', points: view.facts?.demands ?? '', forWhat: '', ifNot: '', extra: '' },
    payerId: view.parties.find(({ side }) => side === 'respondent')?.id ?? '',
    shares: [emptyShare('100')],
    ...{ madeOn: dayOf(now()), place: view.center.short, committee: '', mediators: view.handler?.name ?? '' },
    ...{ copies: '3', sums: {} },
  };
}

const yuan = (cents: number): string => String(cents / 100);

/** A kept group as it is typed. */
export function typedGroup({ terms, rows }: Pick<GroupView, 'terms' | 'rows'>): TypedGroup {
  const own = terms.terms.find((term) => term.own);
  const others = terms.terms.filter((term) => !term.own);
  const { facts, points, madeOn, place, committee, mediators, copies } = terms;
  return {
    ...{ facts, points, madeOn, place, committee, mediators, copies: String(copies) },
    ...{ payerId: own?.owesId ?? '', forWhat: own?.text ?? '', ifNot: own?.ifNot ?? '' },
    shares: own?.shares.length
      ? own.shares.map(({ share, dueOn }) => emptyShare(String(share / 100), dueOn))
      : [emptyShare('100', own?.dueOn ?? '')],
    extra: others.map(({ text }) => text).join('\n'),
    sums: Object.fromEntries(rows.map(({ partyId, cents }) => [partyId, yuan(cents)])),
  };
}

const day = (typed: string, nearest: 'past' | 'future') => readDay(typed, dayOf(now()), nearest) ?? typed;
const plain = {
  owesId: null,
  toId: null,
  amountCents: null,
  dueOn: null,
  own: false,
  shares: [],
  how: 'unsaid' as const,
};
const none = { howNote: '', where: '', condition: '', after: null, ifNot: '' };

export function termsOf(typed: TypedGroup): GroupTerms {
  const shares = typed.shares
    .filter(({ due }) => due.trim() !== '')
    .map(({ percent, due }) => ({ share: Math.round(Number(percent) * 100), dueOn: day(due, 'future') }));
  // One payment is a day, several are instalments.
  const once = shares.length === 1;
  const own: GroupTerm = {
    ...{ ...plain, ...none, kind: 'pay', own: true, owesId: typed.payerId || null, toId: EACH, how: 'transfer' },
    ...{ text: typed.forWhat.trim(), ifNot: typed.ifNot.trim(), dueOn: once ? (shares[0]?.dueOn ?? null) : null },
    shares: once ? [] : shares,
  };
  const others = typed.extra
    .split('\n')
    .flatMap((line): GroupTerm[] =>
      line.trim() === '' ? [] : [{ ...plain, ...none, kind: 'other', text: line.trim() }],
    );
  const { facts, points, place, committee, mediators, copies } = typed;
  return {
    ...{ form: 'written', partyIds: [typed.payerId], facts: facts.trim(), points: points.trim(), place, committee },
    ...{ mediators, costs: '', copies: Number(copies) || 1, madeOn: day(typed.madeOn, 'past') },
    terms: [own, ...others],
  };
}

/** Sums that are amounts, in the order of the list; the first that is none is said by whose it is. */
export function rowsOf(
  sums: TypedGroup['sums'],
  people: readonly ClaimantRow[],
): { rows: GroupRow[]; wrong: string | null } {
  const read = people.flatMap(({ partyId, name }) => {
    const typed = sums[partyId]?.trim() ?? '';
    return typed === '' ? [] : [{ partyId, name, ...readYuan(typed) }];
  });
  const bad = read.find(({ ok }) => !ok);
  return {
    rows: read.flatMap((each) =>
      each.ok && each.cents !== null ? [{ partyId: each.partyId, cents: each.cents, instalments: null }] : [],
    ),
    wrong: bad && !bad.ok ? `${bad.name}：${bad.sentence}` : null,
  };
}

export const sharesFit = (shares: readonly TypedShare[]): boolean =>
  shares.reduce((sum, { percent }) => sum + Math.round(Number(percent || '0') * 100), 0) === 10_000;

/** What the lint says of the words that all share, by the agreement of the first; who is who is checked at the counter. */
export function findingsOf(
  terms: GroupTerms,
  rows: readonly GroupRow[],
  view: DisputeView,
  people: readonly ClaimantRow[],
) {
  const [row] = rows;
  const first = people.find(({ partyId }) => partyId === row?.partyId);
  if (!row || !first) return [];
  const known = {
    minor: false,
    representsPartyId: null,
    representation: null,
    authority: '',
    identified: true,
    address: '—',
  };
  const payer = view.parties.find(({ id }) => id === terms.partyIds[0]);
  const parties = [
    { ...known, id: first.partyId, side: 'applicant' as const, kind: 'person' as const, name: first.name },
    ...(payer ? [{ ...known, id: payer.id, side: payer.side, kind: payer.kind, name: payer.name }] : []),
  ];
  return lint(agreementFor(terms, row, parties), { parties, categoryCode: view.category.code, amountCents: null });
}
