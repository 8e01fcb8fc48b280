import type { Decision } from '../matters/decision.ts';
import type { OpenPromise, Promising } from './promise.ts';

type Rows = Required<Pick<Decision, 'inserts' | 'changes'>>;

function added({ inserts }: Rows): OpenPromise[] {
  return inserts.flatMap((each): OpenPromise[] => {
    if (each.into !== 'promise') return [];
    const { values } = each;
    if ((values.state ?? 'open') !== 'open') return [];
    return [
      {
        ...{ id: values.id, settlementId: values.settlement_id, position: values.position },
        ...{ obligation: values.obligation, part: values.part ?? 'principal' },
        ...{ payerPartyId: values.payer_party_id ?? null, payeePartyId: values.payee_party_id ?? null },
        ...{ amountCents: (values.amount_cents as number | null | undefined) ?? null, paidCents: 0 },
        ...{ dueOn: (values.due_on as string | null | undefined) ?? null, defaultedAt: null, askedAt: null },
      },
    ];
  });
}

type Before = Pick<Promising, 'promises' | 'payments'>;

/** Those that were open, and those that are open again because a payment is taken back. */
function known({ promises, payments }: Before, { changes }: Rows): OpenPromise[] {
  const set = new Map(changes.flatMap((each) => (each.table === 'promise' ? [[each.id, each.set] as const] : [])));
  const again = payments.flatMap(({ parts }) =>
    parts.flatMap(({ kept }) => (kept && set.get(kept.id)?.state === 'open' ? [kept] : [])),
  );
  const all = new Map([...promises, ...again].map((promise) => [promise.id, promise]));
  return [...all.values()].flatMap((promise) => {
    const to = set.get(promise.id);
    if (to?.state !== undefined && to.state !== 'open') return [];
    return [
      {
        ...promise,
        payerPartyId: to?.payer_party_id ?? promise.payerPartyId,
        payeePartyId: to?.payee_party_id ?? promise.payeePartyId,
        paidCents: Number(to?.paid_cents ?? promise.paidCents),
        defaultedAt: (to?.defaulted_at as Date | undefined) ?? promise.defaultedAt,
        askedAt: (to?.asked_at as Date | undefined) ?? promise.askedAt,
        title: to?.title ?? promise.title ?? null,
      },
    ];
  });
}

const soonest = (a: OpenPromise, b: OpenPromise): number =>
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.position - b.position || a.id.localeCompare(b.id);

/** What is owed, as a step leaves it. */
export const promisesAfter = (before: Before, rows: Rows): OpenPromise[] =>
  [...known(before, rows), ...added(rows)].toSorted(soonest);
