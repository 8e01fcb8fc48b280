import type { TextField } from './mapping.ts';
import type { Suggestion } from './suggestion.ts';

const labels: readonly [RegExp, TextField][] = [
  [/(?:填报|填表|报送|上报)?单位(?:名称)?(?:[（(][^）)]*[）)])?[：:]/g, 'unit'],
  [/(?:填报|填表|报送|上报|制表)(?:日期|时间)[：:]|日期[：:]/g, 'date'],
  [/(?:填报|填表|制表|经办|报送)人(?:[（(][^）)]*[）)])?[：:]/g, 'filler'],
  [/(?:单位)?(?:负责人|审核人|审批人|主要领导|分管领导)(?:[（(][^）)]*[）)])?[：:]/g, 'leader'],
  [/(?:统计|报告)(?:期间?|时段|月份|区间)[：:]/g, 'period'],
  [/(?:联系)?电话[：:]/g, 'phone'],
];

/** 「填报单位：　　填表人：」: each label is followed by what it asks for. */
export function suggestText(text: string): Suggestion | undefined {
  const parts = labels.flatMap(([pattern, field]) =>
    [...text.matchAll(pattern)].map(({ index, 0: after }) => ({ index, after, field })),
  );
  // 「填报单位：」 is found once, not again as 「单位：」.
  const own = parts
    .toSorted((a, b) => a.index - b.index)
    .filter(
      ({ index, after }, at, all) =>
        !all.some(
          (other, i) =>
            i !== at &&
            other.index <= index &&
            other.index + other.after.length >= index + after.length &&
            other.after !== after,
        ),
    );
  if (own.length === 0) return undefined;
  return {
    rule: { kind: 'text', parts: own.slice(0, 6).map(({ after, field }) => ({ after, field })) },
    because: own.map(({ after }) => `「${after}」`).join('、'),
    sure: true,
  };
}
