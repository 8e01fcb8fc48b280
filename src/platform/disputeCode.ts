export interface CodeParts {
  /** The 15 digits without separators. */
  code: string;
  countyCode: string;
  /** Four digits, 2000–2099. */
  year: number;
  serial: number;
}

export type ParsedCode =
  | ({ ok: true } & CodeParts)
  | { ok: false; reason: 'empty' | 'characters' | 'length' | 'check'; sentence: string };

/** County code → short name, e.g. { '140106': '迎泽' }. */
export type CountyShortNames = Readonly<Record<string, string>>;

// What people say and write for a digit: 幺/妖 for one, 洞拐勾 from radio habit, bank numerals, and slips of the keyboard.
const digitWords = ['〇零○洞oO', '一壹幺么妖lI', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾'];
const spokenDigit = new Map(digitWords.flatMap((words, digit) => Array.from(words, (word) => [word, String(digit)])));
const aloud = '零幺二三四五六七八九';

/**
 * The core of a code (docs/decisions/0008): 6 county + 2 year + 6 serial + 1 check digit.
 * `year` with two or four digits. Throws RangeError on parts no code can carry: that is a bug, not a typing error.
 */
export function makeCode(countyCode: string, year: number, serial: number): string {
  const whole = Number.isInteger(serial) && Number.isInteger(year);
  if (!/^\d{6}$/.test(countyCode) || !whole || serial < 1 || serial > 999_999 || year < 0)
    throw new RangeError(`no code can carry ${countyCode} ${year} ${serial}`);
  const core = `${countyCode}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`;
  return core + checkDigit(core);
}

/**
 * ISO 7064 MOD 11,10: digits only. Finds every single wrong digit. Of swaps of two neighbors it misses exactly one pair
 * in 45 at each place: two digits one apart (9 and 0 count as one apart), which pair depends on the digits before it.
 */
export function checkDigit(digits: string): string {
  let state = 10;
  for (const digit of digits) state = (((state + Number(digit)) % 10 || 10) * 2) % 11;
  return String((11 - state) % 10);
}

/**
 * Reads a code as printed, typed or spoken: 「140106 26 003812 6」, 「迎泽 26-3812-6」, 「幺四零幺零六 二六…」, full width.
 * Without a county the `homeCounty` is taken, if given. The sentence of a failed check never says which digit.
 */
export function parseCode(text: string, shortNames: CountyShortNames = {}, homeCounty?: string): ParsedCode {
  const trimmed = text
    .normalize('NFKC')
    .trim()
    .replace(/^编号:?\s*/, '');
  if (trimmed === '') return { ok: false, reason: 'empty', sentence: '没填编号。' };
  const spelled = Array.from(nameToCode(trimmed, shortNames), (character) => spokenDigit.get(character) ?? character);
  const groups = spelled
    .join('')
    .split(/[\s\-—–_.·,,、杠]+/)
    .filter((group) => group !== '');
  if (!groups.every((group) => /^\d+$/.test(group)))
    return { ok: false, reason: 'characters', sentence: '编号只有数字，前面可以写县区名，如「迎泽 26-003812-6」。' };
  const code = assemble(groups, homeCounty);
  if (code.length !== 15)
    return { ok: false, reason: 'length', sentence: `编号是 15 位数字，现在有 ${code.length} 位。` };
  if (checkDigit(code.slice(0, 14)) !== code.charAt(14))
    return { ok: false, reason: 'check', sentence: '编号有一位不对，请再念一遍。' };
  return { ok: true, ...codeParts(code) };
}

/** Any part of a code as one says it: 「迎泽 26-3812」, 「三八一二」. Nothing for what holds another word than digits. */
export function digitsOf(text: string, shortNames: CountyShortNames = {}): string | undefined {
  const whole = parseCode(text, shortNames);
  if (whole.ok) return whole.code;
  const plain = text.normalize('NFKC').trim();
  const names = Object.values(shortNames).map(spokenCounty).filter(Boolean);
  const named = names.find((name) => plain.startsWith(name)) ?? '';
  const rest = plain.slice(named.length).replace(/^[区县市]|[\s\-—–_.·,,、杠]+/g, '');
  // A letter that looks like a digit may as well begin a name.
  const digits = Array.from(rest, (each) => (/[a-z]/i.test(each) ? each : (spokenDigit.get(each) ?? each))).join('');
  return /^\d+$/.test(digits) ? digits : undefined;
}

/** The parts of a code already known to be good, e.g. from the database. */
export function codeParts(code: string): CodeParts {
  const [year, serial] = [2000 + Number(code.slice(6, 8)), Number(code.slice(8, 14))];
  return { code, countyCode: code.slice(0, 6), year, serial };
}

/** 140106 26 003812 6 */
export function formatCode(code: string): string {
  return [code.slice(0, 6), ...tail(code)].join(' ');
}

/** 迎泽区 is spoken of as 迎泽; a name of two characters keeps its last. */
const spokenCounty = (name: string): string => name.replace(/(?<=..)[区县市]$/, '');

/** 迎泽 26-003812-6, for a county's own lists. */
export function shortCode(code: string, countyName: string): string {
  return `${spokenCounty(countyName)} ${tail(code).join('-')}`;
}

/** As said on the telephone: 幺四零幺零六 二六 零零三八幺二 六, or 迎泽 二六 … with a county name. */
export function readAloud(code: string, countyShortName?: string): string {
  const spoken = [code.slice(0, 6), ...tail(code)].map((group) =>
    Array.from(group, (digit) => aloud.charAt(Number(digit))).join(''),
  );
  return [countyShortName ?? spoken[0], ...spoken.slice(1)].join(' ');
}

function tail(code: string): [string, string, string] {
  return [code.slice(6, 8), code.slice(8, 14), code.slice(14)];
}

function nameToCode(text: string, shortNames: CountyShortNames): string {
  const spoken = Object.entries(shortNames).map(([code, name]) => [code, spokenCounty(name)] as const);
  const known = spoken.sort(([, a], [, b]) => b.length - a.length);
  const named = known.find(([, name]) => name !== '' && text.startsWith(name));
  if (!named) return text;
  return `${named[0]} ${text.slice(named[1].length).replace(/^[区县市]/, '')}`;
}

/** Groups as one string of digits: a missing county is filled in, a year of four digits cut, a short serial padded. */
function assemble(groups: string[], homeCounty?: string): string {
  const headless = homeCounty !== undefined && groups.join('').length <= 11 && groups[0]?.length !== 6;
  const all = headless ? [homeCounty, ...groups] : groups;
  const [county, year, serial, check] = all;
  if (all.length !== 4 || county?.length !== 6 || !year || !serial || check?.length !== 1) return all.join('');
  return county + year.replace(/^20(?=\d\d$)/, '') + serial.padStart(6, '0') + check;
}
