import { type IdNumberFacts, readIdNumber, type Sex, upgradeIdNumber } from './idNumber.ts';
import { dayOf } from './now.ts';

export const identityKinds = {
  idCard: { zh: '居民身份证', en: 'Resident identity card' },
  hkMacaoTaiwanPermit: { zh: '港澳台居民居住证', en: 'Residence permit for Hong Kong, Macao and Taiwan residents' },
  foreignPermit: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  hkMacaoPass: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macao residents' },
  taiwanPass: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
  none: { zh: '无证件', en: 'No document' },
} as const;

export type IdentityKind = keyof typeof identityKinds;

export interface IdentityRead {
  ok: true;
  /** What the number really is: an 18-digit number names its own kind, so this may differ from the kind chosen. */
  kind: IdentityKind;
  /** Normalized: half width, no spaces, upper case, 18 digits where 15 were given. */
  value: string;
  birthDate?: string;
  sex?: Sex;
  /** An old 15-digit number was brought to 18. */
  upgraded?: true;
}

export interface IdentityProblem {
  ok: false;
  code: 'empty' | 'characters' | 'length' | 'birthDate' | 'future' | 'checksum' | 'shape';
  sentence: string;
}

const withoutCard = '没带证件可选「无证件」并写明原因。';

// The shapes of travel papers are loose on purpose, a counter must not turn a real paper away.
const papers: Partial<Record<IdentityKind, { shape: RegExp; sentence: string }>> = {
  passport: { shape: /^[A-Z0-9]{5,20}$/, sentence: '护照号是 5 到 20 位字母和数字。对照护照首页右上角。' },
  hkMacaoPass: { shape: /^[HM]\d{8,10}$/, sentence: '港澳居民来往内地通行证号以 H 或 M 开头，后面 8 到 10 位数字。' },
  taiwanPass: { shape: /^\d{8}$/, sentence: '台湾居民来往大陆通行证号是 8 位数字。' },
};

/**
 * Checks the number of an identity paper (GB 11643 for the 18-digit kinds) and reads the facts printed in it.
 * Never throws; `now` decides what lies in the future, by the date in China.
 */
export function checkIdentity(kind: IdentityKind, text: string, now: Date): IdentityRead | IdentityProblem {
  if (kind === 'none') return { ok: true, kind, value: '' };
  const value = normalizeIdentity(text);
  if (value === '') return problem('empty', `没填证件号。${withoutCard}`);
  const paper = papers[kind];
  if (paper) return paper.shape.test(value) ? { ok: true, kind, value } : problem('shape', paper.sentence);
  // The card issued before 2023 carries three letters and twelve digits, without a published check rule.
  if (kind === 'foreignPermit' && /^[A-Z]{3}\d{12}$/.test(value)) return { ok: true, kind, value };
  return checkIdNumber(value, now);
}

/** Half width, no spaces or hyphens, upper case: the form that is stored, indexed and compared. */
export function normalizeIdentity(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-·]/g, '')
    .toUpperCase();
}

/** Whole years of age on a day; both dates are YYYY-MM-DD. Born 29 February: a year older on 1 March in common years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function checkIdNumber(value: string, now: Date): IdentityRead | IdentityProblem {
  if (!/^\d*X?$/.test(value)) return problem('characters', '身份证号只有数字，最后一位可以是 X。');
  const old = /^\d{15}$/.test(value);
  if (value.length !== 18 && !old)
    return problem('length', `身份证号是 18 位（老证 15 位），现在有 ${value.length} 位。${withoutCard}`);
  const number = old ? upgradeIdNumber(value) : value;
  const kind = kindOf(number);
  const facts = readIdNumber(number);
  const wrong = judge(kind, facts, now);
  if (wrong) return wrong;
  return {
    ok: true,
    kind,
    value: number,
    birthDate: facts.birthDate,
    ...(kind === 'foreignPermit' ? {} : { sex: facts.sex }),
    ...(old ? { upgraded: true as const } : {}),
  };
}

function judge(kind: IdentityKind, facts: IdNumberFacts, now: Date): IdentityProblem | undefined {
  const name = kind === 'foreignPermit' ? '永久居留证号' : kind === 'idCard' ? '身份证号' : '居住证号';
  const [year, month, day] = facts.birthDate.split('-').map(Number);
  const birth = `生日读作 ${year}年${month}月${day}日`;
  if (!facts.real) return problem('birthDate', `${name}不对：${birth}，没有这一天。对照证件再看一遍。${withoutCard}`);
  if (!facts.checkMatches) {
    const sex = kind === 'foreignPermit' ? '' : `，${facts.sex === 'male' ? '男' : '女'}`;
    return problem('checksum', `${name}有一位不对（校验不符）。对照证件：${birth}${sex}。${withoutCard}`);
  }
  if (facts.birthDate > dayOf(now))
    return problem('future', `${name}不对：${birth}，还没到这一天。对照证件再看一遍。${withoutCard}`);
  return undefined;
}

function kindOf(number18: string): IdentityKind {
  if (/^8[123]/.test(number18)) return 'hkMacaoTaiwanPermit';
  return number18.startsWith('9') ? 'foreignPermit' : 'idCard';
}

function problem(code: IdentityProblem['code'], sentence: string): IdentityProblem {
  return { ok: false, code, sentence };
}
