import { sentences } from '../src/web/staff/english/data/sentences.ts';
import { type Finding, isTest, type Source } from './source.ts';
import { textsIn } from './syntax.ts';

/** Spoken through: every text in them is said to staff, not whole sentences alone. */
const whole =
  /^src\/(disputes\/(describe|words|standing|life|guard|defaultRules|timelineView)|supervision\/(describe|words|life)|procedures\/(outlook|guard|takeBack|owners)|deadlines\/(explain|sentences|state|clockRule|rules\.13710|clockView)|people\/spokenOwner|delivery\/delivery|platform\/(now|fieldSentences))\.ts$/;
/** Said to residents, printed, stored as settings, or law: these stay Chinese. */
const notStaff =
  /\/data\/|^src\/(web|residents|law|ui)\/|deadlines\/rules\.(?!13710)|supervision\/(supervisionNotice|noticeFacts|procedure)|[sS]lip|Sheet\.ts|declineNotice|listPrint|server\/(staticPages|practiceBand|legalCatalog|main)|[rR]ules\.ts$|services\.ts|messageTemplate|platform\/(config|embedded)/;
const toResident = /^(您|请您|因机构调整，您)/;
/** Made of parts that are said already, or no words: dates, brackets, a name beside a name. */
const composed = /^(\{\}月\{\}日|\{\}年\{\}|\{\}24时|（.*）)$/;

/** A sentence that staff read only in Chinese after they chose English. */
export function english(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const { path } = source;
    if (!/^src\/.*\.ts$/.test(path) || isTest(path) || (notStaff.test(path) && !whole.test(path))) return [];
    const said = textsIn(source).filter(
      ({ text }) => /[\u4e00-\u9fff]/.test(text) && (whole.test(path) || text.includes('。')) && !/[<\n]/.test(text),
    );
    return said.flatMap(({ line, text }) => {
      const key = text.replace(/\{\w+\}/g, '{}');
      if (key in sentences || toResident.test(text) || composed.test(text)) return [];
      return [{ file: path, line, rule: 'english', sentence: `“${text}” has no twin in web/staff/english/data` }];
    });
  });
}
