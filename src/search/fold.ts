import { variants } from './data/variants.ts';

const variant = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu');

/** One form for what is written and for what is asked: full width, case, traditional and variant characters. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(variant, (character) => variants.get(character) ?? character);
}

/** What stands between words: nobody remembers whether it was a comma. */
const between = /[\s|^#,，.。;；:：、!！?？"'“”‘’()（）[\]【】《》<>\-—–_·/\\]+/u;

/** The pieces that are searched within, none of them empty. */
export function piecesOf(text: string): string[] {
  return fold(text).split(between).filter(Boolean);
}

export const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
