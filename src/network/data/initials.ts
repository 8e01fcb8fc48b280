import { pinyin } from 'pinyin-pro';

/** 迎泽区 → yzq. Letters and digits stay, everything else falls away, so that a picker can match what is typed. */
export function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return letters.toLowerCase().replace(/[^a-z0-9]/g, '');
}
