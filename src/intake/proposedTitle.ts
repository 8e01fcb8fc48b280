const LONGEST = 20;

/** When it was: 今年9月20日晚上8点起, 上个月开始. What comes after it is what happened. */
const time =
  /^(?:(?:自|从|在)?(?:今年|去年|前年|昨[天晚]|今[天早]|前天|上周|上个?月|近几?[天年]|最近|\d{4}年)?的?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里)?(?:\d{1,2}[点时](?:\d{1,2}分|多|半)?)?(?:左右|前后|开始|以来|以后|起)*)/;

/**
 * What a matter may be called, taken from what was written of it: the first thing that happened, without its date and without
 * the names of its people, since more may read a title than may read names. Nothing where the words say too little.
 */
export function proposedTitle(facts: string, names: readonly string[]): string {
  const plain = names
    .map((name) => name.trim())
    .filter((name) => name.length > 1)
    .reduce((text, name) => text.replaceAll(name, '当事人'), facts);
  const clauses = plain.split(/[，。；、！？,;!?\n\s]+/).map((clause) => clause.replace(time, ''));
  const first = clauses.find((clause) => clause.length >= 4) ?? '';
  return [...first].slice(0, LONGEST).join('');
}
