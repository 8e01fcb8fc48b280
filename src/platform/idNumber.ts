import { isDay } from './now.ts';

/** GB 11643-1999 公民身份号码: 17 digits and an ISO 7064 MOD 11-2 check character. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export type Sex = 'male' | 'female';

export interface IdNumberFacts {
  /** YYYY-MM-DD as printed in the number; `real` says whether the calendar has that day. */
  birthDate: string;
  real: boolean;
  sex: Sex;
  checkMatches: boolean;
}

/** The check character of the first 17 digits. */
export function idCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return checkCharacters.charAt(sum % 11);
}

/** A 15-digit number (issued before 1999) as 18: the century 19 goes in, the check character is computed. */
export function upgradeIdNumber(old15: string): string {
  const first17 = `${old15.slice(0, 6)}19${old15.slice(6)}`;
  return first17 + idCheckCharacter(first17);
}

/** Reads a text of shape 17 digits + digit or X. The area code is never judged: areas are abolished, numbers stay. */
export function readIdNumber(number18: string): IdNumberFacts {
  const year = number18.slice(6, 10);
  const month = number18.slice(10, 12);
  const day = number18.slice(12, 14);
  const birthDate = `${year}-${month}-${day}`;
  return {
    birthDate,
    real: isDay(birthDate) && Number(year) >= 1800,
    sex: Number(number18.charAt(16)) % 2 === 1 ? 'male' : 'female',
    checkMatches: idCheckCharacter(number18.slice(0, 17)) === number18.charAt(17),
  };
}
