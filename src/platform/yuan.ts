export type YuanRead = { ok: true; cents: number | null } | { ok: false; sentence: string };

const sentence = '金额写数字，单位是元，比如 8000、8,000.50 或 1.2万。';

/** What people type for money, in yuan, as whole cents: 「8,000」「8000.5元」「¥1.2万」. Nothing typed is null, never 0. */
export function readYuan(text: string): YuanRead {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，¥￥]/g, '')
    .replace(/元整?$/, '');
  if (plain === '') return { ok: true, cents: null };
  const match = /^(\d{1,11})(?:\.(\d{1,6}))?(万)?$/.exec(plain);
  if (!match) return { ok: false, sentence };
  const [, whole = '0', part = '', wan] = match;
  // Counted in digits, so that 0.29 yuan is 29 cents and not 28.999….
  const places = wan ? 6 : 2;
  if (part.length > places) return { ok: false, sentence: '金额最多写到分。' };
  const cents = Number(whole + part.padEnd(places, '0'));
  return cents <= 1e13 ? { ok: true, cents } : { ok: false, sentence: '金额太大，再看一遍。' };
}
