import { Refusal } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { outstanding, type Promising, sumOf } from './promise.ts';

/** Struck off or archived while something is owed: it runs on, and somebody says why it is not waited for. */
export function refuseUnexplained({ promises }: Pick<Promising, 'promises'>, note: string | undefined): void {
  if (promises.length === 0 || note) return;
  const left = sumOf(promises.map(outstanding));
  const owed = `协议还有 ${promises.length} 笔没有履行${left > 0 ? `（${spokenMoney(left)}）` : ''}`;
  const sentence = `${owed}。可以先结，履行照样盯着；写明为什么不等。`;
  throw new Refusal('invalid', 'stillOwed', sentence, { note: sentence });
}

/** For the event: how much is owed on, where something is. */
export const openOf = ({ promises }: Pick<Promising, 'promises'>): { promises?: number } =>
  promises.length > 0 ? { promises: promises.length } : {};
