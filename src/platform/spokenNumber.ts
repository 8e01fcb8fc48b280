const plainDigit: Readonly<Record<string, string>> = {
  ...{ 壹: '一', 贰: '二', 两: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九' },
  ...{ 零: '〇', 拾: '十', 佰: '百', 仟: '千', 萬: '万', '○': '〇', O: '〇', o: '〇' },
};
const digits = '〇一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What stands below ten thousand: 三千五百, 十二. A digit without its unit after a larger one (三千五) says two things. */
function smallNumber(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const [index, character] of [...text].entries()) {
    const unit = units[character];
    if (unit !== undefined) {
      if (unit >= last || (digit === null && !(unit === 10 && index === 0))) return null;
      sum += (digit ?? 1) * unit;
      [digit, last] = [null, unit];
    } else if (character === '〇') last = Math.min(last, 100);
    else if (digit !== null) return null;
    else digit = digits.indexOf(character);
  }
  return digit !== null && last > 10 && last < 10_000 && !text.includes('〇') ? null : sum + (digit ?? 0);
}

/** 三万五千 → 35000, 二〇二五 → 2025, 伍万 → 50000, 三十一 → 31; null where it is no number, or might be two. */
export function spokenNumber(text: string): number | null {
  const plain = [...text].map((each) => plainDigit[each] ?? each).join('');
  if (!/^[〇一二三四五六七八九十百千万亿]+$/.test(plain)) return null;
  if (!/[十百千万亿]/.test(plain)) return Number([...plain].map((each) => digits.indexOf(each)).join(''));
  let sum = 0;
  let rest = plain;
  for (const [mark, times] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    const part = at === 0 ? null : smallNumber(rest.slice(0, at));
    if (part === null) return null;
    sum += part * times;
    rest = rest.slice(at + 1);
    // 三万五 is 35,000 to one and 30,005 to another.
    if (/^[一二三四五六七八九]$/.test(rest)) return null;
  }
  const last = rest === '' ? 0 : smallNumber(rest);
  return last === null ? null : sum + last;
}
