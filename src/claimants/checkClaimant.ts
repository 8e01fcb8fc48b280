import { checkParty, emptyParty, type PartyCheck } from '../intake/party.ts';
import { bareAccount, type ClaimantInput } from './claimant.ts';

type Problems = Record<string, string>;
export type ClaimantCheck = { party: PartyCheck['party']; problems: Problems; warnings: Problems };

/** One claimant alone: the same check in the browser, over a workbook and in the step. */
export function checkClaimant(claimant: ClaimantInput, now: Date): ClaimantCheck {
  const { name, idKind, idNumber, idException, phone, address, account } = claimant;
  const identity = { name, idKind, idNumber, idException, phone, address };
  const { party, problems, warnings } = checkParty({ ...emptyParty, ...identity }, now);
  const found: Problems = { ...problems };
  if (/[、，,;；/]/.test(name.trim())) found.name = '一行写了不止一个人，分成几行。';
  const digits = bareAccount(account);
  if (digits !== '' && !/^\d{8,30}$/.test(digits)) found.account = '账号是 8 到 30 位数字。';
  if (new Set(claimant.items.map(({ kind }) => kind)).size < claimant.items.length)
    found.items = '同一项写了两次，合成一项。';
  const more: Problems = { ...warnings };
  if (party.minor) more.idNumber = '不满 18 周岁，签协议时请监护人一起来。';
  return { party, problems: found, warnings: more };
}

type Named = Pick<ClaimantInput, 'name' | 'idNumber' | 'phone'>;
const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Place in the list → who was there before with the same number, or with the same name and phone. */
export function twins(claimants: readonly Named[]): Map<number, number> {
  const seen = new Map<string, number>();
  const found = new Map<number, number>();
  for (const [index, { name, idNumber, phone }] of claimants.entries()) {
    const keys = [
      ...(bare(idNumber) === '' ? [] : [`number ${bare(idNumber)}`]),
      ...(bare(phone) === '' ? [] : [`phone ${bare(name)} ${bare(phone)}`]),
    ];
    const first = keys.map((key) => seen.get(key)).find((place) => place !== undefined);
    if (first !== undefined) found.set(index, first);
    for (const key of keys) if (!seen.has(key)) seen.set(key, index);
  }
  return found;
}
