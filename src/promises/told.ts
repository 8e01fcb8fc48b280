import { formatDay } from '../platform/now.ts';
import { spokenMoney } from '../ui/money.ts';
import { between, nextDay, type OpenPromise, outstanding, type Promising, sumOf } from './promise.ts';

export const nameOf = ({ parties }: Pick<Promising, 'parties'>, id: string | null): string =>
  parties.find((party) => party.id === id)?.name ?? '对方';

/** What one party still owes another: 「还有 3,000元没付，下一笔 11月20日前」. */
export function stillOwed(promises: readonly OpenPromise[], payer: string, payee: string): string {
  const owed = between(promises, { payerPartyId: payer, payeePartyId: payee });
  const left = sumOf(owed.map(outstanding));
  const day = nextDay(owed);
  if (left === 0) return '协议里的钱都付清了。';
  return `还有${spokenMoney(left)}没付${day ? `，下一笔${formatDay(day)}前` : ''}。`;
}
