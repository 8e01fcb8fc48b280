const figures = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** Four digits at most: 2030 → 贰仟零叁拾. */
function group(number: number): string {
  let said = '';
  for (const [index, digit] of [...String(number)].entries()) {
    const place = String(number).length - 1 - index;
    if (digit !== '0') said += `${figures[Number(digit)]}${places[place]}`;
    else if (!said.endsWith('零')) said += '零';
  }
  return said.replace(/零$/, '');
}

function whole(yuan: number): string {
  let said = '';
  for (let at = groups.length - 1; at >= 0; at--) {
    const part = Math.floor(yuan / 10_000 ** at) % 10_000;
    if (part === 0) {
      if (said !== '' && !said.endsWith('零')) said += '零';
      continue;
    }
    if (said !== '' && part < 1_000 && !said.endsWith('零')) said += '零';
    said += `${group(part)}${groups[at]}`;
  }
  return said.replace(/零$/, '');
}

/** An amount as papers write it, so that nobody adds a digit: 800050 → 捌仟元伍角. */
export function inCapitals(cents: number): string {
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor(cents / 10) % 10, cents % 10];
  if (cents === 0) return '零元整';
  const front = yuan === 0 ? '' : `${whole(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${front}整`;
  const zero = jiao === 0 && yuan > 0 ? '零' : '';
  return `${front}${jiao > 0 ? `${figures[jiao]}角` : zero}${fen > 0 ? `${figures[fen]}分` : ''}`;
}

const numerals = '〇一二三四五六七八九';

/** 1 → 一, 23 → 二十三, 105 → 一百零五: how sentences of an agreement are counted. */
export function ordinal(number: number): string {
  if (number < 10) return numerals[number] ?? '';
  if (number < 100) {
    const tens = Math.floor(number / 10);
    return `${tens === 1 ? '' : numerals[tens]}十${number % 10 === 0 ? '' : numerals[number % 10]}`;
  }
  const rest = number % 100;
  const front = `${numerals[Math.floor(number / 100)]}百`;
  if (rest === 0) return front;
  return `${front}${rest < 10 ? '零' : rest < 20 ? '一' : ''}${ordinal(rest)}`;
}
