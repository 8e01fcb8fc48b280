import { checkParty, emptyParty, type PartyInput } from '../../../intake/party.ts';
import { RegisterInput, type RegisterInput as Registering, type Source } from '../../../intake/register.ts';
import { checkInput } from '../../../platform/checkInput.ts';
import { isDay } from '../../../platform/now.ts';
import { readYuan } from '../../../platform/yuan.ts';
import type { Service } from '../../../reception/services.ts';
import { understoodFields } from '../understood.ts';

export type Upload = { id: string; name: string; size: number };
export type Side = PartyInput['side'];

/** What stands on the page: text as typed, so that nothing typed is ever lost to a conversion. */
export type RegisterForm = {
  parties: PartyInput[];
  categoryCode: string;
  source: Source;
  regionCode: string;
  address: string;
  title: string;
  facts: string;
  demands: string;
  occurredOn: string;
  peopleInvolved: string;
  amount: string;
  willing: Registering['willing'] | '';
  headCount: string;
  /** What the visit is counted as; empty in drafts from before there were several. */
  services?: Service[];
  /** A visit recorded before, which this comes from. */
  visitId?: string;
  restriction: Exclude<Registering['restriction'], null> | '';
  uploads: Upload[];
  creditCodeConfirmed: boolean;
  /** What somebody on the ground reported, and this is made of. */
  clueId?: string;
  /** Stays the same over retries, so that a command sent twice registers once. */
  commandId: string;
};

export const emptyForm = (commandId: string): RegisterForm => ({
  parties: [emptyParty, { ...emptyParty, side: 'respondent' }],
  categoryCode: '',
  source: 'walkIn',
  regionCode: '',
  address: '',
  title: '',
  facts: '',
  demands: '',
  occurredOn: '',
  peopleInvolved: '',
  amount: '',
  willing: '',
  headCount: '1',
  services: ['mediation'],
  restriction: '',
  uploads: [],
  creditCodeConfirmed: false,
  commandId,
});

const texts = ['name', 'idNumber', 'phone', 'address', 'contactPerson'] as const;
/** The empty row that waits for the other side is no party yet; an applicant always is one. */
export const isBlank = (party: PartyInput): boolean =>
  party.side !== 'applicant' && texts.every((field) => party[field].trim() === '');

/** Positions on the page of the parties that are sent, in the order they are sent. */
export function sentPositions(form: RegisterForm): number[] {
  return form.parties.flatMap((party, position) => (isBlank(party) ? [] : [position]));
}

function sentParties(form: RegisterForm): PartyInput[] {
  const positions = sentPositions(form);
  return positions.map((position) => {
    const party = form.parties[position] ?? emptyParty;
    const represented = party.represents === null ? -1 : positions.indexOf(party.represents);
    return { ...party, represents: represented < 0 ? null : represented };
  });
}

/** Half-width digits of a typed count; nothing typed is `whenEmpty`, no number is null. */
export function readCount(text: string, whenEmpty: number): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return whenEmpty;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}

/** What came by letter or telephone is no visit. */
function visitOf({ source, services = [], visitId }: RegisterForm): Pick<Registering, 'visit'> {
  if (source !== 'walkIn') return {};
  return { visit: { services: services.length > 0 ? services : ['mediation'], ...(visitId && { visitId }) } };
}

export function toInput(form: RegisterForm): Registering {
  const amount = readYuan(form.amount);
  const parties = sentParties(form);
  const people = parties.filter((party) => party.represents === null).length;
  return {
    parties,
    categoryCode: form.categoryCode,
    source: form.source,
    regionCode: form.regionCode,
    address: form.address.trim(),
    title: form.title.trim(),
    facts: form.facts.trim(),
    demands: form.demands.trim(),
    occurredOn: form.occurredOn || null,
    peopleInvolved: readCount(form.peopleInvolved, Math.max(people, 1)) ?? 0,
    amountCents: amount.ok ? amount.cents : null,
    willing: form.willing || 'undecided',
    headCount: readCount(form.headCount, 1) ?? 0,
    restriction: form.restriction || null,
    uploads: form.uploads.map((upload) => upload.id),
    creditCodeConfirmed: form.creditCodeConfirmed,
    ...visitOf(form),
    ...(form.clueId && { clueId: form.clueId }),
    commandId: form.commandId,
  };
}

/** `parties.1.name` as the server counts, brought to the row on the page. */
export function toPageFields(fields: Readonly<Record<string, string>>, form: RegisterForm): Record<string, string> {
  const positions = sentPositions(form);
  return Object.fromEntries(
    Object.entries(fields).map(([field, sentence]) => [
      field.replace(/^parties\.(\d+)/, (_, index) => `parties.${positions[Number(index)] ?? index}`),
      sentence,
    ]),
  );
}

function missing(form: RegisterForm, today: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const amount = readYuan(form.amount);
  if (form.categoryCode === '') fields.categoryCode = '选一个类别。';
  if (form.regionCode === '') fields.regionCode = '选事情发生的地点，至少到街道乡镇。';
  if (form.facts.trim().length < 4) fields.facts = '写几句经过：什么时候、谁、怎么回事。';
  if (form.willing === '') fields.willing = '问一句愿不愿意调解；还没想好也可以登记。';
  if (!amount.ok) fields.amountCents = amount.sentence;
  if (!readCount(form.peopleInvolved, 1)) fields.peopleInvolved = '涉及人数写整数，最少 1 人。';
  if (!readCount(form.headCount, 1)) fields.headCount = '来了几个人，写整数。';
  if (form.occurredOn !== '' && !isDay(form.occurredOn)) fields.occurredOn = '没有这一天。';
  else if (form.occurredOn > today) fields.occurredOn = '发生日期还没有到。';
  return fields;
}

/** Problems of one row: what blocks, and what the receptionist may pass after looking again. */
export function checkRow(form: RegisterForm, position: number, now: Date) {
  const party = form.parties[position];
  if (!party || isBlank(party)) return { problems: {}, warnings: {}, minor: false };
  const { party: read, problems, warnings } = checkParty(party, now);
  return { problems, warnings, minor: read.minor };
}

function partyFields(form: RegisterForm, now: Date): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const position of sentPositions(form)) {
    const { problems, warnings, minor } = checkRow(form, position, now);
    const blocking = form.creditCodeConfirmed ? problems : { ...warnings, ...problems };
    for (const [field, sentence] of Object.entries(blocking)) fields[`parties.${position}.${field}`] = sentence;
    const guarded = form.parties.some(
      (other) => other.represents === position && other.representation === 'guardian' && !isBlank(other),
    );
    if (minor && !guarded) fields[`parties.${position}.minor`] = '未成年人要登记一位监护人。';
  }
  return fields;
}

/** Field → sentence; empty when it may be sent. The server checks the same again. */
export function checkForm(form: RegisterForm, now: Date, today: string): Record<string, string> {
  const byForm = { ...partyFields(form, now), ...missing(form, today) };
  const bySchema = toPageFields(understoodFields(checkInput(RegisterInput, toInput(form))), form);
  return { ...bySchema, ...byForm };
}
