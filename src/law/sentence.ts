import type { Day } from '../platform/now.ts';
import type { LawStatus } from './route.ts';

/** Where people meet it. */
export const sentenceGroups = {
  routes: '还能走的路',
  words: '告诉当事人的话',
  agreement: '写协议时提醒的话',
  declines: '不予受理的情形',
  safety: '安全核对',
  limits: '法律定的时限',
  local: '本地缺省的时限',
} as const;
export type SentenceGroup = keyof typeof sentenceGroups;

/** A sentence of law as people read it: V, its text was read; V2, second hand; G, our own default and no law. */
export type LegalSentence = {
  /** 'route:laborSuit': never given to another sentence. */
  id: string;
  group: SentenceGroup;
  /** What it is about: 申请劳动仲裁. */
  about: string;
  says: string;
  basis: string;
  status: LawStatus | 'G';
  /** When it was last compared with the text; nothing for what is our own. */
  checked: Day | null;
};
