import { type Static, Type } from 'typebox';
import { checkCreditCode } from '../platform/creditCode.ts';
import { ageOn, checkIdentity, type IdentityKind, identityKinds } from '../platform/identity.ts';
import { dayOf } from '../platform/now.ts';
import { checkPhone } from '../platform/phone.ts';

export const idKinds = [...(Object.keys(identityKinds) as IdentityKind[]), 'creditCode'] as const;

export const PartyInput = Type.Object(
  {
    side: Type.Union([Type.Literal('applicant'), Type.Literal('respondent'), Type.Literal('third')], {
      title: '哪一方',
    }),
    kind: Type.Union([Type.Literal('person'), Type.Literal('organization')], { title: '个人还是单位' }),
    name: Type.String({ minLength: 1, maxLength: 80, title: '姓名或名称' }),
    idKind: Type.Union(
      idKinds.map((kind) => Type.Literal(kind)),
      { title: '证件' },
    ),
    idNumber: Type.String({ maxLength: 50, title: '证件号' }),
    /** Why there is no paper, or why a number that fails its check is right all the same. */
    idException: Type.String({ maxLength: 200, title: '没有证件或证件号特殊的原因' }),
    phone: Type.String({ maxLength: 40, title: '电话' }),
    address: Type.String({ maxLength: 200, title: '住址' }),
    contactPerson: Type.String({ maxLength: 80, title: '联系人' }),
    minor: Type.Boolean({ title: '未成年人' }),
    /** Position of the party this one speaks for; null when a party itself. */
    represents: Type.Union([Type.Integer({ minimum: 0, maximum: 499 }), Type.Null()], { title: '代表谁' }),
    representation: Type.Union(
      ['guardian', 'agent', 'legalRepresentative', 'chosenRepresentative']
        .map((word) => Type.Literal(word))
        .concat(Type.Null() as never),
      { title: '以什么身份' },
    ),
    authority: Type.String({ maxLength: 200, title: '代理权限' }),
  },
  { additionalProperties: false },
);
export type PartyInput = {
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  idKind: IdentityKind | 'creditCode';
  idNumber: string;
  idException: string;
  phone: string;
  address: string;
  contactPerson: string;
  minor: boolean;
  represents: number | null;
  representation: 'guardian' | 'agent' | 'legalRepresentative' | 'chosenRepresentative' | null;
  authority: string;
};
type _Shape = Static<typeof PartyInput>;

export const emptyParty: PartyInput = {
  side: 'applicant',
  kind: 'person',
  name: '',
  idKind: 'idCard',
  idNumber: '',
  idException: '',
  phone: '',
  address: '',
  contactPerson: '',
  minor: false,
  represents: null,
  representation: null,
  authority: '',
};

/** A party as it will be kept: numbers normalized, facts read from the paper. */
export type CheckedParty = PartyInput & { birthYear: number | null; sex: string | null };

export type PartyCheck = { party: CheckedParty; problems: Record<string, string>; warnings: Record<string, string> };

function checkPaper(party: PartyInput, now: Date, check: PartyCheck): void {
  const explained = party.idException.trim().length >= 2;
  if (party.idKind === 'none') {
    if (!explained) check.problems.idException = '写明没有证件的原因，比如「证件丢了，正在补办」。';
    check.party.idNumber = '';
    return;
  }
  // The other side is often known by name only; what is not known is left empty, never invented.
  if (party.idNumber.trim() === '' && party.side !== 'applicant') return;
  if (party.idKind === 'creditCode') {
    const result = checkCreditCode(party.idNumber);
    check.party.idNumber = result.value;
    if (result.result === 'invalid') check.problems.idNumber = result.sentence;
    if (result.result === 'warning') check.warnings.idNumber = result.sentence;
    return;
  }
  const result = checkIdentity(party.idKind, party.idNumber, now);
  if (!result.ok) {
    if (!(explained && result.code === 'checksum')) check.problems.idNumber = result.sentence;
    return;
  }
  check.party.idKind = result.kind;
  check.party.idNumber = result.value;
  if (!result.birthDate) return;
  check.party.birthYear = Number(result.birthDate.slice(0, 4));
  check.party.sex = result.sex ?? null;
  check.party.minor = ageOn(result.birthDate, dayOf(now)) < 18;
}

/** The same check at the counter, on import and on the server; problems block, warnings may be passed. */
export function checkParty(party: PartyInput, now: Date): PartyCheck {
  const check: PartyCheck = { party: { ...party, birthYear: null, sex: null }, problems: {}, warnings: {} };
  if (party.name.trim() === '') check.problems.name = party.kind === 'person' ? '填姓名。' : '填单位名称。';
  check.party.name = party.name.trim();
  checkPaper(party, now, check);
  if (party.phone.trim() !== '') {
    const phone = checkPhone(party.phone);
    if (phone.ok) check.party.phone = phone.value;
    else check.problems.phone = phone.sentence;
  }
  if (party.represents !== null && party.representation === null)
    check.problems.representation = '选他以什么身份代表。';
  return check;
}
