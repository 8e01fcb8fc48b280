/** 12000.00 yuan are kept as 1200000 cents. ¥12,000.00 in tables. */
export function formatMoney(cents: number): string {
  const [whole = '0', fraction = '00'] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '−' : ''}¥${grouped(whole)}.${fraction}`;
}

/** In sentences: 12,000元, 12,000.50元. */
export function spokenMoney(cents: number): string {
  const [whole = '0', fraction = '00'] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '−' : ''}${grouped(whole)}${fraction === '00' ? '' : `.${fraction}`}元`;
}

/** 68,427 */
export function formatCount(count: number): string {
  return grouped(String(count));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
