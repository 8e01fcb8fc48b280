import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCountyRules } from '../src/disputes/defaultRules.ts';
import { type LegalSentence, type SentenceGroup, sentenceGroups } from '../src/law/sentence.ts';
import { legalCatalog } from '../src/server/legalCatalog.ts';

const statuses = { V: '条文已核', V2: '转引，待核原文', G: '本地缺省，不是法律' } as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const rowOf = ({ id, says, basis, status, checked }: LegalSentence): string =>
  `| \`${id}\` | ${cell(says)} | ${cell(basis)} | ${statuses[status]} | ${checked ?? '—'} |`;

function section(group: SentenceGroup, sentences: readonly LegalSentence[]): string {
  const head = '| 编号 | 说什么 | 依据 | 状态 | 核对 |\n|---|---|---|---|---|';
  return `## ${sentenceGroups[group]}（${sentences.length} 句）\n\n${head}\n${sentences.map(rowOf).join('\n')}\n`;
}

/** The paper that a city's lawyer is handed: every sentence as it ships, with what it rests on. */
export function legalReviewDocument(): string {
  const catalog = legalCatalog(defaultCountyRules);
  const count = (status: LegalSentence['status']) => catalog.filter((each) => each.status === status).length;
  const intro = `# 法律的话：请律师审核

居民和工作人员在页面、短信、纸上读到的每一句法律，都在这张表里，只有一个出处。表由
\`node bin/run.mjs bin/legalReview.ts\` 从程序生成，测试核对它和程序一致。

共 ${catalog.length} 句：条文已核 ${count('V')} 句，转引待核 ${count('V2')} 句，本地缺省 ${count('G')} 句。

- **条文已核**：对照过条文全文，不等于律师审过。
- **转引，待核原文**：只见过转载或者引用，请先找到原文。
- **本地缺省**：没有统一规定，由区县自己定，页面上不会说成法律。

## 怎么审

1. 「更多 → 法律的话」列出本区县用的每一句，包括区县自己加的。
2. 律师看过以后，市或者区县综治中心的审批岗登记：谁审的、哪天审的、管到哪天（最长三年）。
3. 另一个人（审批岗或者主任）发布。登记的人不能自己发布。
4. 字改了一个，审核就不再算数；到期也一样。没有审过的，工作人员看到的地方都写着「没有经律师审核」。

市里的审核，全市都算数；区县的只管本区县。演示数据里一条审核也没有。
`;
  const groups = Object.keys(sentenceGroups) as SentenceGroup[];
  const sections = groups.map((group) =>
    section(
      group,
      catalog.filter((sentence) => sentence.group === group),
    ),
  );
  return `${intro}\n${sections.join('\n')}`;
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '../docs/legal-review.md'), legalReviewDocument());
}
