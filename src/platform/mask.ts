/** ID number as 1401**********0023; shorter papers keep two characters at each end. The length stays. */
export function maskIdNumber(value: string): string {
  const keep = value.length >= 15 ? 4 : 2;
  if (value.length < keep * 2 + 2) return '*'.repeat(value.length);
  return value.slice(0, keep) + '*'.repeat(value.length - keep * 2) + value.slice(-keep);
}

/** Mobile as 138****2231, landline as 0351-****678; service numbers are public and stay. Takes the normalized value. */
export function maskPhone(value: string): string {
  if (/^1\d{10}$/.test(value)) return `${value.slice(0, 3)}****${value.slice(7)}`;
  const landline = /^(0\d{2,3})-(\d{7,8})(-\d+)?$/.exec(value);
  if (landline) return `${landline[1]}-****${landline[2]?.slice(-3)}`;
  return /^([48]00\d{7}|\d{3,8})$/.test(value) ? value : '*'.repeat(value.length);
}

/**
 * A name where outsiders look (hall displays, the other side): 郭*兰, 郭*; counted in characters, not code units.
 * A long one, of an organization, does not tell its length: 枫***司.
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const [first] = characters;
  if (first === undefined) return '';
  if (characters.length === 1) return '*';
  if (characters.length === 2) return `${first}*`;
  return `${first}${'*'.repeat(Math.min(characters.length - 2, 3))}${characters.at(-1)}`;
}
