import { sentences } from '../src/web/staff/english/data/sentences.ts';
import { type Finding, isTest, type Source } from './source.ts';
import { textsIn } from './syntax.ts';

const twins = 'src/web/staff/english/data/sentences.ts';
/** Spoken through: every text in them is said to staff, not whole sentences alone. */
const whole =
  /^src\/(disputes\/(describe|describeMany|words|standing|life|guard|defaultRules|timelineView)|supervision\/(describe|words|life)|procedures\/(outlook|guard|takeBack|owners)|deadlines\/(explain|sentences|state|clockRule|rules\.13710|clockView)|people\/spokenOwner|delivery\/delivery|attendance\/(strip|today)|platform\/(now|fieldSentences))\.ts$/;
/** Said to residents, printed, stored as settings, law, or to who runs the machine: these stay Chinese. */
const notStaff =
  /\/data\/|^src\/(web|residents|law|ui|backups|upkeep)\/|deadlines\/rules\.(?!13710)|supervision\/(supervisionNotice|noticeFacts|procedure)|[sS]lip|Sheet\.ts|papers\/forms\/|agreements\/(rules|textOf|agreementPaper|agreementForm)|sittings\/(sittingWords|sittingPapers|sittingForms)|signing\/verifier|declineNotice|listPrint|server\/(staticPages|practiceBand|legalCatalog|main|startRecurring)|[rR]ules\.ts$|services\.ts|messageTemplate|platform\/(config|embedded|trustedProxies|provenSecrets)/;
const toResident = /^(您|请您|因机构调整，您)/;
/** Made of parts that are said already, or no words: dates, brackets, a name beside a name. */
const composed = /^(\{\}月\{\}日|\{\}年\{\}|\{\}24时|（.*）)$/;

/** A sentence that staff read only in Chinese after they chose English, and a twin of what nobody says any more. */
export function english(sources: readonly Source[]): Finding[] {
  const said = new Set<string>();
  const without = sources.flatMap((source) => {
    const { path } = source;
    if (!/^src\/.*\.ts$/.test(path) || isTest(path) || path === twins) return [];
    const texts = textsIn(source).map(({ line, text }) => ({ line, text: text.replace(/\{\w+\}/g, '{}') }));
    for (const { text } of texts) said.add(text);
    if (notStaff.test(path) && !whole.test(path)) return [];
    return texts
      .filter(
        ({ text }) => /[\u4e00-\u9fff]/.test(text) && (whole.test(path) || text.includes('。')) && !/[<\n]/.test(text),
      )
      .filter(({ text }) => !(text in sentences || toResident.test(text) || composed.test(text)))
      .map(({ line, text }) => ({ file: path, line, rule: 'english', sentence: `“${text}” has no twin in ${twins}` }));
  });
  const unsaid = sources.some(({ path }) => path === twins)
    ? Object.keys(sentences).filter((text) => !said.has(text))
    : [];
  return [
    ...without,
    ...unsaid.map((text) => ({ file: twins, line: 1, rule: 'english', sentence: `nobody says “${text}”` })),
  ];
}
