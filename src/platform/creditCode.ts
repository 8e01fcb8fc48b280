/** GB 32100-2015 统一社会信用代码: 31 characters without I O S V Z, weights 3^(i-1) mod 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeCheck =
  | { result: 'ok'; value: string }
  /** May be passed by the person: real old codes exist whose check character does not fit. */
  | { result: 'warning'; value: string; sentence: string }
  | { result: 'invalid'; value: string; sentence: string };

/** Checks a unified social credit code; `value` is half width, without spaces, upper case. Never throws. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const value = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (value.length !== 18)
    return { result: 'invalid', value, sentence: `统一社会信用代码是 18 位，现在有 ${value.length} 位。` };
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(value))
    return { result: 'invalid', value, sentence: '统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z。' };
  if (value.charAt(17) === creditCheckCharacter(value.slice(0, 17))) return { result: 'ok', value };
  return {
    result: 'warning',
    value,
    sentence: '统一社会信用代码校验不符，多半有一位不对。对照执照；个别老代码本就不合校验，确认无误可以照登。',
  };
}

/** The check character of the first 17. */
export function creditCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(first17.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
