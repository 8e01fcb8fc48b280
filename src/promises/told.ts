import type { Telling } from '../matters/decision.ts';
import { formatDay } from '../platform/now.ts';
import { spokenMoney } from '../ui/money.ts';
import { nextDay, type OpenPromise, outstanding, type Promising, sumOf } from './promise.ts';

export const nameOf = ({ parties }: Pick<Promising, 'parties'>, id: string | null): string =>
  parties.find((party) => party.id === id)?.name ?? '对方';

/** One party and who speaks for that party. */
const heardFor = ({ parties }: Pick<Promising, 'parties'>, partyId: string): string[] =>
  parties.flatMap(({ id, representsPartyId }) => (id === partyId || representsPartyId === partyId ? [id] : []));

export const tellParty = (matter: Pick<Promising, 'parties'>, partyId: string, text: string): Telling => ({
  owner: 'resident',
  text,
  partyIds: heardFor(matter, partyId),
});

/** What one party still owes another: 「还有 3,000元没付，下一笔 11月20日前」. */
export function stillOwed(promises: readonly OpenPromise[], payer: string, payee: string): string {
  const between = promises.filter(
    ({ payerPartyId, payeePartyId, amountCents }) =>
      amountCents !== null && [payer, null].includes(payerPartyId) && [payee, null].includes(payeePartyId),
  );
  const left = sumOf(between.map(outstanding));
  const day = nextDay(between);
  if (left === 0) return '协议里的钱都付清了。';
  return `还有${spokenMoney(left)}没付${day ? `，下一笔${formatDay(day)}前` : ''}。`;
}
