import { emptyParty, type PartyInput } from '../../../intake/party.ts';
import type { RegisterForm, Side } from './form.ts';

export type Patch = Partial<PartyInput>;

export function changeParty(form: RegisterForm, position: number, patch: Patch): RegisterForm {
  return { ...form, parties: form.parties.map((party, at) => (at === position ? { ...party, ...patch } : party)) };
}

/** A party of a side, or somebody who speaks for the party at `represents`; added at the end. */
export function addParty(form: RegisterForm, side: Side, represents: number | null, as: PartyInput['representation']) {
  const party = { ...emptyParty, side, represents, representation: as };
  return { ...form, parties: [...form.parties, party] };
}

/** Without the party, and without anybody who spoke for it alone; the others keep whom they speak for. */
export function removeParty(form: RegisterForm, position: number): RegisterForm {
  const gone = new Set(
    form.parties.flatMap((party, at) => (at === position || party.represents === position ? [at] : [])),
  );
  const kept = form.parties.flatMap((_, at) => (gone.has(at) ? [] : [at]));
  const parties = kept.flatMap((at) => {
    const party = form.parties[at];
    if (!party) return [];
    return [{ ...party, represents: party.represents === null ? null : kept.indexOf(party.represents) }];
  });
  return { ...form, parties };
}

/** Rows of one part of the page: each party, followed by those who speak for it. */
export function rowsOf(form: RegisterForm, sides: readonly Side[]): number[] {
  const own = form.parties.flatMap((party, at) =>
    sides.includes(party.side) && party.represents === null ? [at] : [],
  );
  return own.flatMap((at) => [at, ...form.parties.flatMap((party, by) => (party.represents === at ? [by] : []))]);
}

/** What is wrong in the rows, field by field without the row's number. */
export function errorsOf(errors: Readonly<Record<string, string>>, position: number): Record<string, string> {
  const prefix = `parties.${position}.`;
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, sentence]) =>
      field.startsWith(prefix) ? [[field.slice(prefix.length), sentence]] : [],
    ),
  );
}
