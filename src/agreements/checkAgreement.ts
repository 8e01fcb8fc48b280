import { isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Agreement, AgreementParty, Term } from './agreement.ts';

/** What no text can be made of: strangers, days that do not exist, a term that waits for one that is not there. */
function problemsOf(term: Term, count: number, known: ReadonlySet<string>): [string, string][] {
  const party = (id: string | null): boolean => id === null || known.has(id);
  const days = [term.dueOn, ...term.instalments.map(({ dueOn }) => dueOn)];
  return [
    ...(party(term.owesId) ? [] : [['owesId', '选协议里的当事人。'] as [string, string]]),
    ...(party(term.toId) ? [] : [['toId', '选协议里的当事人。'] as [string, string]]),
    ...(days.every((day) => day === null || isDay(day)) ? [] : [['dueOn', '没有这一天。'] as [string, string]]),
    ...(term.after === null || term.after < count ? [] : [['after', '没有这一条。'] as [string, string]]),
  ];
}

export function checkAgreement(agreement: Agreement, parties: readonly AgreementParty[]): void {
  const principals = new Set(parties.filter((each) => each.representsPartyId === null).map(({ id }) => id));
  const known = new Set(agreement.partyIds.filter((id) => principals.has(id)));
  const fields: Record<string, string> = {};
  if (known.size < agreement.partyIds.length) fields['agreement.partyIds'] = '只能选这件事登记的当事人本人。';
  if (!isDay(agreement.madeOn)) fields['agreement.madeOn'] = '没有这一天。';
  for (const [index, term] of agreement.terms.entries())
    for (const [field, sentence] of problemsOf(term, agreement.terms.length, known))
      fields[`agreement.terms.${index}.${field}`] = sentence;
  const count = Object.keys(fields).length;
  if (count > 0) throw new Refusal('invalid', 'invalidAgreement', `协议有 ${count} 处要改。`, fields);
}
