export type PhoneKind = 'mobile' | 'landline' | 'service';

export type PhoneCheck =
  | { ok: true; kind: PhoneKind; value: string }
  | { ok: false; code: 'empty' | 'length' | 'shape'; sentence: string };

/** Taiyuan; a seven-digit number given at the counter is a local one. */
const LOCAL_AREA = '0351';

/**
 * Normalizes and checks a telephone number. Value: mobile 13812342231, landline 0351-1234567 or 0351-1234567-801,
 * 400/800 and short service numbers as digits. Never throws.
 */
export function checkPhone(text: string, localArea: string = LOCAL_AREA): PhoneCheck {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()._–—]/g, '')
    .replace(/转|#|[xX]/g, '-')
    .replace(/^(\+86|0086)-?/, '');
  if (plain === '') return { ok: false, code: 'empty', sentence: '没填电话。' };
  const digits = plain.replace(/-/g, '');
  if (/^86(?=1[3-9]\d{9}$)/.test(digits)) return { ok: true, kind: 'mobile', value: digits.slice(2) };
  if (/^1[3-9]\d{9}$/.test(digits)) return { ok: true, kind: 'mobile', value: digits };
  if (/^[48]00\d{7}$/.test(digits)) return { ok: true, kind: 'service', value: digits };
  if (/^(1[12]\d|12\d{3}|9[56]\d{3,6})$/.test(digits)) return { ok: true, kind: 'service', value: digits };
  return landline(plain, localArea) ?? refused(digits);
}

function landline(plain: string, localArea: string): PhoneCheck | undefined {
  const whole = /^0/.test(plain) ? plain : `${localArea}-${plain}`;
  const match = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/.exec(whole);
  if (!match) return undefined;
  const [, area, number, extension] = match;
  return { ok: true, kind: 'landline', value: `${area}-${number}${extension ? `-${extension}` : ''}` };
}

function refused(digits: string): PhoneCheck {
  if (/^1[3-9]\d*$/.test(digits))
    return { ok: false, code: 'length', sentence: `手机号是 11 位，现在有 ${digits.length} 位。` };
  return {
    ok: false,
    code: 'shape',
    sentence: '不是手机、座机或 400 电话的号码。座机连区号写：太原是 0351 加 7 位号码。',
  };
}
