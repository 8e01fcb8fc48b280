/** Sixteen digits in fours: what is printed and read out. */
export const spokenHead = (head: string): string => (head.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
